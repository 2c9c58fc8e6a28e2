import { headingOf } from "./front";
import { isBalanced, isFunctionWord, plain, words } from "./text";

/** What a card's front is about. */
export type Topic = {
  /** The thing that the front asks to define, as written, article included: "a skip list". Only for "What is X?" and bare terms. */
  term?: string;
  /** A short name of the card's subject for the head of a prompt; undefined where none could be told with certainty. */
  name?: string;
  /** What a question without such a name is about, for the head of a prompt: "Choosing a sail". */
  heading?: string;
};

const JOINED_QUESTION =
  /(?:,?\s+(?:and|or)\s+(?:how|why|what|when|where|which|who|give|is|are|do|does|can)\b.*|(?<!\b(?:vs?|mr|mrs|ms|dr|st|no))\.\s.*|\?.*|,\s*(?:and\s+)?(?:how|why|what|give)\b.*)$/is;
const WHAT_IS = /^(?:so\s+)?(?:what|who)(?:\s+(?:is|are|was|were)|['’]s|['’]re)\s+(?:meant by\s+)?(.+)$/is;
const DEFINE = /^(?:define|describe|explain|definition of|meaning of)[:\s]+(.+)$/is;
const STANDS_FOR = /^what\s+(?:does|do)\s+(.+?)\s+(?:stand\s+for|mean)\b/is;
/** "The secondary impacts of the flood": many things, and none that could be described. */
const FACET_OF =
  /^(?:(?:an?|the|some|main|two|three|four|five|six|\d+)\s+)*(?:\p{Ll}+\s+)?(?:causes|effects|impacts|consequences|problems|challenges|threats|opportunities|benefits|advantages|disadvantages|drawbacks|reasons|factors|features|characteristics|processes|stages|steps|types|strategies|measures|responses|solutions|sources|uses)\s+(?=(?:of|in|for|to)\s)/iu;
/** Nouns that ask about something else than themselves: "the purpose of X" is about X. */
const FACET =
  /^(?:(?:an?|the|some|main|key|major|common|most|typical|important|possible|potential|primary|basic|different|special|great|good|bad|simple|two|three|four|five|six|\d+)\s+)*(?:differences?|advantages?|disadvantages?|benefits?|drawbacks?|limitations?|pros|cons|purpose|goal|aim|role|function|examples?|types?|kinds?|components?|parts?|steps?|stages?|phases?|properties|property|characteristics?|features?|requirements?|factors?|causes?|effects?|results?|reasons?|problems?|issues?|uses?|applications?|methods?|ways?|techniques?|idea|ideas|concepts?|meaning|definition|formula|equation|complexity|value|name|names|number|parameters?|assumptions?|innovations?|symptoms?|elements?|principles?|rules?|caveats?|interpretation|structure|composition|importance|significance|relationship|relation|origin|basis|nature|consequences?|outcomes?|events?|figures?|developments?|motivations?|motives?|documents?|themes?|turning points?|signs?|risks?|time complexity|space complexity|syntax|command|output|difference|way|capital|author|year|date)\b/i;
const AFTER_FACET = /^.*?\b(?:of|with|to|for|in|between|regarding|from|behind|about)\s+(.+)$/is;
const HOW_WHY =
  /^(?:how|why|when|where|in what way|in which (?:way|cases?))\s+(?:do|does|did|is|are|was|were|can|could|should|would|must|has|have)\s+(?:we\s+|you\s+|i\s+|one\s+)?(.+)$/is;
const VERB =
  /\s+(?:\p{L}{3,}ed|most|more|usually|generally|typically|normally|commonly|often|actually|really|expensive|cheap|slow|fast|work|works|worked|need|needs|needed|solve|solves|apply|applied|differ|differs|help|helps|handle|improve|affect|affects|happen|happens|occur|relate|compare|use|used|useful|important|made|formed|trained|computed|calculated|measured|called|better|so|have|contain|provide|prevent|reduce|increase|learn|become|look|begin|start|end|be|do|make|matter|function|behave|cause|form|store|implemented|defined|different|represent|perform|for|in|during|when|if|as|with)\b.*$/isu;
