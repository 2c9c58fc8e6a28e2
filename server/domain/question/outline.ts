import { isProgram } from "./code";
import { isBalanced, isFunctionWord, plain, words } from "./text";

/** One line of a card: a sentence or more, a list item, or `label: text`. Plain text, formulas kept. */
export type Line = {
  label?: string;
  text: string;
  /** The line as the card has it, for a person to read. */
  evidence: string;
  bullet: boolean;
  /** What is nested below it. */
  items: Line[];
};

/** A heading and what stands under it, to the next heading. The first section of a card may have no title. */
export type Section = {
  title: string;
  /** The title of the heading above this one, where this one is a subheading. */
  parent: string;
  /** The sentence that leads to its list, where the list has one: "Performance scales as power laws with". */
  lead?: string;
  lines: Line[];
  /** Programs: each as its lines. */
  code: string[][];
  /** Display formulas, with their delimiters. */
  formulas: string[];
};

const MAX_TITLE_WORDS = 9;
const MAX_LABEL_WORDS = 7;

/**
 * The structure of a card's side, from Markdown or from plain text that is laid out alike: headings (`#`, bold lines,
 * lines that end in a colon), lists, `label: value` lines, fenced or bare programs, display formulas. Never throws.
 */
export function outline(markdown: string): Section[] {
  const reader = new OutlineReader();
  const source = markdown
    .replace(/\r\n?/g, "\n")
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<\/?(?:p|div|ul|ol|li|h\d)[^<>]*>/gi, "\n")
    .replace(/<!--.*?-->/gs, "")
    .replace(/<img[^<>]*>/gis, HOLE);
  for (const block of source.split(/(```[^\n]*\n[\s\S]*?(?:```|$)|\$\$[\s\S]+?\$\$|\\\[[\s\S]+?\\\])/)) {
    if (block.startsWith("```")) reader.program(block.replace(/^```[^\n]*\n?|```$/g, "").split("\n"));
    else if (/^(\$\$|\\\[)/.test(block)) reader.formula(block.replace(/\s+/g, " "));
    else for (const paragraph of block.split(/\n[ \t]*\n/)) reader.paragraph(paragraph.split("\n"));
  }
  return reader.sections.filter(
    (section) => section.lines.length + section.code.length + section.formulas.length > 0,
  );
}

/** Where a picture stood. A sentence that goes on behind it lacks a part, and is not asked about. */
export const HOLE = "\uFFFC";

/** A picture before a heading is not read out. */
const ORNAMENT =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200D|\uFE0F|\s)+/u;
/** "2. Causes", "B) Causes", "IV. Causes": the place of a heading is no part of its name. */
const COUNTER = /^(?:\d{1,2}|[A-Z]|[IVX]{2,4})[.)]\s+/;

/** A line that stops in the middle of a thought. */
const OPEN_END = /(?:,|\s(?:of|the|an?|and|or|to|with|by|for|from|that|which))$/i;

class OutlineReader {
  readonly sections: Section[] = [emptySection("", "")];
  private open: { indent: number; count?: number; line: Line }[] = [];
  private levels: { depth: number; title: string }[] = [];

  program(lines: string[]): void {
    const written = lines.filter((line) => line.trim() !== "");
    if (written.length > 0) this.last().code.push(written);
  }

  formula(text: string): void {
    this.last().formulas.push(text.trim());
  }

  paragraph(lines: string[]): void {
    if (isProgram(lines)) {
      this.program(lines);
      return;
    }
    const asList = isUnmarkedList(lines);
    for (const line of lines) {
      this.line(asList && line.trim() !== "" && !/[:：]\s*$/.test(line) ? `- ${line.trim()}` : line);
    }
    // A label whose value never came is the heading of nothing; a bare paragraph closes the list above it.
    if (lines.some((line) => line.trim() !== "") && !lines.some((line) => /^\s/.test(line))) this.open = [];
  }

  private line(raw: string): void {
    const indent = (/^[ \t]*/.exec(raw)?.[0] ?? "").replace(/\t/g, "    ").length;
    const body = raw.trim();
    if (body === "" || /^([-*_=]\s*){3,}$/.test(body) || /^\|?[\s:|-]+\|[\s:|-]*$/.test(body)) return;
    const hash = /^(#{1,6})\s+(.+?)\s*#*$/.exec(body);
    if (hash) {
      this.heading(hash[2] ?? "", hash[1]?.length ?? 1);
      return;
    }
    const marker = /^(?:[-*•‣▪◦+·–]|(\d{1,2}|[a-z])[.)])\s+(.+)$/.exec(body);
    const content = marker?.[2] ?? body;
    const numbered = marker?.[1] !== undefined;
    const text = plain(content);
    if (text === "") return;
    if ((marker === null || numbered) && indent < 4 && isBareHeading(content, text)) {
      this.heading(content, numbered ? 5 : 4);
      return;
    }
    if (marker !== null) {
      const count = /^\d+$/.test(marker[1] ?? "") ? Number(marker[1]) : undefined;
      // "2." goes on with the list of "1.", however far it was pushed in.
      const before = count === undefined ? undefined : this.open.find((above) => above.count === count - 1);
      this.item(content, before?.indent ?? indent, true, count);
      return;
    }
    const above = this.open.at(-1);
    if (above !== undefined && indent > above.indent && above.line.label === undefined) {
      above.line.text = `${above.line.text} ${text}`;
      above.line.evidence = `${above.line.evidence} ${text}`;
      return;
    }
    this.sentenceLine(content);
  }

