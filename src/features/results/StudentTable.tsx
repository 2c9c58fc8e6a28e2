"use client";

import { useState } from "react";
import type { StudentResult } from "@/contract/results";
import { Badge } from "@/ui/Badge";
import { type Column, Table } from "@/ui/Table";
import { TextLink } from "@/ui/TextLink";
import { percent, seconds, whole } from "./format";
import { studentPath } from "./paths";

type Sort = "place" | "name" | "points" | "share" | "answered" | "medianMs";

const compare = (a: string | number | null, b: string | number | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return typeof a === "string" && typeof b === "string" ? a.localeCompare(b) : Number(a) - Number(b);
};

/** Who took part and how they did; every column sorts, every name opens into its answers. */
export const StudentTable = ({
  sessionId,
  students,
}: {
  sessionId: string;
  students: readonly StudentResult[];
}) => {
  const [sort, setSort] = useState<{ by: Sort; down: boolean }>({ by: "place", down: false });
  const rows = [...students].sort((a, b) => compare(a[sort.by], b[sort.by]) * (sort.down ? -1 : 1));
  const sorts = (by: Sort) => ({
    onSort: () => setSort((now) => ({ by, down: now.by === by ? !now.down : false })),
    sorted: sort.by === by ? (sort.down ? ("descending" as const) : ("ascending" as const)) : null,
  });
  const columns: Column<StudentResult>[] = [
    {
      key: "name",
      label: "Student",
      ...sorts("name"),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink prefetch={false} href={studentPath(sessionId, row.playerId)}>
            {row.name}
          </TextLink>
          {row.removed ? <Badge>left early</Badge> : null}
        </span>
      ),
    },
    { key: "place", label: "Place", numeric: true, ...sorts("place"), cell: (row) => row.place ?? "–" },
    { key: "points", label: "Points", numeric: true, ...sorts("points"), cell: (row) => whole(row.points) },
    {
      key: "right",
      label: "Right",
      numeric: true,
      ...sorts("answered"),
      cell: (row) => `${row.right} of ${row.answered}`,
    },
    {
      key: "share",
      label: "Share right",
      numeric: true,
      ...sorts("share"),
      cell: (row) => percent(row.share),
    },
    {
      key: "median",
      label: "Usual time",
      numeric: true,
      ...sorts("medianMs"),
      cell: (row) => seconds(row.medianMs),
    },
  ];
  return (
    <Table caption="Students of this game" columns={columns} rows={rows} rowKey={(row) => row.playerId} />
  );
};
