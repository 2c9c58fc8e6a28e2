import Link from "next/link";
import type { SessionSummary } from "@/contract/results";
import { Badge } from "@/ui/Badge";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { LocalTime } from "@/ui/LocalTime";
import { Pages } from "@/ui/Pages";
import { type Column, Table } from "@/ui/Table";
import { TextLink } from "@/ui/TextLink";
import { percent } from "./format";

const COLUMNS: Column<SessionSummary>[] = [
  {
    key: "title",
    label: "Game",
    cell: (row) => (
      <span className="flex flex-wrap items-center gap-2">
        <TextLink prefetch={false} href={`/teach/sessions/${row.id}`} className="wrap-anywhere">
          {row.title}
        </TextLink>
        {row.endedAt ? null : (
          <Link prefetch={false} href={`/host/${row.id}`} className="no-underline">
            <Badge tone="info">open: go to the game</Badge>
          </Link>
        )}
      </span>
    ),
  },
  { key: "when", label: "When", cell: (row) => <LocalTime date={row.createdAt} /> },
  { key: "class", label: "Class", cell: (row) => row.className ?? "Guests" },
  { key: "players", label: "Students", numeric: true, cell: (row) => row.players },
  { key: "rounds", label: "Questions", numeric: true, cell: (row) => row.rounds },
  { key: "accuracy", label: "Right", numeric: true, cell: (row) => percent(row.accuracy) },
  {
    key: "kept",
    label: "Kept until",
    cell: (row) => (row.keptUntil ? <LocalTime date={row.keptUntil} style="day" /> : "it ends"),
  },
];

/** Games as rows; each opens into its results. */
export const SessionList = ({
  sessions,
  page,
  pages,
}: {
  sessions: readonly SessionSummary[];
  page: number;
  pages: number;
}) =>
  sessions.length === 0 ? (
    <EmptyState
      title="No game yet"
      action={
        <ButtonLink href="/teach" variant="primary">
          Choose a deck to host
        </ButtonLink>
      }
    >
      After a game you find here what the class knew, what it mixed up, and who needs help.
    </EmptyState>
  ) : (
    <>
      <Table caption="Games" columns={COLUMNS} rows={sessions} rowKey={(row) => row.id} />
      <Pages
        page={page}
        pages={pages}
        path={(to) => `/teach/sessions?page=${to}`}
        back="Later games"
        forth="Earlier games"
        className="mt-6"
      />
    </>
  );
