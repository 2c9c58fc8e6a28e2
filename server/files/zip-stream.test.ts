import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { zipStream } from "./zip-stream";

async function* pieces(...texts: string[]) {
  yield* texts;
}
async function* files() {
  yield { path: "account.json", text: pieces("{", '"name":"Zoë"', "}") };
  yield { path: "classes/7b-Ω.json", text: pieces("x".repeat(300_000), "y") };
  yield { path: "empty.json", text: pieces() };
}

async function packed(of: Parameters<typeof zipStream>[0]): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of zipStream(of)) parts.push(part);
  return Buffer.concat(parts);
}

test("every file comes out of the zip as it went in, whatever pieces it came in", async () => {
  const out = unzipSync(await packed(files()));
  expect(Object.keys(out)).toEqual(["account.json", "classes/7b-Ω.json", "empty.json"]);
  expect(strFromU8(out["account.json"] ?? new Uint8Array())).toBe('{"name":"Zoë"}');
  expect(out["classes/7b-Ω.json"]?.length).toBe(300_001);
  expect(out["empty.json"]?.length).toBe(0);
});

test("a file that cannot be read fails the zip instead of ending it early", async () => {
  async function* broken() {
    yield { path: "a.json", text: pieces("{}") };
    throw new Error("the database is gone");
  }
  await expect(packed(broken())).rejects.toThrow("the database is gone");
});
