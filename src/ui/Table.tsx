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

/** How the cells of a column differ from those of the table. */
const look = ({ numeric, className }: Pick<Column<never>, "numeric" | "className">): string | undefined =>
  cx(numeric && "number", className) || undefined;

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
    <table className="table-sheet w-full border-collapse text-start">
      <caption className={cx(!showCaption && "sr-only", "px-4 pt-3 text-start text-lg font-bold")}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={column.onSort ? (column.sorted ?? "none") : undefined}
              className={look(column)}
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
          <tr key={rowKey(row)} className={rowClassName?.(row)}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" className={look(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={look(column)}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);
