"use server";

import { redirect } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { runtime } from "#server/runtime";
import { ClassName } from "@/contract/class";
import type { NewClassState } from "@/features/classes/NewClassForm";
import { readRoster } from "../read-roster";

/** Makes a class of the signed-in teacher's and leads to it. */
export async function createClass(_before: NewClassState, form: FormData): Promise<NewClassState> {
  const { teacherId } = await requireTeacher();
  const typed = (field: string) => {
    const value = form.get(field);
    return typeof value === "string" ? value : "";
  };
  const again = (message: string) => ({ message, name: typed("name"), students: typed("students") });
  const name = ClassName.safeParse(typed("name"));
  if (!name.success) return again(name.error.issues[0]?.message ?? "Give the class a name.");
  const roster = await readRoster(form);
  if (roster && roster.names.length === 0) return again(roster.problems[0] ?? "There is no name here.");
  const { classId } = await runtime().classes.create(
    teacherId,
    name.data,
    roster ?? { names: [], problems: [] },
  );
  redirect(`/teach/classes/${classId}`);
}
