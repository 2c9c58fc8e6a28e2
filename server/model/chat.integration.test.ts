import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { ModelPlace } from "../env";
import { type Act, envelope, type ModelServer, startModelServer } from "../testing/model-server";
import { createLanguageModel } from "./chat";

const Reply = z.object({ words: z.array(z.string().max(20)).max(5) });
const QUESTION = { task: "Say words.", material: '{"about":"France"}', reply: Reply };
const GOOD: Act = { say: { words: ["Lyon", "Nice"] } };
const KEY = "sk-never-to-be-seen";

let server: ModelServer;
let time = 0;
const waiting = new AbortController();

beforeEach(async () => {
  time = 1_000_000;
  server = await startModelServer(() => GOOD);
});
afterEach(() => server.close());

const model = (place: Partial<ModelPlace> = {}) =>
  createLanguageModel(
    { api: "openai", url: server.url, name: "tiny", key: undefined, timeoutMs: 400, ...place },
    () => time,
  );
const ask = (from = model()) => from.ask(QUESTION, waiting.signal);

describe.each(["openai", "ollama"] as const)("a model that speaks as %s does", (api) => {
  it("is asked once, with the task and the material apart, and answers", async () => {
    expect(await ask(model({ api, key: KEY }))).toEqual({ ok: true, value: { words: ["Lyon", "Nice"] } });
    expect(server.heard).toEqual([
      {
        api,
        path: api === "openai" ? "/v1/chat/completions" : "/api/chat",
        authorization: `Bearer ${KEY}`,
        model: "tiny",
        task: QUESTION.task,
        material: QUESTION.material,
        schema: true,
      },
    ]);
  });

  it("is understood when it thinks aloud first and fences its JSON", async () => {
    server.behave(() => ({ say: '<think>Hm, {"words":1}?</think>\n```json\n{"words":["Lyon"]}\n```\n' }));
    expect(await ask(model({ api }))).toEqual({ ok: true, value: { words: ["Lyon"] } });
  });

  it.each<[string, Act, string]>([
    ["hangs", { fault: "hang" }, "too-slow"],
    ["sends a drop at a time", { fault: "drip" }, "too-slow"],
    ["breaks off", { fault: "cut" }, "unreachable"],
    ["sends without end", { fault: "huge" }, "too-large"],
    ["fails", { status: 500, body: "Traceback …" }, "failed"],
    ["is busy", { status: 429 }, "busy"],
    ["wants another key", { status: 401 }, "not-allowed"],
    ["sends elsewhere", { status: 307, headers: { location: "http://127.0.0.1:1/" } }, "redirected"],
    ["sends a page", { raw: "<html>It works!</html>" }, "unreadable"],
    ["sends half an envelope", { raw: envelope(api, { words: [] }).slice(0, 30) }, "unreadable"],
    ["sends another envelope", { raw: '{"result":"Lyon"}' }, "unreadable"],
    ["chats", { say: "Sure! Here are some words: Lyon and Nice." }, "unreadable"],
    ["says half a JSON", { say: '{"words":["Lyon","Ni' }, "unreadable"],
    ["says another JSON", { say: { words: "Lyon" } }, "unreadable"],
    ["says too much", { say: { words: Array(6).fill("Lyon") } }, "unreadable"],
  ])("that %s is a fault and no exception", async (_what, act, fault) => {
    server.behave(() => act);
    expect(await ask(model({ api }))).toEqual({ ok: false, fault });
  });
});

it("that is not there is a fault", async () => {
  await server.close();
  expect(await ask()).toEqual({ ok: false, fault: "unreachable" });
});

it("does not take its key or a card elsewhere when it is sent there", async () => {
  const other = await startModelServer(() => GOOD);
  server.behave(() => ({ status: 308, headers: { location: `${other.url}/v1/chat/completions` } }));
  expect(await ask(model({ key: KEY }))).toEqual({ ok: false, fault: "redirected" });
  expect(other.heard).toEqual([]);
  await other.close();
});

it("that knows no schemas is asked without one, and remembered", async () => {
  server.behave((heard) => (heard.schema ? { status: 400, body: "unknown field" } : GOOD));
  const plain = model();
  expect(await ask(plain)).toMatchObject({ ok: true });
  expect(await ask(plain)).toMatchObject({ ok: true });
  expect(server.heard.map(({ schema }) => schema)).toEqual([true, false, false]);
});

it("under a folder of its own is asked there", async () => {
  expect(await ask(model({ url: `${server.url}/v1` }))).toMatchObject({ ok: true });
});

describe("a model that keeps failing", () => {
  it("is left alone after three faults, longer each time, and asked again after its rest", async () => {
    server.behave(() => ({ status: 500 }));
    const failing = model();
    for (let fault = 1; fault <= 3; fault++) expect(await ask(failing)).toMatchObject({ fault: "failed" });
    expect(await ask(failing)).toMatchObject({ fault: "resting" });
    expect(server.heard).toHaveLength(3);
    time += 30_000;
    expect(await ask(failing)).toMatchObject({ fault: "failed" });
    time += 30_000;
    expect(await ask(failing)).toMatchObject({ fault: "resting" });
    time += 30_000;
    server.behave(() => GOOD);
    expect(await ask(failing)).toMatchObject({ ok: true });
    server.behave(() => ({ status: 500 }));
    expect(await ask(failing)).toMatchObject({ fault: "failed" });
    expect(await ask(failing)).toMatchObject({ fault: "failed" });
  });

  it("says itself how long it wants to be left alone, up to a quarter of an hour", async () => {
    server.behave(() => ({ status: 429, headers: { "retry-after": "100000" } }));
    const busy = model();
    expect(await ask(busy)).toMatchObject({ fault: "busy" });
    server.behave(() => GOOD);
    time += 15 * 60_000 - 1;
    expect(await ask(busy)).toMatchObject({ fault: "resting" });
    time += 1;
    expect(await ask(busy)).toMatchObject({ ok: true });
  });
});

it("is asked two questions at once, and no more", async () => {
  let open = 0;
  let most = 0;
  const slow = await startModelServer(() => {
    open += 1;
    most = Math.max(most, open);
    return { fault: "hang" };
  });
  const crowded = model({ url: slow.url });
  const answers = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const answer = await ask(crowded);
      open -= 1;
      return answer;
    }),
  );
  expect(most).toBe(2);
  expect(answers.map((answer) => answer.ok)).toEqual([false, false, false, false]);
  await slow.close();
});

it("whose answer nobody waits for is no fault of the model's", async () => {
  server.behave(() => ({ fault: "hang" }));
  const slow = model({ timeoutMs: 60_000 });
  for (let time = 0; time < 4; time++) {
    const gone = new AbortController();
    const answer = slow.ask(QUESTION, gone.signal);
    gone.abort();
    expect(await answer).toEqual({ ok: false, fault: "stopped" });
  }
  server.behave(() => GOOD);
  expect(await ask(slow)).toMatchObject({ ok: true });
});
