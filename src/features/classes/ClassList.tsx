import Link from "next/link";
import type { ClassSummary } from "@/contract/class";
import { counted } from "@/messages/counted";
import { Badge } from "@/ui/Badge";
import { ButtonLink } from "@/ui/ButtonLink";
import { day } from "@/ui/day";
import { EmptyState } from "@/ui/EmptyState";

/** Classes as cards on the desk. */
export const ClassList = ({ classes, archived }: { classes: readonly ClassSummary[]; archived: boolean }) => {
  if (classes.length === 0)
    return archived ? (
      <EmptyState
        title="Nothing is put away"
        action={<ButtonLink href="/teach/classes">Your classes</ButtonLink>}
      />
    ) : (
      <>
        <EmptyState
          title="No class yet"
          action={
            <ButtonLink href="/teach/classes/new" variant="primary">
              Make a class
            </ButtonLink>
          }
        >
          Paste the names, or choose the list as a file. Deckdash then remembers what each student knows and
          asks what the class is about to forget.
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
            <p className="mt-1 text-ink-soft">{counted(students, "student")}</p>
            {own ? null : (
              <p className="mt-2">
                <Badge tone="info">shared with you</Badge>
              </p>
            )}
            <p className="mt-auto pt-4 text-[0.95em] text-ink-soft">
              {lastPlayedAt ? `Last played ${day(lastPlayedAt)}` : "Not played yet"}
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
      Classes put away
    </Link>
  </p>
);
