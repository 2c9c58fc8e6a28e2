import type { CSSProperties } from "react";

const COLORS = ["--choice-a", "--choice-b", "--choice-c", "--choice-d", "--curtain"] as const;

/** Where each snippet falls comes from its number, so that rendering draws on no chance. */
const PIECES = Array.from({ length: 36 }, (_, i) => {
  const style: CSSProperties & Record<string, string> = {
    left: `${(i * 61.8) % 100}%`,
    background: `var(${COLORS[i % COLORS.length]})`,
    animationDelay: `${((i * 37) % 100) * 0.03 + 1.4}s`,
    animationDuration: `${4.5 + ((i * 53) % 100) * 0.03}s`,
    "--drift": `${((i * 29) % 16) - 8}rem`,
    "--spin": `${1 + ((i * 17) % 5) * 0.5}turn`,
  };
  return { name: `piece-${i}`, style };
});

/** Snippets of paper that fall once. */
export const PaperRain = () => (
  <div aria-hidden="true" className="pointer-events-none fixed inset-0 z-10 overflow-hidden">
    {PIECES.map(({ name, style }) => (
      <i
        key={name}
        className="move-flutter absolute top-0 h-[1.1rem] w-[0.7rem] rounded-[0.1rem]"
        style={style}
      />
    ))}
  </div>
);
