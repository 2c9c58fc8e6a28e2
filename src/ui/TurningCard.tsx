import type { ReactNode } from "react";
import { ScrollRegion } from "./ScrollRegion";

/**
 * A card that is turned over before the eyes of everybody. What is longer than its place scrolls inside the card.
 * @param head what the card asks.
 */
export const TurningCard = ({
  label,
  head,
  children,
}: {
  label: string;
  head: ReactNode;
  children: ReactNode;
}) => (
  <div className="card-stack flex min-h-0">
    <div className="move-turn relative flex min-h-0 w-full">
      <div className="index-card flex min-h-0 w-full flex-col">
        <div className="index-card-head font-bold text-ink!">
          <h2 className="min-w-0 font-text! leading-snug!">{head}</h2>
        </div>
        <ScrollRegion label={label} className="min-h-0 flex-1 overflow-y-auto px-[1.4rem] py-[0.9rem]">
          {children}
        </ScrollRegion>
      </div>
      <div className="card-back move-turn-cover absolute inset-0 rounded-[0.6rem]" aria-hidden="true" />
    </div>
  </div>
);
