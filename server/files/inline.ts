/**
 * Plain text as people type it → Markdown that shows the same characters. Marks that are clearly meant
 * (`**bold**`, `` `code` ``, LaTeX) stay; characters that Markdown would swallow by accident are escaped:
 * `26*26*26`, `__init__`, `vector<int>`, `$5 and $10`.
 */

const CODE_SPAN = /`[^`\n]+`/;
const MATH_DISPLAY = /\$\$[^$]+\$\$/;
const EMPHASIS = /(?<![\p{L}\p{N}*\\])(\*{1,3})(?![\s*])[^*\n]{1,400}(?<![\s*])\1(?![\p{L}\p{N}*])/u;
/** TeX's own brackets, which become the dollars that Markdown renderers know. */
const TEX_INLINE = /\\\((?:(?!\\[()])[\s\S]){1,2000}?\\\)/;
const TEX_DISPLAY = /\\\[(?:(?!\\[[\]])[\s\S]){1,4000}?\\\]/;
const KEPT = new RegExp(
  [CODE_SPAN, MATH_DISPLAY, /\$[^$\n]{1,400}\$/, TEX_INLINE, TEX_DISPLAY, EMPHASIS]
    .map((part) => part.source)
    .join("|"),
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

const STAR = /(?<![\\*])\*(?!\*)/g;

/** Escapes the stars that could pair up into emphasis nobody meant. A lone one, or one between spaces, cannot. */
function escapeStars(text: string): string {
  const pairs = (at: number) => {
    const before = text[at - 1] ?? "\n";
    const after = text[at + 1] ?? "\n";
    const bullet = before === "\n" && after === " ";
    return !bullet && !(/\s/.test(before) && /\s/.test(after));
  };
  let count = 0;
  const escaped = text.replace(STAR, (star, at: number) => {
    if (!pairs(at)) return star;
    count++;
    return "\\*";
  });
  return count < 2 ? text : escaped;
}

function escapeDollars(text: string): string {
  return text.replace(/(?<!\\)\$/g, "\\$");
}

/** A line that is a LaTeX formula without any brackets: a command with braces, and hardly any words. */
function bareFormula(line: string): boolean {
  if (!/\\(frac|sqrt|sum|int|prod|lim|begin|left|cdot|times|alpha|beta|pi|theta|vec|partial)\b/.test(line))
    return false;
  if (/[$`]|\\[([]/.test(line)) return false;
  return !/[A-Za-z]{2,} [A-Za-z]{2,}/.test(line.replace(/\\[A-Za-z]+/g, ""));
}

function withDollars(kept: string): string {
  const inside = kept.slice(2, -2).trim();
  if (kept.startsWith("\\(")) return `$${inside}$`;
  return kept.startsWith("\\[") ? `$$${inside}$$` : kept;
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
    pieces.push(
      { text: text.slice(from, match.index), kept: false },
      { text: withDollars(found), kept: true },
    );
    from = match.index + found.length;
  }
  pieces.push({ text: text.slice(from), kept: false });
  return pieces;
}

/** One line or one paragraph of plain text → Markdown. Linear in its length. */
export function inlineMarkdown(source: string): string {
  if (!/[\\$*_<`]/.test(source)) return source;
  if (!source.includes("\n") && bareFormula(source)) return `$${source.trim()}$`;
  const pieces = keptPieces(source);
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
