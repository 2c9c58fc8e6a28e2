import Link from "next/link";
import type { ClassSummary } from "@/contract/class";
import { classWords } from "@/messages/en/classes";
import { Badge } from "@/ui/Badge";
import { ButtonLink } from "@/ui/ButtonLink";
import { day } from "@/ui/day";
import { EmptyState } from "@/ui/EmptyState";

const words = classWords.list;

/** Classes as cards on the desk. */
export const ClassList = ({ classes, archived }: { classes: readonly ClassSummary[]; archived: boolean }) => {
  if (classes.length === 0)
    return archived ? (
      <EmptyState
        title={words.nothingAway}
        action={<ButtonLink href="/teach/classes">{classWords.yours}</ButtonLink>}
      />
    ) : (
      <>
        <EmptyState
          title={words.none}
          action={
            <ButtonLink href="/teach/classes/new" variant="primary">
              {words.make}
            </ButtonLink>
          }
        >
          {words.noneText}
        </EmptyState>
        <PutAway />
      </>
    );
  return (
    <>
      <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {classes.map(({ id, name, students, own, lastPlayedAt }) => (
          <li key={id} className="index-card flex flex-col px-5 pt-9 pb-5 [--head:1.5rem]">
            <h2 className="text-xl font-bold">
              <Link
                href={`/teach/classes/${id}`}
                className="inline-block min-h-8 text-ink underline-offset-4 wrap-anywhere hover:underline"
              >
                {name}
              </Link>
            </h2>
            <p className="mt-1 text-ink-soft">{classWords.students(students)}</p>
            {own ? null : (
              <p className="mt-2">
                <Badge tone="info">{words.shared}</Badge>
              </p>
            )}
            <p className="mt-auto pt-4 text-[0.95em] text-ink-soft">
              {lastPlayedAt ? words.played(day(lastPlayedAt)) : words.unplayed}
            </p>
          </li>
        ))}
      </ul>
      {archived ? null : <PutAway />}
    </>
  );
};

const PutAway = () => (
  <p className="mt-8">
    <Link
      href="/teach/classes?archived=1"
      className="inline-flex min-h-8 items-center text-ink-soft underline underline-offset-4"
    >
      {words.putAway}
    </Link>
  </p>
);
