import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { DeskQuestion } from "@/contract/desk";
import { createLanguageModel } from "../model/chat";
import { CapitalsDesk, capitals } from "./capitals-desk";
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

/** A desk of six capitals beside the helpful model, for the tests of a file: a new deck and a new model for each. */
export function deskBesideModel(): { readonly house: CapitalsDesk; readonly server: ModelServer } {
  let house: CapitalsDesk;
  let server: ModelServer;
  beforeAll(async () => {
    house = await CapitalsDesk.open();
  });
  beforeEach(async () => {
    // What one test has logged is not held against the next.
    house.logged.length = 0;
    server = await startModelServer(helpful);
    house.sitDown(modelAt(server.url));
    house.deckId = await house.save(capitals(6));
  });
  afterEach(async () => {
    await house.desk.deleteDeck(house.ada, house.deckId);
    await house.desk.close();
    await server.close();
    expect(house.logged).toEqual([]);
  });
  afterAll(() => house.close());
  return {
    get house() {
      return house;
    },
    get server() {
      return server;
    },
  };
}

/** What a model proposed beside a question, in the order of the alphabet. */
export const proposedTo = (question: DeskQuestion) =>
  question.proposals?.options.map(({ text }) => text).sort() ?? [];
