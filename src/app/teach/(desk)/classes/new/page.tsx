import type { Metadata } from "next";
import { NewClassForm } from "@/features/classes/NewClassForm";
import { classWords } from "@/messages/en/classes";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../TeachShell";
import { createClass } from "./actions";

export const metadata: Metadata = { title: classWords.create.title };

export default function NewClassPage() {
  return (
    <TeachShell current="/teach/classes">
      <PageHeader
        title={classWords.create.title}
        back={{ href: "/teach/classes", label: classWords.yours }}
      />
      <NewClassForm action={createClass} />
    </TeachShell>
  );
}
