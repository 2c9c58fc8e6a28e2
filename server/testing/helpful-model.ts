import type { DeskQuestion } from "@/contract/desk";
import { createLanguageModel } from "../model/chat";
import { type CapitalsDesk, capitals } from "./capitals-desk";
import { type Asked, type ModelServer, proposing, startModelServer } from "./model-server";

export const MODEL_KEY = "sk-never-to-be-stored";

/** Proposes two wrong answers that a deck of capitals does not have, and what the guards turn down. */
export const helpful = proposing(({ question, right }: Asked) => ({
  distractors: [
    `${question.includes("France") ? "Lyon" : "Gotham"}`,
    "Marseille",
    right[0] ?? "",
    "<b>Nice</b>",
  ],
  rewordings: [question.replace("What is", "Which city is"), `Is it ${right[0]}?`],
}));

/** The model that answers there. */
export const modelAt = (url: string, timeoutMs = 1_000) =>
  createLanguageModel({ api: "openai", url, name: "tiny", key: MODEL_KEY, timeoutMs }, Date.now);

/** A new deck of six capitals on a desk beside the helpful model. */
export async function beginBesideModel(house: CapitalsDesk): Promise<ModelServer> {
  const server = await startModelServer(helpful);
  house.sitDown(modelAt(server.url));
  house.deckId = await house.save(capitals(6));
  return server;
}

/** Ends what `beginBesideModel` began. */
export async function endBesideModel(house: CapitalsDesk, server: ModelServer): Promise<void> {
  await house.desk.deleteDeck(house.ada, house.deckId);
  await house.desk.close();
  await server.close();
}

/** What a model proposed beside a question, in the order of the alphabet. */
export const proposedTo = (question: DeskQuestion) =>
  question.proposals?.options.map(({ text }) => text).sort() ?? [];
