import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { classHistory } from "#server/queries/class-history";
import { classDecks } from "#server/queries/class-mastery";
import { classPage } from "#server/queries/classes";
import { listDecks } from "#server/queries/decks";
import { guestSessions } from "#server/queries/guests";
import { runtime } from "#server/runtime";
import { ClassDesk } from "@/features/classes/ClassDesk";
import { ClassSettings } from "@/features/classes/ClassSettings";
import { DeckLines } from "@/features/classes/DeckLines";
import { Guests } from "@/features/classes/Guests";
import { HomeworkPanel } from "@/features/classes/HomeworkPanel";
import { GoingSoon } from "@/features/classes/Retention";
import { Students } from "@/features/classes/Students";
import { classWords } from "@/messages/en/classes";
import { Badge } from "@/ui/Badge";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../TeachShell";
import { addStudents, classCommand, deleteClass, inviteColleague } from "./actions";

export const metadata: Metadata = { title: classWords.one };

export default async function OneClassPage({ params }: { params: Promise<{ classId: string }> }) {
  const { teacherId } = await requireTeacher();
  const { classId } = await params;
  const { database, env } = runtime();
  const api = `${env.basePath}/api`;
  const db = database.prisma;
  const now = new Date();
  const page = await classPage(db, teacherId, classId, now);
  if (!page) notFound();
  const [lines, history, sessions, decks] = await Promise.all([
    classDecks(database, teacherId, classId, now),
    classHistory(database, teacherId, classId, now),
    guestSessions(db, teacherId, classId),
    listDecks(db, teacherId),
  ]);
  const { students, homework } = page;
  const act = classCommand.bind(null, classId);
  return (
    <TeachShell current="/teach/classes">
      <PageHeader
        title={page.name}
        back={{ href: "/teach/classes", label: classWords.yours }}
        detail={
          <>
            {classWords.students(students.length)}{" "}
            {page.archived ? <Badge tone="warn">{classWords.putAway}</Badge> : null}
          </>
        }
      />
      <GoingSoon kept={page.kept} now={now} />
      <ClassDesk
        initial={lines.length > 0 ? "known" : "students"}
        openGuests={sessions.flatMap(({ guests }) => guests).filter(({ mergedWith }) => !mergedWith).length}
        known={<DeckLines classId={classId} decks={lines} history={history} />}
        students={
          <Students
            api={api}
            classId={classId}
            students={students}
            act={act}
            add={addStudents.bind(null, classId)}
          />
        }
        homework={
          <HomeworkPanel
            homework={homework}
            students={students.length}
            decks={decks.filter(({ askable }) => askable > 0).map(({ id, title }) => ({ id, title }))}
            act={act}
          />
        }
        guests={
          <Guests sessions={sessions} students={students.map(({ id, name }) => ({ id, name }))} act={act} />
        }
        settings={
          <ClassSettings
            api={api}
            now={now}
            page={page}
            teacherId={teacherId}
            act={act}
            invite={inviteColleague.bind(null, classId)}
            remove={deleteClass.bind(null, classId)}
          />
        }
      />
    </TeachShell>
  );
}
