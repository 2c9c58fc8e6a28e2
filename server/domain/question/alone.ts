import { grammaticalForm } from "./grammar";

/** What an English sentence needs beside it to be understood: a prompt or an option stands without its card. */

/** A sentence that points back at another one proves nothing alone. */
const ANAPHORA =
  /^(?:this|these|those|that|it|they|he|she|such|here|there|however|but|and|so|thus|hence|therefore|then|also|moreover|furthermore|in addition|additionally|for example|for instance|e\.g\.|in this|in that|the above|as (?:mentioned|shown|above)|finally|another|otherwise|instead,|by the way|some of its|see|where|or|which|as a result|one of|with this|some|on the (?:other hand|contrary)|(?:in|by) contrast|conversely|similarly|likewise|nevertheless|in other words|in this case|(?:first|second|third)(?:ly)?(?=,)|lastly|next(?=,))\b/i;
/** "For long lists, this can be better": the subject stands in the sentence before. */
const LATE_ANAPHORA =
  /^(?:for|in|with|by|from|on|at|to|when|if|as|after|before|during|since|until|under|over|through|despite)\b[^,]*,\s(?:this|it|they|these|that|he|she)\b/i;

/** True for a sentence whose subject stands in the one before. */
export function pointsBack(sentence: string): boolean {
  return ANAPHORA.test(sentence) || LATE_ANAPHORA.test(sentence);
}

/** "This mill", "such a stone", "the former", "both methods": named in a sentence that is not shown. */
const POINTS_INSIDE =
  /\bboth (?:the )?(?:methods|approaches|techniques|ways|models|algorithms|functions|cases|sides|types|kinds|options|versions|sets|classes|variables|values|forms)\b(?!.*\band\b)|\b(?:this|these|those|the (?:former|latter|above|following|preceding|previous|ones?))\b|\b(?:is|are|was|were|can|will|may|could) then\b|\bsuch an?\b|\b(?:above|below)(?:\s?\)|[.:]?$)/i;
/** True where a text names what another sentence said: "In general, you cannot do this". */
export function pointsInside(text: string): boolean {
  return POINTS_INSIDE.test(text);
}

/** "If they fail, …", "Usually it is …": the pronoun stands before anything that it could mean. */
const EARLY_PRONOUN = /^(?:\p{L}+,?\s(?:that\s)?)?(?:it|they|them|he|she|its|their)\b/iu;
const COUNTS_ON =
  /\b(?:any|one|each|all|none|most|some|both|neither|either) of (?:it|them|these|those)\b|^(?:both|neither|either|again|others?|the (?:other|second|third|last|next|same))\b/i;

/** True where a reader who sees the sentence alone would ask "which one?" or "who?". */
export function needsContext(sentence: string): boolean {
  return (
    pointsBack(sentence) ||
    pointsInside(sentence) ||
    EARLY_PRONOUN.test(sentence) ||
    COUNTS_ON.test(sentence) ||
    grammaticalForm(sentence) === "predicate"
  );
}

/** "Apply step 2 to each child", "as figure 3 shows", "in our example": a part of the card that nobody sees. */
const UNSEEN =
  /^same\b|\b(?:same as|as) (?:above|before)\b|\b(?:(?:apply|repeat|from|in|of|to|see|by|as|and|or|go to|do)\s(?:steps?|lines?|figures?|fig\.|tables?|equations?|sections?|chapters?|items?|examples?|points?)\s?\(?\d|(?:this|our|the|above|following)\s(?:example|picture|figure|diagram|snippet|screenshot)s?\b|(?:example|picture|figure|diagram|code|table) (?:above|below)|(?:shown|mentioned|described|discussed|explained|seen|listed|given) (?:above|below|earlier|later|before|here)|^below\b|\b(?:list|code|example|table|output|snippet|program)s? follows?\b|\bas follows\b|^the following\s(?:code|examples?|list|table|snippet|program|function|script)\b)/i;

/** "Or you can buy flour", "If not, wait", "You might also like rye": said after something else. */
const GOES_ON =
  /^(?:or|and|but|then|also|instead|otherwise|if (?:not|so)|to do (?:this|that|so|it))\b|^(?:you|we|one|it)\s(?:might|could|can|may)\salso\b/i;

/** True for a sentence that adds to one before it, even where no pronoun says so. */
export function addsToAnother(sentence: string): boolean {
  return GOES_ON.test(sentence);
}

/** True where a text names a step, a figure or an example that stands elsewhere. */
export function refersToUnseen(text: string): boolean {
  return UNSEEN.test(text);
}

/** "I tend to use four", "my favourite": what one person does is no fact to be asked. */
const PERSONAL =
  /(?:^|[,.;:(—–]\s?|\b(?:and|but|so|because|that|if|what|which|when)\s)I(?:['’](?:d|m|ve|ll)|\s(?:tend|usually|always|often|personally|prefer|like|love|use|think|believe|would|was|am|have|had|do|don['’]t|can|could|will|find|recommend|suggest|know|want|need))\b|\b[Mm]y\s(?:favou?rite|own|opinion|experience|preference)\b/u;

/** True for what the writer says of themselves. */
export function isPersonal(sentence: string): boolean {
  return PERSONAL.test(sentence);
}

/** Where to read on is no knowledge. */
const REFERENCE =
  /\b(?:for|contains?|has|have|find|get) (?:more|further|additional) (?:information|details?|help)\b|\bsee (?:also )?(?:the )?(?:section|chapter|page|documentation|manual|https?:)/i;

/** What is said about the question instead of answering it, and what only opens an example. */
const REMARK =
  /^(?:well,\s)?(?:(?:this|that|it)(?:['’]s| is) (?:an? )?(?:(?:\p{L}+) ){0,2}(?:question|topic|subject|matter)\b|the (?:short |long |simple |best )?answer (?:depends|is (?:a (?:bit|little)|rather|quite|very|not (?:easy|simple)|more|complicated|difficult|simple|hard))\b|it(?: all)? depends\b|(?:that|this) depends\b|good question|let['’]?s\b|let us\b|suppose\b|imagine\b|consider\b|assume\b|say\b|please\b|thanks?\b|see\b|read\b|note that\b|as always\b|this (?:question|answer|section|chapter|document|page)\b|there (?:is|are) (?:more than|several|many|various|a few|some|lots of|a number of|no (?:single|simple|easy))\b)/iu;

/** True for a sentence about the question, which answers nothing. */
export function isRemark(sentence: string): boolean {
  return REMARK.test(sentence) || REFERENCE.test(sentence) || /^\([^()]*\)[.!]?$/.test(sentence.trim());
}
