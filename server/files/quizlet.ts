import { cellToMarkdown } from "./cell";
import type { Draft, DraftCard, FileProblem, Recognition, TextFormat } from "./draft";
import { quote } from "./text";

/**
 * Quizlet's export: term, separator, definition, row separator. Quizlet offers a tab and a new line and lets a
 * person type any other marks; nothing is quoted. A definition with several lines therefore spills over into
 * lines without a separator, which belong to the card above.
 */

/** Term separators that people choose, the unmistakable ones first. */
const CUSTOM_TERMS = ["|||", "::", ";;", "=>", "@@", "~~", "|"] as const;
/** Row separators that are no newline; with them a definition may hold newlines. */
const CUSTOM_ROWS = ["|||", ";;;", ";;", "@@@", "~~~", "---", "\n\n\n", "\n\n"] as const;

type Marks = { term: string; row: string; share: number };

/** Share of the rows that hold the term separator exactly once. */
function rowShare(text: string, term: string, row: string): number {
  const rows = text.split(row).filter((part) => part.trim());
  if (rows.length < 2) return 0;
  return rows.filter((part) => part.split(term).length === 2).length / rows.length;
}

const SAMPLE_CHARS = 200_000;

function chooseMarks(text: string): Marks {
  const sample = text.slice(0, SAMPLE_CHARS);
  if (sample.includes("\t")) {
    const rows = CUSTOM_ROWS.filter((row) => sample.includes(row)).map((row) => ({
      term: "\t",
      row,
      share: rowShare(sample, "\t", row),
    }));
    const byLine = { term: "\t", row: "\n", share: rowShare(sample, "\t", "\n") };
    const best = rows.filter((each) => each.share === 1).at(0);
    return best && byLine.share < 1 ? best : byLine;
  }
  // Comma and semicolon are in every text: they count only where the whole deck stands in one line.
  const oneLine = !sample.trim().includes("\n");
  const terms = oneLine ? [...CUSTOM_TERMS, ","] : CUSTOM_TERMS;
  const rows = oneLine ? [...CUSTOM_ROWS, ";"] : [...CUSTOM_ROWS, "\n"];
  const tried = terms
    .filter((term) => sample.includes(term))
    .flatMap((term) =>
      rows
        .filter((row) => row !== term && !row.includes(term) && sample.includes(row))
        .map((row) => ({ term, row, share: rowShare(sample, term, row) })),
    );
  return tried.sort((a, b) => b.share - a.share)[0] ?? { term: "\t", row: "\n", share: 0 };
}

function recognise(text: string): Recognition {
  const { term, row, share } = chooseMarks(text);
  if (share === 0) return { score: 0, reason: "no term separator" };
  const tabs = term === "\t";
  const custom = row !== "\n" || !tabs;
  return {
    score: tabs ? 0.5 + 0.35 * share : share === 1 ? 0.62 : share * 0.4,
    reason: custom
      ? "terms and definitions with separators of their own"
      : "a tab between term and definition",
  };
}

type Row = { text: string; line: number };

function splitRows(text: string, mark: string): Row[] {
  let line = 1;
  return text.split(mark).map((part) => {
    const leading = /^\n*/.exec(part)?.[0].length ?? 0;
    const row = { text: part, line: line + leading };
    line += (part + mark).split("\n").length - 1;
    return row;
  });
}

function read(text: string): Draft {
  const { term, row } = chooseMarks(text);
  const cards: DraftCard[] = [];
  const problems: FileProblem[] = [];
  let open: { front: string; back: string; line: number } | null = null;
  const close = () => {
    if (open)
      cards.push({ front: cellToMarkdown(open.front), back: cellToMarkdown(open.back), line: open.line });
    open = null;
  };
  for (const part of splitRows(text, row)) {
    const at = part.text.indexOf(term);
    if (at >= 0) {
      close();
      open = {
        front: part.text.slice(0, at).trim(),
        back: part.text.slice(at + term.length),
        line: part.line,
      };
    } else if (open && row === "\n") open.back += `\n${part.text}`;
    else if (part.text.trim())
      problems.push({
        code: "wrong-columns",
        message: `There is no separator between term and definition in ${quote(part.text)}.`,
        line: part.line,
      });
  }
  close();
  return { title: null, declaredCount: null, cards, problems };
}

export const quizlet: TextFormat = { format: "quizlet", recognise, read };
