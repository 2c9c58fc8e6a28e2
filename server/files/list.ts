import type { Draft, DraftCard, FileProblem, Recognition, TextFormat } from "./draft";
import { bestPairSeparator, splitPair } from "./pairs";
import { toMarkdown } from "./structure";
import { quote } from "./text";

/**
 * Plain notes: one card a line ("term - definition", "term = definition", "1. term: definition"), or blocks of a
 * question line with its answer below, separated by blank lines or by their numbers.
 */

const NUMBERING = /^\s*\d{1,4}[.)]\s+/;
const SAMPLE_LINES = 400;
const LEAST_PAIR_SHARE = 0.6;
const LEAST_BLOCK_SHARE = 0.8;

type Line = { text: string; line: number; numbered: boolean };

const linesOf = (text: string): Line[] =>
  text.split("\n").map((raw, at) => ({
    text: raw.replace(NUMBERING, "").trimEnd(),
    line: at + 1,
    numbered: NUMBERING.test(raw),
  }));

/** Blocks begin below a blank line; where the questions are numbered, at each number. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const byNumber = lines.filter((line) => line.numbered).length >= 2;
  const blocks: Line[][] = [];
  let open: Line[] = [];
  for (const line of lines) {
    const begins = byNumber ? line.numbered : !line.text.trim();
    if (begins && open.length) {
      blocks.push(open);
      open = [];
    }
    if (line.text.trim()) open.push(line);
  }
  if (open.length) blocks.push(open);
  return blocks;
}

function shapes(text: string) {
  const lines = linesOf(text);
  const filled = lines.filter((line) => line.text.trim());
  const pairs = bestPairSeparator(filled.slice(0, SAMPLE_LINES).map((line) => line.text));
  const blocks = blocksOf(lines);
  const whole = blocks.filter((block) => block.length >= 2).length;
  return { lines: filled, pairs, blocks, blockShare: blocks.length < 2 ? 0 : whole / blocks.length };
}

function recognise(text: string): Recognition {
  const { lines, pairs, blockShare } = shapes(text);
  if (pairs.share >= LEAST_PAIR_SHARE)
    return {
      score: lines.length === 1 ? 0.3 : 0.25 + 0.4 * pairs.share,
      reason: `lines with “${pairs.separator.name}” between term and definition`,
    };
  if (blockShare >= LEAST_BLOCK_SHARE) return { score: 0.35, reason: "blocks of a question and its answer" };
  return { score: 0, reason: "no pairs" };
}

function readBlocks(blocks: readonly Line[][]): Draft {
  const cards: DraftCard[] = [];
  const problems: FileProblem[] = [];
  let title: string | null = null;
  for (const [at, block] of blocks.entries()) {
    const [first, ...rest] = block;
    if (!first) continue;
    if (rest.length > 0) {
      const back = toMarkdown(rest.map((line) => line.text).join("\n"));
      cards.push({ front: toMarkdown(first.text), back, line: first.line });
    } else if (at === 0) title = first.text.trim();
    else
      problems.push({
        code: "unread-text",
        message: `There is no answer below ${quote(first.text)}.`,
        line: first.line,
      });
  }
  return { title, declaredCount: null, cards, problems };
}

function read(text: string): Draft {
  const { lines, pairs, blocks } = shapes(text);
  if (pairs.share < LEAST_PAIR_SHARE) return readBlocks(blocks);
  const cards: DraftCard[] = [];
  const problems: FileProblem[] = [];
  let title: string | null = null;
  let section: string | null = null;
  for (const { text: line, line: number } of lines) {
    const pair = splitPair(line, pairs.separator);
    if (pair) {
      const tags = section ? { tags: [section] } : {};
      cards.push({ front: toMarkdown(pair.front), back: toMarkdown(pair.back), line: number, ...tags });
    } else if (cards.length === 0 && title === null) title = line.replace(/[:：]$/, "").trim();
    else if (/[:：]$/.test(line)) section = line.replace(/[:：]$/, "").trim();
    else if (/^\s/.test(line) && cards.length > 0) {
      const last = cards.at(-1);
      if (last) last.back += `\n${toMarkdown(line)}`;
    } else
      problems.push({
        code: "wrong-columns",
        message: `There is no “${pairs.separator.name}” between term and definition in ${quote(line)}.`,
        line: number,
      });
  }
  return { title, declaredCount: null, cards, problems };
}

export const list: TextFormat = { format: "list", recognise, read };
