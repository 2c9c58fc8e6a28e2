import type { PracticeDeck, PracticePage, PracticeWish } from "@/contract/practice";
import { counted } from "@/messages/counted";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { weekday } from "@/ui/day";
import { Progress } from "@/ui/Progress";
import { Switch } from "@/ui/Switch";

/** "3 cards are due, 4 are new": what a deck has for this student today. */
const waiting = ({ due, unmet }: PracticeDeck): string => {
  const parts = [
    ...(due > 0 ? [`${counted(due, "card is", "cards are")} due`] : []),
    ...(unmet > 0 ? [`${counted(unmet, "is", "are")} new to you`] : []),
  ];
  return parts.length > 0 ? `${parts.join(", ")}.` : "Nothing is due. A round keeps it fresh.";
};

/** What there is to do: homework first, then the decks with what is due. */
export const PracticeHome = ({
  page,
  start,
  rates,
  setRates,
}: {
  page: PracticePage;
  rates: boolean;
  setRates: (rates: boolean) => void;
  start: (wish: PracticeWish) => void;
}) => (
  <div className="grid gap-7">
    <header>
      <p className="text-ink-soft">{page.className}</p>
      <h1 className="text-4xl font-extrabold wrap-anywhere">Hello {page.name}</h1>
    </header>
    {page.homework.length > 0 ? (
      <section className="grid gap-4">
        <h2 className="text-2xl font-bold">Homework</h2>
        {page.homework.map(({ id, title, dueAt, timeZone, done, cards }) => (
          <Card key={id} className="grid gap-4">
            <h3 className="text-xl font-bold wrap-anywhere">{title}</h3>
            <p>Due on {weekday(dueAt, timeZone)}</p>
            <Progress label="Answered right" value={done} max={cards} detail={`${done} of ${cards}`} />
            {done < cards ? (
              <Button variant="primary" size="large" onClick={() => start({ homeworkId: id })}>
                {done > 0 ? "Go on" : "Begin"}
                <span className="sr-only"> with the homework {title}</span>
              </Button>
            ) : (
              <p className="font-bold text-good">Finished. Well done.</p>
            )}
          </Card>
        ))}
      </section>
    ) : null}
    <section className="grid gap-4">
      <h2 className="text-2xl font-bold">Practice</h2>
      {page.decks.length === 0 ? <p>Your class has not played yet. Its decks will be here.</p> : null}
      {page.decks.map((deck) => (
        <Card key={deck.deckId} className="grid gap-4">
          <h3 className="text-xl font-bold wrap-anywhere">{deck.title}</h3>
          <p>{waiting(deck)}</p>
          {deck.cards > 0 ? (
            <Button
              size="large"
              variant={deck.due > 0 ? "primary" : "secondary"}
              onClick={() => start({ deckId: deck.deckId })}
            >
              Practise ten minutes
              <span className="sr-only"> with {deck.title}</span>
            </Button>
          ) : null}
        </Card>
      ))}
    </section>
    <Switch
      label="Ask how well I knew it"
      hint="One tap before each answer is shown. It helps to choose what comes next."
      checked={rates}
      onChange={setRates}
    />
  </div>
);
