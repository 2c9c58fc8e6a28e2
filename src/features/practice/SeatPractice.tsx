"use client";

import { useCallback, useEffect, useState } from "react";
import { ClassSeatKeeper } from "@/client/class-seat-keeper";
import type {
  PracticeAnswer,
  PracticeAnswered,
  PracticeAsk,
  PracticePage,
  PracticeWish,
} from "@/contract/practice";
import { practiceWords } from "@/messages/en/practice";
import { Button } from "@/ui/Button";
import { IndexCard } from "@/ui/IndexCard";
import { Waiting } from "@/ui/Progress";
import { PracticeApp } from "./PracticeApp";

const words = practiceWords.seats;

type Place = { seat: string; page: PracticePage };

/** Practice behind the seats that this phone has proved in games of its owner's classes. No seat stands in an address. */
export const SeatPractice = ({
  read,
  ask,
  answer,
}: {
  read: (seat: string) => Promise<PracticePage | null>;
  ask: (seat: string, wish: PracticeWish) => Promise<PracticeAsk>;
  answer: (seat: string, given: PracticeAnswer) => Promise<PracticeAnswered>;
}) => {
  const [places, setPlaces] = useState<Place[] | "lost" | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);

  const load = useCallback(async () => {
    try {
      const seats = new ClassSeatKeeper(window.localStorage).all();
      const found = await Promise.all(seats.map(async (seat) => ({ seat, page: await read(seat) })));
      setPlaces(found.flatMap(({ seat, page }) => (page ? { seat, page } : [])));
    } catch {
      setPlaces("lost");
    }
  }, [read]);
  useEffect(() => void load(), [load]);

  if (places === null)
    return (
      <Sheet title={practiceWords.title}>
        <Waiting>{words.finding}</Waiting>
      </Sheet>
    );
  if (places === "lost")
    return (
      <Sheet title={words.lost}>
        <p>{words.lostText}</p>
        <Button variant="primary" size="large" onClick={() => void load()}>
          {words.retry}
        </Button>
      </Sheet>
    );
  if (places.length === 0)
    return (
      <Sheet title={words.none}>
        <p>{words.noneText}</p>
      </Sheet>
    );
  const place = places.length === 1 ? places[0] : places.find(({ seat }) => seat === chosen);
  if (place)
    return (
      <PracticeApp
        page={place.page}
        ask={(wish) => ask(place.seat, wish)}
        answer={(given) => answer(place.seat, given)}
        refresh={() => void load()}
      />
    );
  return (
    <Sheet title={words.which}>
      <ul className="grid gap-3">
        {places.map(({ seat, page }) => (
          <li key={seat}>
            <Button size="large" className="w-full" onClick={() => setChosen(seat)}>
              {words.place(page.name, page.className)}
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
};

const Sheet = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div className="flex min-h-dvh flex-col">
    <div className="valance" aria-hidden="true" />
    <main className="mx-auto grid w-full max-w-md flex-1 content-center px-5 py-6 text-lg">
      <IndexCard
        head={<h1 className="text-2xl font-extrabold text-ink">{title}</h1>}
        bodyClassName="grid gap-4 px-5 pt-4 pb-6"
      >
        {children}
      </IndexCard>
    </main>
  </div>
);
