import { classWords } from "@/messages/en/classes";
import { Field } from "@/ui/Field";

/** Chooses a class list as CSV, text or an Excel workbook; the form sends it as `file`. */
export const RosterFile = () => (
  <Field label={classWords.roster.label} hint={classWords.roster.hint}>
    {(wiring) => (
      <input
        {...wiring}
        type="file"
        name="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
        className="min-h-12 w-full rounded-lg border-2 border-edge-strong bg-paper px-3 py-2 file:me-3 file:rounded file:border-0 file:bg-paper-low file:px-3 file:py-1.5 file:font-bold"
      />
    )}
  </Field>
);
