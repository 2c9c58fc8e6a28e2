/** What stands behind the ? of a page's address. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The page of a list that is asked for, 1-based: the first one for anything that is no such number. */
export const pageOf = ({ page }: Awaited<SearchParams>): number =>
  Math.max(1, Number.parseInt(String(page), 10) || 1);
