"use client";

import { Button } from "@/ui/Button";

const FILES = [
  { file: "results.xlsx", label: "Everything, for Excel" },
  { file: "answers.csv", label: "Answers (CSV)" },
  { file: "students.csv", label: "Students (CSV)" },
  { file: "questions.csv", label: "Questions (CSV)" },
  { file: "missed.apkg", label: "Missed cards, for Anki" },
  { file: "missed.csv", label: "Missed cards (CSV)" },
  { file: "results.json", label: "Everything (JSON)" },
] as const;

const MISSED = [
  { file: "missed.apkg", label: "Missed cards, for Anki" },
  { file: "missed.csv", label: "Missed cards (CSV)" },
] as const;

/** The ways out of the house: files for a spreadsheet and for learning, and paper. */
export const Downloads = ({ api, sessionId }: { api: string; sessionId: string }) => (
  <Menu files={FILES.map(({ file, label }) => ({ href: `${api}/sessions/${sessionId}/${file}`, label }))} />
);

/** The cards that one student missed. */
export const StudentDownloads = ({
  api,
  sessionId,
  playerId,
}: {
  api: string;
  sessionId: string;
  playerId: string;
}) => (
  <Menu
    files={MISSED.map(({ file, label }) => ({
      href: `${api}/sessions/${sessionId}/${file}?student=${playerId}`,
      label,
    }))}
  />
);

const Menu = ({ files }: { files: readonly { href: string; label: string }[] }) => (
  <div className="flex flex-wrap gap-3 print:hidden">
    <details className="relative">
      <summary className="inline-flex min-h-12 cursor-pointer items-center rounded-lg border-2 border-edge-strong bg-paper px-4 font-bold hover:border-ink">
        Download
      </summary>
      <ul className="paper absolute end-0 z-20 mt-2 grid w-64 gap-1 p-2">
        {files.map(({ href, label }) => (
          <li key={href}>
            <a
              href={href}
              download
              className="flex min-h-11 items-center rounded-md px-3 text-ink no-underline hover:bg-paper-low hover:underline"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </details>
    <Button onClick={() => window.print()}>Print</Button>
  </div>
);
