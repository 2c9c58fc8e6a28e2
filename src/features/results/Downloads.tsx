"use client";

import { Button } from "@/ui/Button";

const FILES = [
  { file: "results.xlsx", label: "Everything, for Excel" },
  { file: "answers.csv", label: "Answers (CSV)" },
  { file: "students.csv", label: "Students (CSV)" },
  { file: "questions.csv", label: "Questions (CSV)" },
] as const;

/** The ways out of the house: files for a spreadsheet, and paper. */
export const Downloads = ({ api, sessionId }: { api: string; sessionId: string }) => (
  <div className="flex flex-wrap gap-3 print:hidden">
    <details className="relative">
      <summary className="inline-flex min-h-12 cursor-pointer items-center rounded-lg border-2 border-edge-strong bg-paper px-4 font-bold hover:border-ink">
        Download
      </summary>
      <ul className="paper absolute end-0 z-20 mt-2 grid w-64 gap-1 p-2">
        {FILES.map(({ file, label }) => (
          <li key={file}>
            <a
              href={`${api}/sessions/${sessionId}/${file}`}
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
