import { markdownWithoutHtml } from "./html";
import { inlineMarkdown } from "./inline";
import { fenced, isProgram } from "./program";

/**
 * The back of a card as it is copied from a page → Markdown with its structure kept (the convention stands in
 * `src/contract/deck.ts`). A copy loses bullets and bold; what is left of them is blank lines, colons and
 * numbers, and this file reads those:
 * - a short line that ends in a colon is a heading, unless it reads as the beginning of a sentence;
 * - the lines of the block below a heading or below a line that ends in a colon are the items of its list;
 * - `label: value` is an item with its label in bold; an item that ends in a colon has the next block nested;
 * - numbered lines are one ordered list until the next heading, numbered on where a copy began again at 1.
 */

type Heading = { kind: "heading"; text: string };
type Paragraph = { kind: "paragraph"; text: string; block: number };
type Item = { kind: "item"; text: string; depth: number; number: number | null };
type Node = Heading | Paragraph | Item;

const BULLET = /^(\s*)(?:[-*+•‣◦▪·–])\s+(?=\S)/;
const NUMBERED = /^\s*(\d{1,3})[.)]\s+(?=\S)/;
const COLON_END = /[:：]$/;
const LABELLED = /^([^:：]{1,60}?)\s?(?::\s+|：\s*)(?=\S)/;
const MARKDOWN_BLOCK = /^ {0,3}(#{1,6} \S|```|~~~|\||>\s)/m;
/** Words that leave a sentence open: what follows a colon after them completes it. */
const OPEN_ENDED =
  /(^|\s)(of|with|as|are|is|was|were|by|to|in|for|that|if|when|include|includes|including|follows|following|into|from|on|mit|für|von|sind|ist|avec|sont|est|de|para|con|son)$/i;
const HEADING_CHARS = 80;
const HEADING_WORDS = 10;
const SHORT_HEADING_WORDS = 4;
const LABEL_WORDS = 6;

const words = (text: string) => text.split(/\s+/).filter(Boolean);
const withoutAsides = (text: string) => text.replace(/\([^()]*\)/g, " ").trim();

function balanced(text: string): boolean {
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0;
  return count(/[([]/g) === count(/[)\]]/g) && count(/[“«]/g) === count(/[”»]/g) && count(/"/g) % 2 === 0;
}

/** "How It Works:" yes; "The attention has three components:" no, that is a sentence going on below. */
function isHeadingLine(line: string): boolean {
  if (!COLON_END.test(line) || line.length > HEADING_CHARS || !balanced(line)) return false;
  const title = withoutAsides(line.replace(COLON_END, ""));
  if (!title || /[.!?;,“”"«»]|:\s/.test(title) || OPEN_ENDED.test(title)) return false;
  const all = words(title);
  if (all.length <= SHORT_HEADING_WORDS) return true;
  const telling = all.filter((word) => word.length > 3);
  const capitals = telling.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length;
  return all.length <= HEADING_WORDS && telling.length > 0 && capitals >= telling.length * 0.6;
}

/** `label: value` in two, or null. A label is a phrase: six words at most, nothing left open in it. */
function labelAndValue(line: string): { label: string; value: string } | null {
  const match = LABELLED.exec(line);
  const label = match?.[1]?.trim();
  if (!match || !label) return null;
  if (words(label).length > LABEL_WORDS || /[.!?;]\s|[.!?;,]$/.test(label)) return null;
  if (!/[\p{L}\p{N}]/u.test(label) || !balanced(label) || label.includes("**")) return null;
  return { label, value: line.slice(match[0].length) };
}

function itemText(line: string): string {
  const pair = labelAndValue(line);
  if (!pair && isHeadingLine(line)) return `**${inlineMarkdown(line.replace(COLON_END, "").trim())}**:`;
  return pair ? `**${inlineMarkdown(pair.label)}**: ${inlineMarkdown(pair.value)}` : inlineMarkdown(line);
}

function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [];
  let open: string[] = [];
  for (const line of [...lines, ""]) {
    if (line.trim()) open.push(line.trimEnd());
    else if (open.length) {
      blocks.push(open);
      open = [];
    }
  }
  return blocks;
}

/** Reads blocks into nodes; what the last line promised decides how the next block is understood. */
class Reader {
  readonly nodes: Node[] = [];
  /** Depth at which the next block's lines are items, or null when nothing was promised. */
  private promised: number | null = null;
  /** Depth of the list that plain blocks return to: 1 below a numbered item, otherwise 0. */
  private base = 0;
  private lastNumber = 0;
  private block = 0;

  read(block: readonly string[]): void {
    this.block++;
    const depth = this.promised;
    this.promised = null;
    if (depth !== null && this.isListOf(block, depth)) this.list(block, depth);
    else this.mixed(block);
  }

  /** After a promise, a block is a list unless it is a single plain sentence or holds a heading of its own. */
  private isListOf(block: readonly string[], depth: number): boolean {
    if (block.some((line) => NUMBERED.test(line) || BULLET.test(line))) return false;
    const plain = block.map((line) => line.trim());
    if (plain.length === 1) {
      const only = plain[0] ?? "";
      return (
        labelAndValue(only) !== null || (COLON_END.test(only) ? !isHeadingLine(only) : depth > this.base)
      );
    }
    const inside = plain.slice(0, -1);
    if (inside.some(isHeadingLine)) return false;
    return !isHeadingLine(plain.at(-1) ?? "") || inside.every((line) => labelAndValue(line) !== null);
  }

  private list(block: readonly string[], depth: number): void {
    for (const line of block) this.item(line.trim(), depth);
    if (COLON_END.test(block.at(-1) ?? "")) this.promised = depth + 1;
  }

  private item(line: string, depth: number, number: number | null = null): void {
    this.nodes.push({ kind: "item", text: itemText(line), depth, number });
  }

  /** A block that nothing announced: a list when every line has a label, otherwise line by line. */
  private mixed(block: readonly string[]): void {
    const labelled = block.filter(
      (line) => labelAndValue(line.trim()) !== null && !NUMBERED.test(line),
    ).length;
    if (block.length > 1 && labelled === block.length) this.list(block, this.base);
    else for (const [at, raw] of block.entries()) this.line(raw, at === block.length - 1, labelled === 1);
  }

  private line(raw: string, last: boolean, loneLabel: boolean): void {
    const line = raw.trim();
    const bullet = BULLET.exec(raw);
    const numbered = NUMBERED.exec(raw);
    if (bullet) this.bullet(raw.slice(bullet[0].length), bullet[1] ?? "", last);
    else if (numbered) this.numbered(line.replace(NUMBERED, ""), Number(numbered[1]), last);
    else if (isHeadingLine(line)) this.heading(line, last);
    else if (labelAndValue(line)) {
      this.item(line, this.base);
      if (last && (loneLabel || COLON_END.test(line))) this.promised = this.base + 1;
    } else this.paragraph(line, last);
  }

  private heading(line: string, last: boolean): void {
    this.nodes.push({ kind: "heading", text: inlineMarkdown(line.replace(COLON_END, "").trim()) });
    this.closeList(last);
  }

  private paragraph(line: string, last: boolean): void {
    this.nodes.push({ kind: "paragraph", text: inlineMarkdown(line), block: this.block });
    if (COLON_END.test(line)) this.closeList(last);
  }

  /** What follows belongs to a new list; right below the last line of its block, its items are promised. */
  private closeList(last: boolean): void {
    this.lastNumber = 0;
    this.base = 0;
    if (last) this.promised = 0;
  }

  private bullet(text: string, indent: string, last: boolean): void {
    const previous = this.nodes.at(-1);
    const deepest = previous?.kind === "item" ? previous.depth + 1 : this.base;
    const depth = Math.min(deepest, this.base + Math.floor(indent.replaceAll("\t", "    ").length / 2));
    this.item(text, depth);
    if (last && COLON_END.test(text)) this.promised = depth + 1;
  }

  private numbered(text: string, printed: number, last: boolean): void {
    const number = printed > this.lastNumber ? printed : this.lastNumber + 1;
    this.lastNumber = number;
    this.base = 1;
    if (isHeadingLine(text)) {
      const title = inlineMarkdown(text.replace(COLON_END, "").trim());
      this.nodes.push({ kind: "item", text: `**${title}**`, depth: 0, number });
      if (last) this.promised = 1;
      return;
    }
    this.item(text, 0, number);
    if (last && COLON_END.test(text)) this.promised = 1;
  }
}

/** Below a numbered item the indent is as wide as its number, below a bullet two: Markdown asks for that. */
function write(nodes: readonly Node[]): string {
  let out = "";
  let previous: Node | null = null;
  let underNumber = 0;
  for (const node of nodes) {
    if (node.kind === "item" && node.depth === 0)
      underNumber = node.number === null ? 0 : `${node.number}. `.length;
    if (node.kind !== "item") underNumber = 0;
    if (previous) out += tight(previous, node) ? "\n" : "\n\n";
    if (node.kind === "heading") out += `### ${node.text}`;
    else if (node.kind === "paragraph") out += node.text;
    else {
      const first = node.depth > 0 ? underNumber || 2 : 0;
      const indent = " ".repeat(first + 2 * Math.max(0, node.depth - 1));
      out += `${indent}${node.number === null ? "-" : `${node.number}.`} ${node.text}`;
    }
    previous = node;
  }
  return out;
}

function tight(a: Node, b: Node): boolean {
  if (a.kind === "item" && b.kind === "item") return true;
  return a.kind === "paragraph" && b.kind === "paragraph" && a.block === b.block;
}

/**
 * Text of one side of a card → Markdown. One line is only made safe; several lines are read for structure.
 * Text that is Markdown already (headings, fences, tables) keeps its shape, and a program is fenced.
 */
export function toMarkdown(source: string): string {
  const text = source.replace(/^\n+/, "").trimEnd();
  if (!text.includes("\n")) return inlineMarkdown(text.trim());
  if (MARKDOWN_BLOCK.test(text)) return markdownWithoutHtml(text);
  if (isProgram(text)) return fenced(text);
  const reader = new Reader();
  for (const block of blocksOf(text.split("\n"))) reader.read(block);
  return write(reader.nodes);
}
