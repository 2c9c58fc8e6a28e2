import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { studentPage } from "#server/queries/class-mastery";
import { runtime } from "#server/runtime";
import { StudentReport } from "@/features/classes/StudentReport";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../../../TeachShell";
import { makePracticeLink } from "../../actions";

export const metadata: Metadata = { title: "Student" };

export default async function OneStudentPage({
  params,
}: {
  params: Promise<{ classId: string; studentId: string }>;
}) {
  const { teacherId } = await requireTeacher();
  const { classId, studentId } = await params;
  const student = await studentPage(runtime().database, teacherId, classId, studentId, new Date());
  if (!student) notFound();
  return (
    <TeachShell current="/teach/classes">
      <PageHeader
        title={student.name}
        back={{ href: `/teach/classes/${classId}`, label: "The class" }}
        detail={`Known outside the class as ${student.pseudonym}`}
      />
      <StudentReport
        name={student.name}
        hasLink={student.hasLink}
        decks={student.decks}
        answers={student.answers}
        makeLink={makePracticeLink.bind(null, classId, studentId)}
      />
    </TeachShell>
  );
}