  /** A line without a marker goes on with the line above it only where that one plainly stops in mid-sentence. */
  private sentenceLine(content: string): void {
    const section = this.last();
    const above = section.lines.at(-1);
    const text = plain(content);
    // "…, the sieve," and "the weight of" go on whatever comes; a call or an assignment begins in lower case and goes on with nothing.
    const isOpen = above !== undefined && OPEN_END.test(above.text);
    const continues = (isOpen || /^[\p{Ll}(]/u.test(text)) && splitLabel(content) === undefined;
    if (
      above &&
      continues &&
      !/^[\w.]+(?:\(|\[|\s?[=<>]|::|->)/.test(text) &&
      !above.bullet &&
      !/[.!?:;]["”)]*$/.test(above.text) &&
      words(above.text).length > 6
    ) {
      above.text = `${above.text} ${text}`;
      above.evidence = `${above.evidence} ${text}`;
      return;
    }
    this.item(content, 0, false);
  }

  private item(written: string, indent: number, bullet: boolean, count?: number): void {
    const content = withoutOuterHoles(written);
    if (content === "") return;
    const line: Line = {
      ...(splitLabel(content) ?? { text: plain(content) }),
      evidence: plain(content),
      bullet,
      items: [],
    };
    while (this.open.length > 0 && (this.open.at(-1)?.indent ?? 0) >= indent) this.open.pop();
    const parent = bullet ? this.open.at(-1)?.line : undefined;
    (parent?.items ?? this.last().lines).push(line);
    if (bullet) this.open.push({ indent, line, ...(count !== undefined && { count }) });
    else this.open = [];
  }

  private heading(content: string, depth: number): void {
    const title = plain(content).replace(/\s*:$/, "").replace(ORNAMENT, "").replace(COUNTER, "");
    while (this.levels.length > 0 && (this.levels.at(-1)?.depth ?? 0) >= depth) this.levels.pop();
    const above = this.levels.at(-1)?.title ?? "";
    this.sections.push(
      isTitle(title) ? emptySection(title, above) : { ...emptySection("", above), lead: title },
    );
    this.levels.push({ depth, title });
    this.open = [];
  }

  private last(): Section {
    const section = this.sections.at(-1);
    if (section === undefined) throw new RangeError("an outline always has a section");
    return section;
  }
}

/** A picture before or behind a line takes nothing from it. */
function withoutOuterHoles(content: string): string {
  return content.replace(/^(?:\s*\uFFFC)+\s*|\s*(?:\uFFFC\s*)+$/gu, "");
}

/** Three or more short lines without a mark and without a full stop are a list that nobody marked. */
export function isUnmarkedList(lines: readonly string[]): boolean {
  const written = lines.map((line) => line.trim()).filter((line) => line !== "");
  const body = /[:：]$/.test(written[0] ?? "") ? written.slice(1) : written;
  return (
    body.length >= 3 &&
    body.every(
      (line) =>
        words(line).length <= 8 &&
        words(line).length > 0 &&
        !/^[-*•#+>|]|^\d+[.)]|[.:;!?=]$|^\W*=/.test(line),
    ) &&
    body.every((line) => splitLabel(line) === undefined)
  );
}

function emptySection(title: string, parent: string): Section {
  return { title, parent, lines: [], code: [], formulas: [] };
}

/** `**Title**`, `**Title:**`, or a short line that ends in a colon. */
function isBareHeading(content: string, text: string): boolean {
  if (/^\*\*[^*]+\*\*:?$/.test(content.trim())) return words(text).length <= MAX_TITLE_WORDS;
  return /[^:]:\**$/.test(content) && words(text).length <= MAX_TITLE_WORDS + 3 && !/[.!?]\s/.test(text);
}

/** A title names something; a longer line is the sentence that leads to a list. */
function isTitle(title: string): boolean {
  return (
    words(title).length <= MAX_TITLE_WORDS &&
    !/\b(?:are|is|has|have|include|includes|following|can)\b/i.test(title) &&
    !/\b(?:with|of|for|to|by|in|as|on|at|from|and|or|the|a|an)$/i.test(title) &&
    !/^(?:in|with|if|when|for example|given)\s+["“]/i.test(title)
  );
}

/** `**Label**: value`, `Label: value`, `Label – value`; undefined where the part before is no label. */
export function splitLabel(content: string): { label: string; text: string } | undefined {
  const dashed = /^([^–—]{1,50}?)\s+[-–—]\s+(\S.*)$/s.exec(content);
  const found =
    /^\*\*([^*]+?)(?::\*\*\s*|\*\*\s*[:：–—-]\s*|\*\*\s+(?=[\p{Lu}\p{Lo}\p{N}“"'‘]))(\S.*)$/su.exec(
      content,
    ) ??
    /^([^:：]{1,70}?)\s*[:：]\s+(\S.*)$/s.exec(content) ??
    // "Avoid writing to disk until you must - cache like crazy": a clause, and no name.
    (words(dashed?.[1] ?? "").filter(isFunctionWord).length < 2 ? dashed : null);
  if (found === null) return undefined;
  const label = plain(found[1] ?? "").replace(/\s*[:：]$/, "");
  if (/^(?:yes|no|true|false|sí|oui|non|ja|nein)$/i.test(label)) return undefined;
  const text = plain(found[2] ?? "");
  const bold = content.startsWith("**");
  if (label === "" || text === "" || words(label).length > MAX_LABEL_WORDS || words(label).length === 0)
    return undefined;
  // "The miller (Hill – North): owns the mill" is not split inside its brackets.
  if (!isBalanced(label) && isBalanced(`${label} ${text}`)) return undefined;
  if (/[.;?!=<>{}]\s|[;=<>{}]$|https?$|["“]/.test(label)) return undefined;
  if (!bold && /^\p{Ll}.*\b(?:is|are|was|were|the|of|to)\b/u.test(label)) return undefined;
  return { label, text };
}
