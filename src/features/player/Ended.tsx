"use client";

import { playerWords } from "@/messages/en/player";
import { Button } from "@/ui/Button";
import { IndexCard } from "@/ui/IndexCard";
import { useFocusOnArrival } from "./useFocusOnArrival";

/** The seat is not played on this page any more: why, what is safe, and what can be done. */
export const Ended = ({ why, onAction }: { why: "displaced" | "removed" | "gone"; onAction: () => void }) => {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const words = playerWords[why];
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center px-5">
      <IndexCard bodyClassName="px-6 pt-5 pb-7">
        <h1 ref={heading} tabIndex={-1} className="text-3xl font-extrabold">
          {words.title}
        </h1>
        <p className="mt-2 text-lg">{words.text}</p>
        <Button variant="primary" size="large" className="mt-6 w-full" onClick={onAction}>
          {words.action}
        </Button>
      </IndexCard>
    </main>
  );
};
