"use client";

import type { HostView } from "@/contract/views";
import { bareAddress, joinAddress } from "@/features/game/address";
import { Pin } from "@/features/game/Pin";
import { textSize } from "@/features/game/textSize";
import { hostWords } from "@/messages/en/host";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";
import { IndexCard } from "@/ui/IndexCard";
import { QrCode } from "@/ui/QrCode";

/** As many name cards as can be read on a projector at once. */
const CARDS_SHOWN = 42;
const NAME_SIZES = [
  [0, "text-[2.2rem]"],
  [9, "text-[1.7rem]"],
  [19, "text-[1.4rem]"],
  [31, "text-[1.05rem]"],
] as const;

const TITLE_SIZES = [
  [0, 1],
  [40, 0.75],
  [80, 0.6],
] as const;
const ADDRESS_SIZES = [
  [0, 1],
  [20, 0.8],
  [28, 0.6],
  [40, 0.5],
] as const;

/** Cards lie a little askew, each always in the same way. */
const TILTS = ["-rotate-2", "rotate-1", "-rotate-1", "rotate-2", "rotate-0"] as const;

/** How to get in, and who is in. */
export const Lobby = ({ view, onPlayer }: { view: HostView; onPlayer: (id: string) => void }) => {
  const { players } = view;
  const shown = players.slice(-CARDS_SHOWN);
  const first = players.length - shown.length;
  const size = NAME_SIZES.findLast(([from]) => shown.length >= from)?.[1];
  const address = bareAddress(view.joinUrl);
  return (
    <div className="grid h-full grid-cols-[minmax(0,31rem)_minmax(0,1fr)] gap-8 max-[56rem]:h-auto max-[56rem]:grid-cols-1 small:gap-4">
      <IndexCard
        className="self-center"
        head={<span className="text-[1.2rem]">{hostWords.lobby.joinAt}</span>}
        bodyClassName="px-[1.4rem] pt-3 pb-4"
      >
        <p
          className="font-display leading-tight font-extrabold wrap-anywhere small:text-[1.5rem]!"
          style={{ fontSize: `calc(2.5 * ${textSize(address, ADDRESS_SIZES)})` }}
        >
          {address}
        </p>
        <p className="mt-3 text-[1.2rem] text-ink-soft">{hostWords.lobby.pin}</p>
        <p className="font-display text-[6.2rem] leading-none font-extrabold tracking-tight whitespace-nowrap small:text-[3.2rem]">
          <Pin pin={view.pin} />
        </p>
        {view.factor ? (
          <p className="mt-3 text-[1.2rem] text-ink-soft">
            {hostWords.lobby.factor}{" "}
            <strong className="font-display text-[2.2rem] font-extrabold text-ink">{view.factor}</strong>
            <span className="ms-3 text-[1rem]">{hostWords.lobby.factorHint}</span>
          </p>
        ) : null}
        <QrCode
          text={joinAddress(view.joinUrl, view.pin)}
          label={hostWords.lobby.qr(address)}
          className={cx(
            "mx-auto mt-3 rounded-md",
            view.factor ? "size-[12rem]" : "size-[15.5rem]",
            "small:size-[9rem]",
          )}
        />
      </IndexCard>
      <section className="flex min-h-0 flex-col gap-3 pt-4 small:pt-0" aria-labelledby="here">
        <h1
          className="line-clamp-3 font-extrabold wrap-anywhere small:text-[1.5rem]!"
          style={{ fontSize: `calc(2.6 * ${textSize(view.title, TITLE_SIZES)})` }}
        >
          {view.title}
        </h1>
        <p id="here" role="status" className="flex items-center gap-3 text-[1.3rem] text-ink-soft">
          {players.length === 0 ? hostWords.lobby.nobody : hostWords.lobby.here(players.length)}
          {view.locked ? (
            <span className="inline-flex items-center gap-1.5 font-semibold text-warn">
              <Icon name="lock" />
              {hostWords.lobby.locked}
            </span>
          ) : null}
        </p>
        <ul className="flex min-h-0 flex-wrap content-start gap-x-3 gap-y-3 overflow-y-auto p-1">
          {shown.map((player, index) => (
            <li key={player.id} className="move-fly-in">
              <button
                type="button"
                onClick={() => onPlayer(player.id)}
                aria-label={hostWords.lobby.player(player.name)}
                className={cx(
                  "paper min-h-12 rounded-md! px-3 py-1 leading-snug font-semibold hover:border-bad! focus-visible:rotate-0",
                  size,
                  TILTS[(first + index) % TILTS.length],
                  !player.connected && "border-dashed! text-ink-soft",
                )}
              >
                {player.name}
                {player.connected ? null : (
                  <span className="ms-2 text-[1rem] font-normal">{hostWords.lobby.away}</span>
                )}
              </button>
            </li>
          ))}
          {first > 0 ? (
            <li className="self-center text-[1.1rem] text-ink-soft">{hostWords.lobby.more(first)}</li>
          ) : null}
        </ul>
      </section>
    </div>
  );
};
