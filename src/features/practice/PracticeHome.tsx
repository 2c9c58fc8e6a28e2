import type { PracticePage, PracticeWish } from "@/contract/practice";
import { practiceWords } from "@/messages/en/practice";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { weekday } from "@/ui/day";
import { Progress } from "@/ui/Progress";
import { Switch } from "@/ui/Switch";

const words = practiceWords.home;

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
      <h1 className="text-4xl font-extrabold wrap-anywhere">{words.hello(page.name)}</h1>
    </header>
    {page.homework.length > 0 ? (
      <section className="grid gap-4">
        <h2 className="text-2xl font-bold">{words.homework}</h2>
        {page.homework.map(({ id, title, dueAt, timeZone, done, cards }) => (
          <Card key={id} className="grid gap-4">
            <h3 className="text-xl font-bold wrap-anywhere">{title}</h3>
            <p>{words.due(weekday(dueAt, timeZone))}</p>
            <Progress label={words.answered} value={done} max={cards} detail={words.of(done, cards)} />
            {done < cards ? (
              <Button variant="primary" size="large" onClick={() => start({ homeworkId: id })}>
                {done > 0 ? words.goOn : words.begin}
                <span className="sr-only">{words.withHomework(title)}</span>
              </Button>
            ) : (
              <p className="font-bold text-good">{words.finished}</p>
            )}
          </Card>
        ))}
      </section>
    ) : null}
    <section className="grid gap-4">
      <h2 className="text-2xl font-bold">{words.practice}</h2>
      {page.decks.length === 0 ? <p>{words.noDecks}</p> : null}
      {page.decks.map((deck) => (
        <Card key={deck.deckId} className="grid gap-4">
          <h3 className="text-xl font-bold wrap-anywhere">{deck.title}</h3>
          <p>{words.waiting(deck.due, deck.unmet)}</p>
          {deck.cards > 0 ? (
            <Button
              size="large"
              variant={deck.due > 0 ? "primary" : "secondary"}
              onClick={() => start({ deckId: deck.deckId })}
            >
              {words.practise}
              <span className="sr-only">{words.withDeck(deck.title)}</span>
            </Button>
          ) : null}
        </Card>
      ))}
    </section>
    <Switch label={words.rates} hint={words.ratesHint} checked={rates} onChange={setRates} />
  </div>
);
