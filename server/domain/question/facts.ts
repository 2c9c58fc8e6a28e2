import { MAX_OPTION_CHARS } from "@/contract/question";
import { isPersonal, isRemark, refersToUnseen } from "./alone";
import type { Line, Section } from "./outline";
import { condense, sentences } from "./sentences";
import { normalise, upperFirst, words } from "./text";

/**
 * One short askable statement taken from a card.
 * labelled: `label: text`, optionally of a `subject` where sections compare subjects ·
 * item: an entry of a list · statement: a sentence of running text.
 */
export type Fact = {
  role: "labelled" | "item" | "statement";
  /** The heading it stands under, or "". */
  section: string;
  /** What the section is about, where a card compares two or more subjects attribute by attribute. */
  subject?: string;
  label?: string;
  /** At most MAX_OPTION_CHARS characters, whole. */
  text: string;
  /** The sentence or line of the card that proves it. */
  evidence: string;
  /** The text leaves out brackets or an addition that the evidence has. */
  shortened: boolean;
  /** An example, a problem statement, a memory aid: true, but not what the card teaches about its subject. */
  aside: boolean;
  /** The sentence that leads to the list that an item stands in. */
  lead?: string;
  /** Names the list or section it belongs to within its card: facts of one group are siblings. */
  group: string;
};

const ASIDE =
  /^(?:for\s+)?(?:examples?|e\.?g|memory aid|mnemonic|analogy|note|notes|source|sources|reference|references|see also|related(?: to)?|hint|tip|beispiel|exemple|ejemplo|merkhilfe|example\s.+)\b/i;
const COMPLAINT =
  /\b(?:problem|problems|limitation|limitations|drawback|drawbacks|disadvantage|disadvantages|issue|issues|challenge|challenges|weakness|weaknesses|caveat|pitfall|con|cons)\b/i;

/** A line of the card as it stands, however long. */
export type CardLine = {
  section: string;
  label?: string;
  /** Without the label. */
  text: string;
  evidence: string;
  bullet: boolean;
  aside: boolean;
};

/** Every line of a card's side with the heading it stands under, nested ones under their label. */
export function readLines(sections: readonly Section[]): CardLine[] {
  const walk = (lines: readonly Line[], section: string, asideAbove: boolean): CardLine[] =>
    lines.flatMap((line) => {
      const aside = asideAbove || ASIDE.test(line.label ?? "") || ASIDE.test(line.text);
      const { label, text, evidence, bullet } = line;
      const own = { section, text, evidence, bullet, aside, ...(label !== undefined && { label }) };
      return [own, ...walk(line.items, leadOf(line) ?? section, aside)];
    });
  return sections.flatMap((section) => walk(section.lines, titleOf(section), isAside(section)));
}

/** A section that a sentence opens, and not a title, goes on with the subject of the heading above it. */
function titleOf(section: Section): string {
  return section.title === "" ? section.parent : section.title;
}

function isAside(section: Section): boolean {
  return ASIDE.test(section.title) || ASIDE.test(section.parent);
}

/** What the entries nested below a line are about: its label, or the line itself where it ends in a colon. */
function leadOf(line: Line): string | undefined {
  return line.label ?? (/[:：]$/.test(line.text) ? line.text.replace(/\s*[:：]$/, "") : undefined);
}

/** The facts of a card's side, in the order of the card. A side without an askable text has none. */
export function readFacts(sections: readonly Section[]): Fact[] {
  const facts = sections.flatMap((section, index) =>
    sectionFacts(section.lines, titleOf(section), `${index}`, isAside(section)).map((fact) =>
      section.lead === undefined || fact.role !== "item" ? fact : { ...fact, lead: section.lead },
    ),
  );
  return withSubjects(transposed(facts, sections), sections);
}

/** True under a heading or a label that complains: "Problem", "Key limitations". */
export function isComplaint(fact: Pick<Fact, "label" | "section">): boolean {
  return COMPLAINT.test(fact.label ?? "") || COMPLAINT.test(fact.section);
}

function sectionFacts(lines: readonly Line[], section: string, group: string, asideAbove: boolean): Fact[] {
  const aside = asideAbove || ASIDE.test(section);
  return lines.flatMap((line, index) => {
    const nested = sectionFacts(line.items, leadOf(line) ?? section, `${group}.${index}`, aside);
    return [...lineFacts(line, section, group, aside), ...nested];
  });
}

