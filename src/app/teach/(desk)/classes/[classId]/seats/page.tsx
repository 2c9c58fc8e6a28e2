import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { classPage } from "#server/queries/classes";
import { runtime } from "#server/runtime";
import { SeatCards } from "@/features/classes/SeatCards";
import { classWords } from "@/messages/en/classes";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../../TeachShell";
import { drawSeatCards } from "../actions";

export const metadata: Metadata = { title: classWords.seatCards.title };

export default async function SeatCardsPage({
  params,
  searchParams,
}: {
  params: Promise<{ classId: string }>;
  searchParams: Promise<{ student?: string | string[] }>;
}) {
  const { teacherId } = await requireTeacher();
  const { classId } = await params;
  const { student } = await searchParams;
  const { database, addresses } = runtime();
  const page = await classPage(database.prisma, teacherId, classId, new Date());
  if (!page) notFound();
  return (
    <TeachShell current="/teach/classes">
      <div className="print:hidden">
        <PageHeader
          title={classWords.seatCards.title}
          back={{ href: `/teach/classes/${classId}`, label: page.name }}
        />
      </div>
      <SeatCards
        className={page.name}
        students={page.students}
        only={page.students.find(({ id }) => id === student) ?? null}
        usual={page.proof}
        joinUrl={addresses.phones ?? addresses.local}
        draw={drawSeatCards.bind(null, classId)}
      />
    </TeachShell>
  );
}
