import type { Draft, Recognition, TextFormat } from "./draft";
import { type MarkdownLine, markdownLines, SHAPES } from "./markdown-shapes";

/** Markdown notes. A file is read in the one shape that explains it best; the shapes stand in `markdown-shapes.ts`. */

function best(lines: readonly MarkdownLine[]) {
  const fits = SHAPES.map((shape) => ({ shape, score: shape.fits(lines) }));
  return fits.reduce((winner, fit) => (fit.score > winner.score ? fit : winner));
}

function recognise(text: string, fileName: string): Recognition {
  const { shape, score } = best(markdownLines(text.slice(0, 400_000)));
  if (score === 0) return { score: 0, reason: "no Markdown" };
  const named = /\.(md|markdown|mdown)$/i.test(fileName) ? 0.1 : 0;
  return { score: Math.min(0.99, score + named), reason: shape.reason };
}

/** A single heading of the first level at the top names the deck. */
function titleOf(lines: readonly MarkdownLine[]): string | null {
  const first = lines.find((line) => line.text.trim());
  const tops = lines.filter((line) => line.heading?.level === 1);
  return tops.length === 1 && (first === tops[0] || tops[0] === lines.find((line) => line.heading))
    ? (tops[0]?.heading?.text ?? null)
    : null;
}

function read(text: string): Draft {
  const lines = markdownLines(text);
  const { cards, problems } = best(lines).shape.read(lines);
  return { title: titleOf(lines), declaredCount: null, cards, problems };
}

export const markdown: TextFormat = { format: "markdown", recognise, read };
