import { deskWords } from "@/messages/en/desk";
import { ButtonLink } from "@/ui/ButtonLink";
import { TextField } from "@/ui/Field";
import { Pages } from "@/ui/Pages";

const words = deskWords.pages;

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
            <TextField label={words.find} name="find" type="search" defaultValue={search} />
            {search ? <ButtonLink href={`/teach/decks/${deckId}`}>{words.all}</ButtonLink> : null}
          </form>
        </search>
      ) : null}
      <Pages
        page={page}
        pages={pages}
        path={to}
        label={withSearch ? words.topLabel : words.label}
        detail={words.detail(found)}
        className="ms-auto"
      />
    </div>
  );
};
