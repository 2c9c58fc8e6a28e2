import { ENOUGH_STUDENTS } from "@/contract/analysis";
import { type HealthRow, LARGE_SHIFT, type Verdict } from "@/contract/deck-health";
import { counted } from "@/messages/en/counted";
import { Badge, type Tone } from "@/ui/Badge";
import { day } from "@/ui/day";
import { Markdown } from "@/ui/Markdown";
import { type Column, Table } from "@/ui/Table";
import { TextLink } from "@/ui/TextLink";
import { deckAnswersPath } from "./deck-paths";
import { percent, signed } from "./format";

const LOOK: Record<Verdict, { label: string; tone: Tone }> = {
  rival: { label: "mend", tone: "bad" },
  backwards: { label: "mend", tone: "bad" },
  weak: { label: "mend", tone: "warn" },
  drifts: { label: "look", tone: "warn" },
  known: { label: "rest", tone: "info" },
  few: { label: "too few", tone: "plain" },
  good: { label: "good", tone: "good" },
};

function reason({ verdict, rivalText, first }: HealthRow): string {
  switch (verdict) {
    case "rival":
      return `More choose “${rivalText ?? ""}” than the right answer: it may be right too, or the class has learned it so.`;
    case "backwards":
      return "Those who know the rest do worse on it: is the right answer right?";
    case "weak":
      return "It hardly tells who knows the rest: is it clear what is asked?";
    case "drifts":
      return "It is much easier for one class than for another, whatever else they know.";
    case "known":
      return "Nearly everybody knows it: it can rest.";
    case "few":
      return `Not enough answers yet: ${counted(first, "first answer")}, ${ENOUGH_STUDENTS} are needed.`;
    case "good":
      return "";
  }
}

/** How each question of a deck has done, those to mend first. Every figure opens into the answers behind it. */
export const QuestionHealth = ({
  rows,
  deckPath,
  classId,
}: {
  rows: readonly HealthRow[];
  deckPath: string;
  classId: string | undefined;
}) => {
  const link = (question: string) => deckAnswersPath(deckPath, { question, class: classId });
  const columns: Column<HealthRow>[] = [
    {
      key: "question",
      label: "Question",
      className: "min-w-60",
      cell: (row) => (
        <>
          <TextLink href={`${deckPath}?card=${row.cardId}`}>
            <Markdown text={row.prompt} inline />
          </TextLink>
          {row.active ? null : <Badge className="ms-2">no longer asked</Badge>}
          <span className="mt-1 block font-normal">
            <Badge tone={LOOK[row.verdict].tone}>{LOOK[row.verdict].label}</Badge> {reason(row)}
          </span>
          {row.replaced.length > 0 ? (
            <span className="mt-1 block font-normal text-ink-soft">
              Shown before:{" "}
              {row.replaced.map(({ text, taken, shown }) => `“${text}” (${taken} of ${shown})`).join(", ")}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: "right",
      label: "Right at first",
      numeric: true,
      className: "whitespace-nowrap",
      cell: (row) => (
        <TextLink href={link(row.question)} prefetch={false}>
          {percent(row.difficulty)}
          {row.interval ? (
            <span className="block text-[0.85em] text-ink-soft">
              {percent(row.interval.low)} to {percent(row.interval.high)}
            </span>
          ) : null}
        </TextLink>
      ),
    },
    {
      key: "tells",
      label: "Tells who knows",
      numeric: true,
      className: "whitespace-nowrap",
      cell: ({ discrimination, discriminationInterval: sure }) =>
        discrimination === null || !sure ? (
          <span className="text-ink-soft">too few</span>
        ) : (
          <>
            {signed(discrimination)}
            <span className="block text-[0.85em] text-ink-soft">
              {signed(sure.low)} to {signed(sure.high)}
            </span>
          </>
        ),
    },
    {
      key: "asked",
      label: "Asked",
      numeric: true,
      className: "whitespace-nowrap",
      cell: ({ games, students, lastAt }) => (
        <>
          {counted(games, "game")}
          <span className="block text-[0.85em] text-ink-soft">{counted(students, "student")}</span>
          <span className="block text-[0.85em] text-ink-soft">last {day(lastAt)}</span>
        </>
      ),
    },
    {
      key: "groups",
      label: "Class by class",
      cell: ({ groups, groupNames }) => (
        <ul className="grid gap-0.5 whitespace-nowrap">
          {groups.map(({ group, right, answers, shift }, place) => (
            <li key={group} className="tabular-nums">
              {groupNames[place]}: {right} of {answers}
              {shift !== null && Math.abs(shift) >= LARGE_SHIFT ? (shift > 0 ? ", easier" : ", harder") : ""}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: "dead",
      label: "Hardly taken",
      cell: ({ deadTexts }) =>
        deadTexts.length === 0 ? "–" : deadTexts.map((text) => `“${text}”`).join(", "),
    },
  ];
  return (
    <Table
      caption="How the questions have done, those to mend first"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.question}
    />
  );
};