/** "Why do Transformers need positional encoding": the card is about what is needed. */
const NEEDED = /^(?:.*?\s)?(?:needs?|uses?|prefers?|requires?)\s+(?:to\s+(?:use|perform|do)\s+)?(.+)$/is;
const ORDER =
  /^(?:(?:can|could|would) you\s+)?(?:please\s+)?(?:summari[sz]e|list|name|compare|give|discuss|state|outline|reflect(?: on| upon)?|analy[sz]e|evaluate|examine|assess|review|explore)\s+(.+)$/is;
/** "The parts of the mill regarding their weight" is about the mill. */
const ASPECT =
  /\s+(?:regarding|concerning|with (?:respect|regard) to|in terms of|according to|in view of)\s.*$/is;
/** "What caused the flood?" is about the flood. */
const AFFECTED =
  /^what\s+(?:caused|causes|led to|leads to|triggered|triggers|started|ended|influences|influenced|affects|affected|determines|determined)\s+(.+)$/is;
const PRONOUN = /^(?:it|this|that|these|those|they|he|she|we|you|i|one|there|something|someone|each|such)\b/i;
const MAX_TOPIC_WORDS = 8;
const MAX_TERM_WORDS = 6;

const MANY_TOLD = /^(?:so\s+)?what\s+(?:are|were)\s+(?:the|some|its|their|\d+|two|three|four|five|six)\s/i;

const ASKS_WHAT_IS =
  /^(?:special|involved|wrong|needed|necessary|different|important|good|better|best|true|unique|new)\b/i;

/** "What is cement based on?" is about cement. */
const OPEN_END = /\s+(?:\p{L}+ed\s+|called\s+|like\s+)?(?:on|for|of|to|in|at|by|with|from|about|as|like)$/iu;

/** Reads the subject out of a front; an empty object where it cannot be told. Never throws. */
export function topicOf(front: string): Topic {
  const topic = subjectIn(front);
  const heading = topic.name === undefined ? headingOf(plain(front)) : undefined;
  return heading === undefined ? topic : { ...topic, heading };
}

