/**
 * Plain text as people type it → Markdown that shows the same characters. Marks that are clearly meant
 * (`**bold**`, `` `code` ``, LaTeX) stay; characters that Markdown would swallow by accident are escaped:
 * `26*26*26`, `__init__`, `vector<int>`, `$5 and $10`.
 */

const CODE_SPAN = /`[^`\n]+`/;
const MATH_DISPLAY = /\$\$[^$]+\$\$/;
const EMPHASIS = /(?<![\p{L}\p{N}*\\])(\*{1,3})(?![\s*])[^*\n]{1,400}(?<![\s*])\1(?![\p{L}\p{N}*])/u;
const KEPT = new RegExp(
  `${CODE_SPAN.source}|${MATH_DISPLAY.source}|\\$[^$\\n]{1,400}\\$|${EMPHASIS.source}`,
  "gu",
);
const LATEX_SIGN = /[\\^_{}=]/;
const VARIABLE = /^[A-Za-z]$/;

/** True for the inside of `$…$` that is a formula rather than two prices. */
function isFormula(inside: string): boolean {
  return !/^\s|\s$/.test(inside) && (LATEX_SIGN.test(inside) || VARIABLE.test(inside));
}

function escapePlain(text: string): string {
  return text
    .replace(/<(?=[A-Za-z/!?])/g, "\\<")
    .replace(
      /(?<![\p{L}\p{N}_\\])__(?=[\p{L}\p{N}]+__(?![\p{L}\p{N}_]))([\p{L}\p{N}]+)__/gu,
      "\\_\\_$1\\_\\_",
    );
}

/** Escapes the stars that could pair up into emphasis nobody meant. A lone one, or one between spaces, cannot. */
function escapeStars(text: string): string {
  const star = /(?<![\\*])\*(?!\*)/g;
  const flanking = (at: number) => {
    const before = text[at - 1] ?? "\n";
    const after = text[at + 1] ?? "\n";
    return !(/\s/.test(after) && /[\s]/.test(before)) && !(before === "\n" && after === " ");
  };
  const places = [...text.matchAll(star)].map((match) => match.index).filter(flanking);
  if (places.length < 2) return text;
  const escaped = new Set(places);
  let out = "";
  let from = 0;
  for (const at of escaped) {
    out += `${text.slice(from, at)}\\`;
    from = at;
  }
  return out + text.slice(from);
}

function escapeDollars(text: string): string {
  return text.replace(/(?<!\\)\$/g, "\\$");
}

/** TeX's own brackets → the dollars that Markdown renderers know. */
function texBrackets(text: string): string {
  return text
    .replace(/\\\(((?:(?!\\[()]).){1,2000}?)\\\)/gs, (_, inside: string) => `$${inside.trim()}$`)
    .replace(/\\\[((?:(?!\\[[\]]).){1,4000}?)\\\]/gs, (_, inside: string) => `$$${inside.trim()}$$`);
}

/** A line that is a LaTeX formula without any brackets: a command with braces, and hardly any words. */
function bareFormula(line: string): boolean {
  if (!/\\(frac|sqrt|sum|int|prod|lim|begin|left|cdot|times|alpha|beta|pi|theta|vec|partial)\b/.test(line))
    return false;
  if (line.includes("$") || line.includes("`")) return false;
  return !/[A-Za-z]{2,} [A-Za-z]{2,}/.test(line.replace(/\\[A-Za-z]+/g, ""));
}

type Piece = { text: string; kept: boolean };

/** Cuts a text into spans whose marks are meant (kept) and the plain text between them. */
function keptPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const pattern = new RegExp(KEPT);
  let from = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const found = match[0];
    if (found.startsWith("$") && !found.startsWith("$$") && !isFormula(found.slice(1, -1))) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    pieces.push({ text: text.slice(from, match.index), kept: false }, { text: found, kept: true });
    from = match.index + found.length;
  }
  pieces.push({ text: text.slice(from), kept: false });
  return pieces;
}

/** One line or one paragraph of plain text → Markdown. Linear in its length. */
export function inlineMarkdown(source: string): string {
  if (!/[\\$*_<`]/.test(source)) return source;
  const text = texBrackets(source);
  if (!text.includes("\n") && bareFormula(text)) return `$${text.trim()}$`;
  const pieces = keptPieces(text);
  const dollars = pieces.reduce((sum, piece) => sum + (piece.kept ? 0 : piece.text.split("$").length - 1), 0);
  const anyMath = pieces.some((piece) => piece.kept && piece.text.startsWith("$"));
  return pieces
    .map((piece) => {
      if (piece.kept) return piece.text;
      const escaped = escapeStars(escapePlain(piece.text));
      return dollars > 1 || (anyMath && dollars > 0) ? escapeDollars(escaped) : escaped;
    })
    .join("");
}
