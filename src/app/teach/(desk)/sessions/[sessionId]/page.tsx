import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { guestsOfGame } from "#server/queries/guests";
import { correctionTrace } from "#server/queries/results/correction-trace";
import { sessionAnalysis, sessionResults } from "#server/queries/results/session-results";
import { runtime } from "#server/runtime";
import { Guests } from "@/features/classes/Guests";
import { DeleteSession } from "@/features/results/DeleteSession";
import { Downloads } from "@/features/results/Downloads";
import { SessionReport } from "@/features/results/SessionReport";
import { ButtonLink } from "@/ui/ButtonLink";
import { LocalTime } from "@/ui/LocalTime";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../TeachShell";
import { classCommand } from "../../classes/[classId]/actions";
import { correctQuestion, deleteSession } from "./actions";

export const metadata: Metadata = { title: "Results" };

export default async function SessionPage({ params }: { params: Promise<{ sessionId: string }> }) {
  const { teacherId } = await requireTeacher();
  const { database, env } = runtime();
  const db = database.prisma;
  const results = await sessionResults(db, teacherId, (await params).sessionId);
  if (!results) notFound();
  const [analysis, trace, guests] = await Promise.all([
    sessionAnalysis(db, results),
    correctionTrace(db, results),
    guestsOfGame(db, teacherId, results.id),
  ]);
  return (
    <TeachShell current="/teach/sessions">
      <PageHeader
        title={results.title}
        back={{ href: "/teach/sessions", label: "Results" }}
        detail={
          <>
            <LocalTime date={results.startedAt ?? results.createdAt} />, {results.className ?? "guests"}
            {results.keptUntil ? (
              <>
                {" "}
                · kept until <LocalTime date={results.keptUntil} style="day" />
              </>
            ) : null}
          </>
        }
        actions={
          <>
            <Downloads api={`${env.basePath}/api`} sessionId={results.id} />
            {results.endedAt ? (
              <DeleteSession remove={deleteSession.bind(null, results.id)} />
            ) : (
              <ButtonLink href={`/host/${results.id}`} variant="primary">
                Go to the game
              </ButtonLink>
            )}
          </>
        }
      />
      <SessionReport
        results={results}
        analysis={analysis}
        trace={trace}
        correct={correctQuestion}
        guests={
          guests && (
            <Guests
              sessions={[guests.game]}
              students={guests.students}
              act={classCommand.bind(null, guests.classId)}
            />
          )
        }
      />
    </TeachShell>
  );
}
