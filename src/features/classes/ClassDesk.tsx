import type { ReactNode } from "react";
import { classWords } from "@/messages/en/classes";
import { Tabs } from "@/ui/Tabs";

const words = classWords.tabs;

/** The parts of a class's page, each behind its divider. */
export const ClassDesk = ({
  known,
  students,
  homework,
  guests,
  settings,
  openGuests,
  initial,
}: {
  known: ReactNode;
  students: ReactNode;
  homework: ReactNode;
  guests: ReactNode;
  settings: ReactNode;
  /** Guests who are no student yet. */
  openGuests: number;
  initial: "known" | "students";
}) => (
  <Tabs
    label={classWords.one}
    initial={initial}
    tabs={[
      { id: "known", label: words.known, panel: known },
      { id: "students", label: words.students, panel: students },
      { id: "homework", label: words.homework, panel: homework },
      { id: "guests", label: words.guests(openGuests), panel: guests },
      { id: "settings", label: words.settings, panel: settings },
    ]}
  />
);
