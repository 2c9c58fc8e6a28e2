import type { ReactNode } from "react";
import { cx } from "./cx";
import { ScrollRegion } from "./ScrollRegion";

export type Column<Row> = {
  key: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right, so that their digits line up. */
  numeric?: boolean;
  className?: string;
  /** Set on columns that sort; pressing the head calls it. */
  onSort?: () => void;
  sorted?: "ascending" | "descending" | null;
};

/**
 * Rows and columns with a caption. The first column names the row. A table that is wider than its place scrolls by
 * itself, with the keyboard too.
 */
export const Table = <Row,>({
  caption,
  showCaption = false,
  columns,
  rows,
  rowKey,
  rowClassName,
}: {
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowClassName?: (row: Row) => string | undefined;
}) => (
  <ScrollRegion label={caption} className="paper overflow-x-auto">
    <table className="w-full border-collapse text-start">
      <caption className={cx(!showCaption && "sr-only", "px-4 pt-3 text-start text-lg font-bold")}>
        {caption}
      </caption>
      <thead>
        <tr className="border-b-2 border-[color:var(--rule-red)]">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={column.onSort ? (column.sorted ?? "none") : undefined}
              className={cx(
                "px-4 py-2.5 text-[0.95em] font-bold",
                column.numeric ? "text-end" : "text-start",
                column.className,
              )}
            >
              {column.onSort ? (
                <button
                  type="button"
                  onClick={column.onSort}
                  className="inline-flex min-h-8 items-center gap-1 underline decoration-dotted underline-offset-4"
                >
                  {column.label}
                  <span aria-hidden="true">
                    {column.sorted === "ascending" ? "↑" : column.sorted === "descending" ? "↓" : "↕"}
                  </span>
                </button>
              ) : (
                column.label
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={cx("border-b border-edge last:border-0", rowClassName?.(row))}>
            {columns.map((column, index) => {
              const look = cx(
                "px-4 py-2.5 align-top",
                column.numeric && "text-end tabular-nums",
                column.className,
              );
              return index === 0 ? (
                <th
                  key={column.key}
                  scope="row"
                  className={cx(look, "font-semibold", !column.numeric && "text-start")}
                >
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={look}>
                  {column.cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);
