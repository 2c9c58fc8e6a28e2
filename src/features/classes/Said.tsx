import { Notice } from "@/ui/Notice";

/** What came of the last command: why it was refused, or what was noticed. */
export const Said = ({ refusal, notes = [] }: { refusal: string | null; notes?: readonly string[] }) => (
  <>
    {refusal ? (
      <Notice tone="bad" live="assertive">
        {refusal}
      </Notice>
    ) : null}
    {notes.length > 0 ? (
      <Notice tone="info" live="polite">
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Notice>
    ) : null}
  </>
);
