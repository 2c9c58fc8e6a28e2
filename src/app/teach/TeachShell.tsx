import Link from "next/link";
import type { ReactNode } from "react";
import { requireTeacher } from "#server/auth/require-teacher";
import { Shell } from "@/ui/Shell";

const PLACES = [
  { href: "/teach", label: "Decks" },
  { href: "/teach/sessions", label: "Results" },
  { href: "/teach/classes", label: "Classes" },
] as const;

/** The desk round every page of a signed-in teacher; leads away when there is none. */
export async function TeachShell({
  current,
  children,
}: {
  current?: (typeof PLACES)[number]["href"];
  children: ReactNode;
}) {
  const teacher = await requireTeacher();
  return (
    <Shell
      brand="Deckdash"
      home="/teach"
      skip="Skip to the page"
      navLabel="Desk"
      places={PLACES}
      current={current}
      account={
        <Link
          href="/teach/account"
          className="inline-flex min-h-12 items-center rounded-lg px-3 text-ink-soft underline underline-offset-4 hover:text-ink"
        >
          {teacher.name}
        </Link>
      }
    >
      {children}
    </Shell>
  );
}
