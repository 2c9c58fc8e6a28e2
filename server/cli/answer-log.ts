import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import type { Answer } from "#server/domain/mastery/fold";

/** One line of a log of answers. `correct` is null for a study trial: shown, not asked. `timed`: `at` is real. */
export type Trial = Omit<Answer, "correct"> & { item: string; correct: boolean | null; timed: boolean };

/** Logs without times are played as if every student answered at this pace. */
const SECONDS_PER_ANSWER = 100;
const COLUMNS = ["student", "item", "skill", "correct", "ts", "confidence"] as const;
type Row = Record<(typeof COLUMNS)[number], string | undefined>;

/**
 * Reads a CSV or CSV.gz with the columns student,item,skill,correct,ts,rt_ms,confidence,choice into time order
 * (file order where there are no times). A log has no decks: its skill stands for both skill and deck; without a
 * skill there is one deck. Confidence on another scale than 1–5 is stretched to it. `options`: 0 for typed.
 * Throws when a needed column is missing or `correct` is neither 1, 0 nor −1.
 */
export function readAnswerLog(file: string, options: number): Trial[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const { data, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  for (const column of ["student", "correct"])
    if (!meta.fields?.includes(column)) throw new Error(`${file} has no column "${column}".`);

  const timed = data.length > 0 && data.every(({ ts }) => ts !== undefined && ts !== "");
  const rating = ratings(data);
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  /** One string object per name: maps find it faster than an equal copy. */
  const name = (raw: string) => {
    if (!names.has(raw)) names.set(raw, raw);
    return names.get(raw) ?? raw;
  };
  const trials = data.map((row, index): Trial => {
    const student = name(row.student ?? "");
    const item = name(row.item ?? "");
    const skill = row.skill ? name(row.skill) : undefined;
    const nth = counts.get(student) ?? 0;
    counts.set(student, nth + 1);
    const at = timed ? Number(row.ts) : nth * SECONDS_PER_ANSWER;
    if (!Number.isFinite(at)) throw new Error(`${file}, answer ${index + 1}: "${row.ts}" is not a time.`);
    return {
      student,
      item,
      card: item || (skill ?? ""),
      deck: skill ?? "",
      skill,
      correct: readCorrect(row.correct, `${file}, answer ${index + 1}`),
      at,
      timed,
      options,
      confidence: rating(row.confidence),
    };
  });
  return timed ? trials.sort((a, b) => a.at - b.at) : trials;
}

function readCorrect(raw: string | undefined, where: string): boolean | null {
  const value = Number(raw);
  if (raw === undefined || raw === "" || ![1, 0, -1].includes(value))
    throw new Error(`${where}: correct must be 1, 0 or -1, not "${raw}".`);
  return value === -1 ? null : value === 1;
}

/** Reads ratings as 1–5; a log that uses another scale is stretched from its least to its greatest rating. */
function ratings(data: readonly Row[]): (raw: string | undefined) => number | undefined {
  const given = data.flatMap(({ confidence }) => (confidence ? [Number(confidence)] : []));
  const low = given.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = given.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const asIs = low >= 1 && high <= 5;
  return (raw) => {
    const value = Number(raw);
    if (!raw || !Number.isFinite(value) || high <= low) return undefined;
    return asIs ? value : 1 + (4 * (value - low)) / (high - low);
  };
}
