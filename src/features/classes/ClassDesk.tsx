import type { ReactNode } from "react";
import { Tabs } from "@/ui/Tabs";

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
    label="Class"
    initial={initial}
    tabs={[
      { id: "known", label: "What they know", panel: known },
      { id: "students", label: "Students", panel: students },
      { id: "homework", label: "Homework", panel: homework },
      { id: "guests", label: openGuests > 0 ? `Guests (${openGuests})` : "Guests", panel: guests },
      { id: "settings", label: "Class", panel: settings },
    ]}
  />
);
