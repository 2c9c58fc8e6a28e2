import { readRosterFile } from "#server/files/roster-file";
import { CLASS_LIMITS } from "@/contract/class";

/** The names that a form brings, as a file or pasted as text; null when it brings neither. */
export async function readRoster(form: FormData) {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) {
    if (file.size > CLASS_LIMITS.rosterBytes)
      return {
        names: [],
        problems: ["This file is too large for a class list. Save the list of names alone."],
      };
    return readRosterFile(new Uint8Array(await file.arrayBuffer()));
  }
  const text = form.get("students");
  if (typeof text !== "string" || text.trim() === "") return null;
  if (text.length > CLASS_LIMITS.pasteChars)
    return { names: [], problems: ["That is too much at once. Paste the names alone."] };
  return readRosterFile(new TextEncoder().encode(text));
}
