import { hostWords } from "@/messages/en/host";

/** A PIN in groups of three that can be read aloud and kept in mind; a screen reader says it number by number. */
export const Pin = ({ pin }: { pin: string }) => (
  <>
    <span className="sr-only">{hostWords.lobby.pinSpoken(pin)}</span>
    <span aria-hidden="true" className="inline-flex gap-[0.28em] tabular-nums">
      {(pin.match(/\d{1,3}/g) ?? []).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place in the PIN; "482 482" has two alike
        <span key={index}>{group}</span>
      ))}
    </span>
  </>
);
