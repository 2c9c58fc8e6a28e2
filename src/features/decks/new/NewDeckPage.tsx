"use client";

import { useRouter } from "next/navigation";
import { useReducer, useState } from "react";
import { type DeckFormat, ParsedDeck } from "@/contract/deck";
import { deckWords } from "@/messages/en/decks";
import { DeckInput, type DeckSource } from "./DeckInput";
import { DeckPreview } from "./DeckPreview";
import { changeDraft, type Draft, type DraftAction, draftOf } from "./draft";

type Step = { name: "input" } | { name: "preview"; source: DeckSource; format: DeckFormat };

const words = deckWords.create;

/** From a pasted page or a file to a saved deck, in two steps. @param api where the route handlers are */
export const NewDeckPage = ({ api }: { api: string }) => {
  const router = useRouter();
  const [step, setStep] = useState<Step>({ name: "input" });
  const [draft, change] = useReducer(reduce, null);
  const [source, setSource] = useState<DeckSource>({ kind: "text", text: "" });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function post(path: string, form: FormData): Promise<unknown> {
    setBusy(true);
    setRefusal(null);
    try {
      const response = await fetch(`${api}${path}`, { method: "POST", body: form });
      const answer: unknown = await response.json();
      if (response.ok) return answer;
      setRefusal(messageOf(answer));
    } catch {
      setRefusal(words.unreached);
    } finally {
      setBusy(false);
    }
    return null;
  }

  async function read(from: DeckSource): Promise<void> {
    setSource(from);
    const answer = ParsedDeck.safeParse(await post("/decks/preview", formOf(from)));
    if (!answer.success) return;
    change({ type: "read", deck: answer.data });
    setStep({ name: "preview", source: from, format: answer.data.format });
  }

  async function save(ready: Draft, from: DeckSource, format: DeckFormat): Promise<void> {
    const form = formOf(from);
    const cards = ready.deck.cards.map(({ front, back, tags }) => ({ front, back, tags }));
    form.set("deck", JSON.stringify({ title: ready.title, format, cards }));
    const answer = await post("/decks", form);
    if (answer && typeof answer === "object" && "id" in answer) {
      setBusy(true);
      router.push(`/teach/decks/${answer.id}`);
    }
  }

  return step.name === "input" || !draft ? (
    <DeckInput source={source} busy={busy} refusal={refusal} onRead={(from) => void read(from)} />
  ) : (
    <DeckPreview
      draft={draft}
      change={change}
      busy={busy}
      refusal={refusal}
      onBack={() => {
        setRefusal(null);
        setStep({ name: "input" });
      }}
      onSave={() => void save(draft, step.source, step.format)}
    />
  );
};

function reduce(draft: Draft | null, action: DraftAction | { type: "read"; deck: ParsedDeck }): Draft | null {
  if (action.type === "read") return draftOf(action.deck);
  return draft && changeDraft(draft, action);
}

function formOf(source: DeckSource): FormData {
  const form = new FormData();
  if (source.kind === "file") form.set("file", source.file);
  else form.set("text", source.text);
  return form;
}

function messageOf(answer: unknown): string {
  const message = answer && typeof answer === "object" && "message" in answer ? answer.message : undefined;
  return typeof message === "string" ? message : words.failed;
}
