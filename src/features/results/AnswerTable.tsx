"use client";

import type { AnswerResult } from "@/contract/results";
import { Icon } from "@/ui/Icon";
import { type Column, Table } from "@/ui/Table";
import { TextLink } from "@/ui/TextLink";
import { answersPath } from "./answer-filter";
import { seconds, whole } from "./format";
import { pointsSpelled } from "./points-spelled";

/** As much of an answer as a row shows. */
type Row = Omit<AnswerResult, "optionId" | "acceptedAt">;

/** The answers themselves: what every figure of the results is counted from. */
export const AnswerTable = ({ sessionId, answers }: { sessionId: string; answers: readonly Row[] }) => {
  const columns: Column<Row>[] = [
    {
      key: "name",
      label: "Student",
      cell: (row) => (
        <TextLink prefetch={false} href={answersPath(sessionId, { student: row.playerId })}>
          {row.name}
        </TextLink>
      ),
    },
    {
      key: "question",
      label: "Question",
      numeric: true,
      cell: (row) => (
        <TextLink prefetch={false} href={answersPath(sessionId, { round: row.roundId })}>
          {row.number}
        </TextLink>
      ),
    },
    {
      key: "answer",
      label: "Answer",
      cell: (row) => <span className="wrap-anywhere">{row.optionText}</span>,
    },
    {
      key: "correct",
      label: "Result",
      cell: (row) => (
        <span className={row.correct ? "text-good" : "text-bad"}>
          <Icon name={row.correct ? "check" : "cross"} className="me-1 inline" />
          {row.correct ? "right" : "wrong"}
        </span>
      ),
    },
    { key: "time", label: "Time", numeric: true, cell: (row) => seconds(row.takenMs) },
    { key: "points", label: "Points", numeric: true, cell: (row) => whole(row.points) },
    {
      key: "made",
      label: "Made of",
      cell: (row) => <span className="text-ink-soft">{pointsSpelled(row)}</span>,
    },
    {
      key: "confidence",
      label: "Knew it (1–5)",
      numeric: true,
      cell: (row) => row.confidence ?? "–",
    },
  ];
  return (
    <Table
      caption="Answers"
      columns={columns}
      rows={answers}
      rowKey={(row) => `${row.roundId} ${row.playerId}`}
      rowClassName={(row) => (row.counts ? undefined : "bg-paper-low text-ink-soft")}
    />
  );
};
