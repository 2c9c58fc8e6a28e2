import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { studentHistory } from "#server/queries/class-history";
import { studentPage } from "#server/queries/class-mastery";
import { runtime } from "#server/runtime";
import { StudentReport } from "@/features/classes/StudentReport";
import { classReportWords } from "@/messages/en/class-reports";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../../../TeachShell";
import { makePracticeLink } from "../../actions";

export const metadata: Metadata = { title: classReportWords.student.title };

export default async function OneStudentPage({
  params,
}: {
  params: Promise<{ classId: string; studentId: string }>;
}) {
  const { teacherId } = await requireTeacher();
  const { classId, studentId } = await params;
  const { database } = runtime();
  const now = new Date();
  const [student, history] = await Promise.all([
    studentPage(database, teacherId, classId, studentId, now),
    studentHistory(database, teacherId, classId, studentId, now),
  ]);
  if (!student || !history) notFound();
  return (
    <TeachShell current="/teach/classes">
      <PageHeader
        title={student.name}
        back={{ href: `/teach/classes/${classId}`, label: classReportWords.student.theClass }}
        detail={classReportWords.student.pseudonym(student.pseudonym)}
      />
      <StudentReport
        name={student.name}
        hasLink={student.hasLink}
        decks={student.decks}
        answers={student.answers}
        history={history.decks}
        calibration={history.calibration}
        makeLink={makePracticeLink.bind(null, classId, studentId)}
      />
    </TeachShell>
  );
}
