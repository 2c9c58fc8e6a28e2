import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { sharedReport } from "#server/queries/results/shared-report";
import { runtime } from "#server/runtime";
import { StudentReport } from "@/features/results/StudentReport";
import { LocalTime } from "@/ui/LocalTime";
import { PageHeader } from "@/ui/PageHeader";

// The address is the secret: it must not leave in a referrer or turn up in a search.
export const metadata: Metadata = {
  title: "Your answers",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

/** A student's own report, for whoever has its link. */
export default async function ReportPage({ params }: { params: Promise<{ token: string }> }) {
  const report = await sharedReport(runtime().database.prisma, (await params).token);
  if (!report) notFound();
  const { results, student } = report;
  return (
    <main id="page" className="mx-auto max-w-5xl px-4 py-8 sm:px-6">
      <PageHeader
        title={student.name}
        detail={
          <>
            {results.title}, <LocalTime date={results.startedAt ?? results.createdAt} />
          </>
        }
      />
      <StudentReport {...report} />
    </main>
  );
}
