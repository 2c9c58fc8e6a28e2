import { ButtonLink } from "@/ui/ButtonLink";
import { TextField } from "@/ui/Field";

/** Where one is among the cards of a big deck, and the way to the others. Small decks show nothing of it. */
export const PageLinks = ({
  deckId,
  search,
  found,
  page,
  pages,
  withSearch = false,
}: {
  deckId: string;
  search: string;
  found: number;
  page: number;
  pages: number;
  withSearch?: boolean;
}) => {
  if (pages === 1 && !search) return null;
  const to = (number: number) => {
    const query = new URLSearchParams({ ...(search ? { find: search } : {}), page: String(number) });
    return `/teach/decks/${deckId}?${query}`;
  };
  return (
    <div className="my-6 flex flex-wrap items-end justify-between gap-4">
      {withSearch ? (
        <search>
          <form className="flex items-end gap-3">
            <TextField label="Find a card" name="find" type="search" defaultValue={search} />
            {search ? <ButtonLink href={`/teach/decks/${deckId}`}>All cards</ButtonLink> : null}
          </form>
        </search>
      ) : null}
      {pages > 1 ? (
        <nav aria-label={withSearch ? "Pages, top" : "Pages"} className="ms-auto flex items-center gap-3">
          {page > 1 ? <ButtonLink href={to(page - 1)}>Earlier</ButtonLink> : null}
          <span className="tabular-nums">
            Page {page} of {pages}, {found} cards
          </span>
          {page < pages ? <ButtonLink href={to(page + 1)}>Later</ButtonLink> : null}
        </nav>
      ) : null}
    </div>
  );
};