function lineFacts(line: Line, section: string, group: string, asideSection: boolean): Fact[] {
  const aside = asideSection || ASIDE.test(line.label ?? "") || ASIDE.test(line.text) || isExample(line.text);
  // "where n is …" belongs to the formula above it.
  if (/^(?:where|which|or)\b/i.test(line.text) || /^\p{Ll}?[Ww]here\b/u.test(line.evidence)) return [];
  if (/\b(?:see|explained|shown|mentioned)\b.*\b(?:below|above)\b/i.test(line.text)) return [];
  if (/^https?:\/\/\S+$/.test(line.text) || isRemark(line.text) || isPersonal(line.text)) return [];
  if (refersToUnseen(line.text)) return [];
  const base = { section, group, aside };
  if (line.label !== undefined) {
    const short = firstStatement(line.text);
    if (short === undefined || normalise(short.text) === normalise(line.label)) return [];
    return [{ ...base, role: "labelled", label: line.label, ...short, evidence: line.evidence }];
  }
  if (line.bullet) {
    const short = firstStatement(line.text);
    return short === undefined ? [] : [{ ...base, role: "item", ...short, evidence: line.evidence }];
  }
  return sentences(line.text).flatMap((sentence): Fact[] => {
    const short = condense(sentence, MAX_OPTION_CHARS);
    if (short === undefined || words(short.text).length === 0 || sentence.endsWith("?")) return [];
    return [
      {
        ...base,
        role: "statement",
        text: upperFirst(short.text),
        shortened: short.shortened,
        evidence: sentence,
      },
    ];
  });
}

/** Words of an example: "like …", a piece of somebody's sentence, a chain of quoted words. */
function isExample(text: string): boolean {
  return (
    /^(?:like|such as|e\.g|ex|for example)\b/i.test(text) ||
    /^[“"](?:\p{Ll}[^“”"]*|[^“”"]*(?:…|\.\.\.))[”"]$/u.test(text) ||
    (text.match(/[“"][^“”"]*[”"]/g) ?? []).length >= MANY_QUOTED
  );
}

const MANY_QUOTED = 3;

function firstStatement(written: string): { text: string; shortened: boolean } | undefined {
  const text = written.replace(/^[-–—•]\s+/, "");
  const all = sentences(text);
  const whole = condense(text, MAX_OPTION_CHARS);
  if (whole !== undefined && !whole.shortened && all.length <= 2) return whole;
  const first = all[0] === undefined ? undefined : condense(all[0], MAX_OPTION_CHARS);
  if (first === undefined || words(first.text).length === 0) return undefined;
  return { text: first.text, shortened: first.shortened || all.length > 1 };
}

/** "BERT (Bidirectional Encoder …)" is called BERT by the labels of other sections. */
function shortName(title: string): string {
  return title.replace(/\s*\(.*\)\s*$/, "").trim();
}

/**
 * Sections whose labels are the names of other sections ("Key differences" — BERT: …, GPT: …) are turned round:
 * the label becomes the subject and the heading the label.
 */
function transposed(facts: Fact[], sections: readonly Section[]): Fact[] {
  const subjects = new Map<string, string>();
  for (const { title } of sections) if (title !== "") subjects.set(normalise(shortName(title)), title);
  const turned = new Set<string>();
  for (const group of new Set(facts.map((fact) => fact.group))) {
    const labels = facts.filter((fact) => fact.group === group && fact.label !== undefined);
    const known = labels.filter((fact) => subjects.has(normalise(fact.label ?? "")));
    if (known.length >= 2 && known.length === labels.length) turned.add(group);
  }
  return facts.map((fact) => {
    if (!turned.has(fact.group) || fact.label === undefined) return fact;
    const subject = subjects.get(normalise(fact.label)) ?? fact.label;
    return { ...fact, subject, label: fact.section, section: subject };
  });
}

/** Sections under one heading that share two or more labels compare their titles: the title is the facts' subject. */
function withSubjects(facts: Fact[], sections: readonly Section[]): Fact[] {
  const labelsOf = new Map<string, Set<string>>();
  for (const fact of facts) {
    if (fact.label === undefined || fact.section === "") continue;
    const labels = labelsOf.get(fact.section) ?? new Set<string>();
    labelsOf.set(fact.section, labels.add(normalise(fact.label)));
  }
  const parentOf = new Map(sections.map((section) => [section.title, section.parent]));
  const compared = new Set<string>();
  for (const [a, labelsA] of labelsOf) {
    for (const [b, labelsB] of labelsOf) {
      if (a === b || parentOf.get(a) !== parentOf.get(b)) continue;
      if ([...labelsA].filter((label) => labelsB.has(label)).length >= 2) compared.add(a).add(b);
    }
  }
  return facts.map((fact) => (compared.has(fact.section) ? { ...fact, subject: fact.section } : fact));
}
