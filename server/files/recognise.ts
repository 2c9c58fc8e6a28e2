import { ankiText } from "./anki-text";
import { brainscape } from "./brainscape";
import { csv, tsv } from "./csv";
import type { Recognition, TextFormat } from "./draft";
import { json } from "./json";
import { list } from "./list";
import { markdown } from "./markdown";
import { quizlet } from "./quizlet";
import { quizletPage } from "./quizlet-page";

/** Every text format, in the order that decides between equal scores. */
const TEXT_FORMATS: readonly TextFormat[] = [
  brainscape,
  ankiText,
  json,
  markdown,
  quizletPage,
  quizlet,
  tsv,
  csv,
  list,
];

/** Below this nobody could say what the text is. */
const LEAST_SCORE = 0.25;

export type Candidate = Recognition & { format: TextFormat };

/** The formats a text may have, best first; empty when none fits. `fileName` may be empty. */
export function recognise(text: string, fileName: string): Candidate[] {
  return TEXT_FORMATS.map((format) => ({ format, ...format.recognise(text, fileName) }))
    .filter((candidate) => candidate.score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score);
}
