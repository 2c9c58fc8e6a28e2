import type { Metadata } from "next";
import { NewClassForm } from "@/features/classes/NewClassForm";
import { PageHeader } from "@/ui/PageHeader";
import { TeachShell } from "../../../TeachShell";
import { createClass } from "./actions";

export const metadata: Metadata = { title: "New class" };

export default function NewClassPage() {
  return (
    <TeachShell current="/teach/classes">
      <PageHeader title="New class" back={{ href: "/teach/classes", label: "Your classes" }} />
      <NewClassForm action={createClass} />
    </TeachShell>
  );
}
