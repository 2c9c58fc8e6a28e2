import { markdownWithoutHtml } from "./html";

/** A line of a Markdown file with what it is; fenced lines are text, whatever they look like. */
export type MarkdownLine = {
  text: string;
  /** 1-based. */
  line: number;
  fenced: boolean;
  heading: { level: number; text: string } | null;
  /** The text of a line that is bold from end to end. */
  bold: string | null;
  item: { indent: number; text: string } | null;
  /** A rule or a lone `<br>`: what people put between entries. */
  rule: boolean;
};

const FENCE = /^\s*(```|~~~)/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*)$/;
const ITEM = /^([ \t]*)(?:[-*+•]|\d{1,4}[.)])\s+(\S.*)$/;
const BOLD = /^\s*(\*\*|__)(?=\S)(.+)(?<=\S)\1\s*$/;
const RULE = /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|<(?:br|hr)\s?\/?>)\s*$/i;
/** Difficulty marks that authors put behind a question: 👶, ⭐️, 🚀. */
const TRAILING_EMOJI = /(?:\s|\p{Extended_Pictographic}|\u200d|\ufe0f)+$/u;

/** Heading and bold texts without closing hashes and trailing emoji. A text of emoji alone stays. */
function label(text: string): string {
  const plain = text.slice(0, 2000).replace(/#+$/, "").trim();
  const bare = /\p{Extended_Pictographic}[\ufe0f\s]*$/u.test(plain)
    ? plain.replace(TRAILING_EMOJI, "")
    : plain;
  return markdownWithoutHtml(bare || plain).replace(/^\*\*([^*]+)\*\*$/, "$1");
}

function classify(text: string, line: number): MarkdownLine {
  const rule = RULE.test(text);
  const heading = HEADING.exec(text);
  const item = rule ? null : ITEM.exec(text);
  const bold = BOLD.exec(text);
  const indent = (item?.[1] ?? "").replaceAll("\t", "    ").length;
  return {
    text,
    line,
    fenced: false,
    heading: heading ? { level: heading[1]?.length ?? 1, text: label(heading[2] ?? "") } : null,
    bold: bold && !/\*\*|__/.test(bold[2] ?? "") ? label(bold[2] ?? "") : null,
    item: item ? { indent, text: item[2] ?? "" } : null,
    rule,
  };
}

/** Each line by what it is; inside code fences every line is text. */
export function markdownLines(text: string): MarkdownLine[] {
  let fenced = false;
  return text.split("\n").map((raw, at) => {
    const fence = FENCE.test(raw);
    const inside = fenced || fence;
    if (fence) fenced = !fenced;
    if (inside)
      return { text: raw, line: at + 1, fenced: true, heading: null, bold: null, item: null, rule: false };
    return classify(raw, at + 1);
  });
}

/** Lines of a card's body → its Markdown: rules, comments and HTML gone, headings all on the level cards use. */
export function bodyOf(lines: readonly MarkdownLine[]): string {
  const kept = lines.filter((line) => !line.rule);
  const text = kept.map((line) => (line.heading ? `### ${line.heading.text}` : line.text)).join("\n");
  return markdownWithoutHtml(text)
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "")
    .trimEnd();
}

/** Lines nested below a list item, moved left so that they stand on their own. */
export function outdented(lines: readonly MarkdownLine[]): string {
  const filled = lines.filter((line) => line.text.trim());
  const indents = filled.map((line) => line.text.length - line.text.trimStart().length);
  const least = indents.reduce((a, b) => Math.min(a, b), 80);
  return markdownWithoutHtml(lines.map((line) => line.text.slice(least).trimEnd()).join("\n")).trim();
}
