"use client";

import "./heat-map.css";
import { useMemo, useState } from "react";
import type { SessionMap } from "@/contract/results";
import { inHundredths } from "@/messages/en/common";
import { Choice } from "@/ui/Choice";
import { ScrollRegion } from "@/ui/ScrollRegion";
import { TextLink } from "@/ui/TextLink";
import { percent, whole } from "./format";
import { studentPath } from "./paths";

type Who = "all" | "class" | "guests";
type By = "name" | "points" | "share" | number;

const WHO: { value: Who; label: string }[] = [
  { value: "all", label: "Everybody" },
  { value: "class", label: "The class list" },
  { value: "guests", label: "Guests" },
];
const WORDS = { 1: "right", 0: "wrong" } as const;
/** Short, for there are thousands of cells. */
const MARKS = { right: "r", wrong: "w", none: "n" } as const;
const word = (cell: 0 | 1 | null | undefined) => (cell === null || cell === undefined ? "none" : WORDS[cell]);

/**
 * Students × questions as a table: right is a tick on paper, wrong a cross on ink, so that it reads without colour, in
 * print, and by ear. Every head sorts.
 */
export const HeatMap = ({ map }: { map: SessionMap }) => {
  const [who, setWho] = useState<Who>("all");
  const [sort, setSort] = useState<{ by: By; down: boolean }>({ by: "share", down: true });
  const mixed = map.students.some(({ guest }) => guest) && map.students.some(({ guest }) => !guest);
  const rows = useMemo(() => {
    const shown = map.students.filter(({ guest }) => who === "all" || guest === (who === "guests"));
    const value = (row: (typeof shown)[number]) =>
      typeof sort.by === "number" ? (row.cells[sort.by] ?? -1) : (row[sort.by] ?? -1);
    return shown.sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      const order =
        typeof x === "string" && typeof y === "string" ? x.localeCompare(y) : Number(x) - Number(y);
      return (sort.down ? -order : order) || a.name.localeCompare(b.name);
    });
  }, [map, who, sort]);
  const head = (by: By, label: string, title?: string) => (
    <th
      key={String(by)}
      scope="col"
      title={title}
      aria-sort={sort.by === by ? (sort.down ? "descending" : "ascending") : "none"}
      className="p-1 text-center align-bottom font-bold"
    >
      <button
        type="button"
        className="min-h-8 min-w-8 underline decoration-dotted underline-offset-4"
        onClick={() => setSort((now) => ({ by, down: now.by === by ? !now.down : by !== "name" }))}
      >
        {typeof by === "number" ? <span className="sr-only">question </span> : null}
        {label}
        <span aria-hidden="true">{sort.by === by ? (sort.down ? "↓" : "↑") : ""}</span>
      </button>
    </th>
  );
  return (
    <div className="grid grid-cols-1 gap-4">
      <p className="text-ink-soft">
        ✓ on paper: right. ✗ on ink: wrong. · no answer. Press a head to sort by it.
      </p>
      {mixed ? <Choice label="Who" options={WHO} value={who} onChange={setWho} /> : null}
      <ScrollRegion label="Students and questions" className="paper overflow-x-auto">
        <table className="heat-map border-collapse text-start">
          <caption className="sr-only">Students and questions: who got what right</caption>
          <thead>
            <tr>
              {head("name", "Student")}
              {head("points", "Points")}
              {head("share", "Right")}
              {map.questions.map(({ number, prompt }, index) => head(index, String(number), prompt))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.playerId}>
                <th scope="row" className="px-3 text-start font-semibold whitespace-nowrap">
                  <TextLink href={studentPath(map.sessionId, row.playerId)} prefetch={false}>
                    {row.name}
                  </TextLink>
                </th>
                <td className="px-2 text-end tabular-nums">{whole(row.points)}</td>
                <td className="px-2 text-end tabular-nums">{percent(row.share)}</td>
                {map.questions.map(({ number }, index) => (
                  <td key={number} className={MARKS[word(row.cells[index])]}>
                    {word(row.cells[index])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t-2 border-edge-strong">
              <th scope="row" className="px-3 text-start">
                Share right
              </th>
              <td />
              <td />
              {map.questions.map(({ number, share }) => (
                <td key={number} className="text-center text-[0.85em] tabular-nums">
                  {share === null ? "–" : inHundredths(share)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </div>
  );
};
