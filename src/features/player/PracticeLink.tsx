"use client";

import { useEffect, useState } from "react";
import { ClassSeatKeeper } from "@/client/class-seat-keeper";
import { playerWords } from "@/messages/en/player";

/** A plain link, as light as the one for teachers. */
const PRACTICE = `${process.env.NEXT_PUBLIC_BASE_PATH ?? ""}/practice`;

/** The way to practice, for a phone that has proved a seat in a class. */
export const PracticeLink = () => {
  const [seated, setSeated] = useState(false);
  useEffect(() => {
    try {
      setSeated(new ClassSeatKeeper(window.localStorage).all().length > 0);
    } catch {
      // A browser without storage keeps no seat.
    }
  }, []);
  return seated ? (
    <a
      href={PRACTICE}
      className="inline-flex min-h-12 items-center self-center justify-self-center px-4 font-semibold underline underline-offset-4"
    >
      {playerWords.practice}
    </a>
  ) : null;
};
