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
import { Button } from "@/ui/Button";
import { IndexCard } from "@/ui/IndexCard";
import { Waiting } from "@/ui/Progress";
import { PracticeApp } from "./PracticeApp";

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
      <Sheet title="Practice">
        <Waiting>Finding your seat…</Waiting>
      </Sheet>
    );
  if (places === "lost")
    return (
      <Sheet title="No connection">
        <p>The school's computer does not answer. What you practised is kept.</p>
        <Button variant="primary" size="large" onClick={() => void load()}>
          Try again
        </Button>
      </Sheet>
    );
  if (places.length === 0)
    return (
      <Sheet title="This phone knows no seat">
        <p>
          Take your seat in a game of your class once, with the card from your teacher: then this phone finds
          your practice here. Or ask your teacher for your secret link.
        </p>
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
    <Sheet title="Which class?">
      <ul className="grid gap-3">
        {places.map(({ seat, page }) => (
          <li key={seat}>
            <Button size="large" className="w-full" onClick={() => setChosen(seat)}>
              {page.name}, {page.className}
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
