import type { ConfusionEdge, ConfusionGraph } from "@/contract/deck-health";
import type { CardName } from "@/contract/mastery";
import { counted } from "@/messages/en/counted";
import { Markdown } from "@/ui/Markdown";
import { Table } from "@/ui/Table";
import { TextLink } from "@/ui/TextLink";
import { Unfold } from "@/ui/Unfold";
import { deckAnswersPath } from "./deck-paths";
import { percent } from "./format";

/** More edges than this are a thicket: the table has them all. */
const DRAWN = 16;
/** Height of one card's line in the drawing, and how far the widest arc reaches, in its units. */
const ROW = 52;
const REACH = 200;

/**
 * Which cards are taken for each other, where it is more than chance: the cards under one another, an arrow from each to
 * the one whose answer it is given, as thick as students do so. The table says the same and opens the answers.
 */
export const ConfusionMap = ({
  graph,
  cards,
  base,
  classId,
}: {
  graph: ConfusionGraph;
  cards: readonly CardName[];
  /** The page of the deck that the answers stand behind. */
  base: string;
  /** Narrows the answers of a deck to a class. */
  classId?: string | undefined;
}) => {
  const fronts = new Map(cards.map(({ id, front }) => [id, front]));
  const firm = graph.edges.filter(({ beyondChance }) => beyondChance);
  const faint = graph.edges.filter(({ beyondChance }) => !beyondChance);
  const drawn = firm.slice(0, DRAWN);
  const shown = graph.cards.filter((card) =>
    drawn.some(({ asked, answered }) => asked === card || answered === card),
  );
  const path = ({ asked, answered }: ConfusionEdge) =>
    deckAnswersPath(base, { asked, took: answered, class: classId });
  const slips =
    graph.slips > 0
      ? `${counted(graph.slips, "further pair")} rest on one or two students, who may have slipped.`
      : "";
  if (graph.edges.length === 0) return <p>No two cards were mixed up by three students or more. {slips}</p>;
  const numbered = (card: string) => ({ place: shown.indexOf(card), front: fronts.get(card) });
  return (
    <div className="grid gap-5">
      {firm.length === 0 ? (
        <p>No two cards are mixed up more than blind choice among the wrong answers would do.</p>
      ) : (
        <>
          <figure aria-label="Which cards are taken for each other" className="paper overflow-hidden p-4">
            <div className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)_32%]">
              <ol>
                {shown.map((card, place) => (
                  <li
                    key={card}
                    style={{ height: `${ROW}px` }}
                    className="flex items-center justify-end gap-2 text-end leading-tight"
                  >
                    <span className="line-clamp-3 min-w-0 text-[0.9em] wrap-anywhere">
                      <Markdown text={fronts.get(card) ?? ""} inline />
                    </span>
                    <span className="grid size-6 shrink-0 place-items-center rounded-full border-2 border-ink text-[0.8em] font-bold tabular-nums">
                      {place + 1}
                    </span>
                  </li>
                ))}
              </ol>
              <Arrows edges={drawn} cards={shown} />
            </div>
            <figcaption className="mt-3 text-[0.95em] text-ink-soft">
              An arrow leads from the card that was asked to the card whose answer was given; the thicker, the
              more students.{firm.length > DRAWN ? ` The ${DRAWN} strongest are drawn.` : ""}
            </figcaption>
          </figure>
          <EdgeTable caption="Cards taken for each other" edges={firm} path={path} name={numbered} />
        </>
      )}
      {faint.length > 0 ? (
        <Unfold summary={`${counted(faint.length, "more pair")} that may be chance`}>
          <EdgeTable caption="Pairs that may be chance" edges={faint} path={path} name={numbered} />
        </Unfold>
      ) : null}
      {slips ? <p className="text-ink-soft">{slips}</p> : null}
    </div>
  );
};

type Name = (card: string) => { place: number; front: string | undefined };

const EdgeTable = ({
  caption,
  edges,
  path,
  name,
}: {
  caption: string;
  edges: readonly ConfusionEdge[];
  path: (edge: ConfusionEdge) => string;
  name: Name;
}) => (
  <Table
    caption={caption}
    rows={edges}
    rowKey={({ asked, answered }) => `${asked} ${answered}`}
    columns={[
      { key: "asked", label: "Asked", cell: ({ asked }) => <Named {...name(asked)} /> },
      {
        key: "answered",
        label: "Answered as if it were",
        cell: ({ answered }) => <Named {...name(answered)} />,
      },
      {
        key: "students",
        label: "Students",
        numeric: true,
        className: "whitespace-nowrap",
        cell: (edge) => (
          <TextLink href={path(edge)} prefetch={false}>
            {edge.students} of {edge.offered}
          </TextLink>
        ),
      },
      {
        key: "share",
        label: "95 % sure",
        numeric: true,
        className: "whitespace-nowrap",
        cell: ({ interval }) => interval && `${percent(interval.low)} to ${percent(interval.high)}`,
      },
    ]}
  />
);

const Named = ({ place, front }: ReturnType<Name>) => (
  <>
    {place < 0 ? null : <span className="me-1 font-bold tabular-nums">{place + 1}.</span>}
    <Markdown text={front ?? ""} inline />
  </>
);

const Arrows = ({ edges, cards }: { edges: readonly ConfusionEdge[]; cards: readonly string[] }) => {
  const most = edges[0]?.students ?? 1;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${REACH + 24} ${cards.length * ROW}`}
      preserveAspectRatio="none"
      style={{ height: `${cards.length * ROW}px` }}
      className="w-full text-ink"
    >
      <defs>
        <marker
          id="takes"
          viewBox="0 0 8 8"
          refX="1"
          refY="4"
          markerWidth="12"
          markerHeight="12"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0L8 4L0 8z" fill="currentColor" />
        </marker>
      </defs>
      {edges.map((edge) => (
        <path
          key={`${edge.asked} ${edge.answered}`}
          d={curve(cards.indexOf(edge.asked), cards.indexOf(edge.answered))}
          fill="none"
          stroke="currentColor"
          strokeWidth={1 + (3.5 * edge.students) / most}
          markerEnd="url(#takes)"
        />
      ))}
    </svg>
  );
};

/** From one line to another: up arrows bow round the down arrows, so that the two of a pair do not lie on each other. */
function curve(from: number, to: number): string {
  const down = to > from;
  const bow = REACH * (0.25 + 0.65 * Math.min(1, Math.abs(from - to) / 6)) * (down ? 1 : 1.4);
  const inset = down ? 8 : -8;
  const [start, end] = [from * ROW + ROW / 2 + inset, to * ROW + ROW / 2 - inset];
  return `M4 ${start}C${bow} ${start},${bow} ${end},14 ${end}`;
}