function subjectIn(front: string): Topic {
  const text = plain(front).replace(/\s+/g, " ").trim();
  if (/_{2,}|\[\.\.\.\]|\{\{c\d/.test(text)) return {};
  const asked = text.replace(JOINED_QUESTION, "").trim();
  const stands = STANDS_FOR.exec(asked)?.[1];
  if (stands !== undefined) return named(stands);
  const direct = WHAT_IS.exec(asked)?.[1] ?? DEFINE.exec(asked)?.[1];
  if (direct !== undefined) {
    if (isFacet(direct)) return named(AFTER_FACET.exec(direct)?.[1]);
    if (/\b(?:you|we|i|used|called|that|which|if|when|do|does)\b/i.test(direct))
      return named(direct.replace(/\s+(?:used|called|that|which|if|when)\b.*$/i, ""));
    // "What is in the box?" is about the box.
    const place = /^(?:in|inside|on|at|behind|under|within)\s+(.+)$/is.exec(direct)?.[1];
    if (place !== undefined) return named(place);
    const term = clean(direct);
    if (term === undefined) return {};
    // "What are the four seasons?" asks to tell them, and not what seasons are.
    if (MANY_TOLD.test(asked)) return { name: bareName(term) };
    if (isNounPhrase(term)) return { term, name: bareName(term) };
    // "What is special about TCP?" is about TCP.
    return ASKS_WHAT_IS.test(term)
      ? named(AFTER_FACET.exec(term)?.[1])
      : { name: bareName(term.replace(OPEN_END, "")) };
  }
  const reason = HOW_WHY.exec(asked)?.[1];
  if (reason !== undefined)
    return named(NEEDED.exec(reason)?.[1] ?? (/^why\b/i.test(asked) ? undefined : subjectOf(asked, reason)));
  const facet = ORDER.exec(asked)?.[1]?.replace(ASPECT, "");
  if (facet !== undefined)
    return FACET.test(facet) && !facet.includes(":") ? named(AFTER_FACET.exec(facet)?.[1]) : {};
  const affected = AFFECTED.exec(asked)?.[1];
  if (affected !== undefined) return named(affected);
  const isBare =
    !/[?!:]/.test(text) &&
    words(text).length <= MAX_TOPIC_WORDS &&
    !/^(?:how|why|when|where|who|which|is|are|do|does|can|should|if|write|given)\b/i.test(text);
  return isBare && !FACET.test(text)
    ? { term: text.replace(/[.]$/, ""), name: text.replace(/[.]$/, "") }
    : {};
}

/** Words behind a facet that are no noun of it. */
const BEHIND_FACET =
  /^(?:\p{L}+(?:ed|ing)|behind|regarding|available|necessary|known|made|given|not)\b|^\P{L}/iu;

/** "The features of a mill" are asked for; "feature selection" is a name that begins with such a noun. */
function isFacet(text: string): boolean {
  if (FACET_OF.test(text)) return true;
  const found = FACET.exec(text)?.[0];
  if (found === undefined) return false;
  const rest = text.slice(found.length).trim();
  return rest === "" || BEHIND_FACET.test(rest) || isFunctionWord(words(rest)[0] ?? "") || /s$/i.test(found);
}

/** "How does X work": X, where a verb that is surely one follows a short name. */
function subjectOf(asked: string, rest: string): string | undefined {
  if (/\b(?:do|does|did|can|could|should|would|must)\s+(?:we|you|i|one|people)\b/i.test(asked))
    return undefined;
  // Where only a preposition ends it, the verb is still inside: "the OS abstract the environment for a process".
  if (/^\s*(?:for|in|during|when|if|as|with)\b/i.test(VERB.exec(rest)?.[0] ?? "")) return undefined;
  const subject = rest.replace(VERB, "");
  if (subject === rest || words(subject).length > 5 || /\b(?:that|which|when|if|using)\b/i.test(subject))
    return undefined;
  return subject;
}

function named(text: string | undefined): Topic {
  const found = text === undefined ? undefined : clean(text);
  return found === undefined ? {} : { name: bareName(found) };
}

/** "another name for a getter", "special about an interrupt handler" ask for something, they name nothing. */
function isNounPhrase(term: string): boolean {
  return (
    words(term).length <= MAX_TERM_WORDS &&
    !/\s(?:of|for|to|in|on|at|by|with|from|about|as|like)$/i.test(term) &&
    !/[:;]|^(?:another|special|wrong|involved|needed|necessary|different|important|good|better|best|true|unique|new|size|order|sum|result|return|range|maximum|minimum|total|average|probability|number)\b|\b(?:about|based on)\b/i.test(
      term,
    )
  );
}

/** "The party who", "criteria for determining", "the “cruelty of": what ends like this was torn from the rest of its name. */
const TORN = /\s(?:who|whom|whose|which|that|whether|if|the|an?|for\s\p{L}+ing)$/iu;

function clean(text: string): string | undefined {
  const trimmed = text
    .replace(/[?.!,;:]+$/, "")
    .replace(/^["“'‘]([^"“”]+)["”'’]$/, "$1")
    .trim();
  const count = words(trimmed).length;
  if (count === 0 || count > MAX_TOPIC_WORDS || PRONOUN.test(trimmed)) return undefined;
  if (words(trimmed).every(isFunctionWord) || TORN.test(trimmed) || !isBalanced(trimmed)) return undefined;
  return trimmed;
}

/** "the attention mechanism" → "Attention mechanism": a heading carries no article. */
function bareName(term: string): string {
  return term.replace(/^(?:an?|the)\s+/i, "").replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
