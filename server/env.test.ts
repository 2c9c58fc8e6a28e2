import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readEnv, withSecret } from "./env";

describe("the configuration", () => {
  it("needs no variable at all", () => {
    expect(readEnv({})).toEqual({
      port: 3000,
      host: undefined,
      publicUrl: undefined,
      basePath: "",
      dataDir: path.resolve("data"),
      databaseUrl: undefined,
      authSecret: undefined,
      logLevel: "info",
      trustProxy: 0,
      sharing: undefined,
      model: undefined,
    });
  });

  it("asks no language model unless both its address and its name are given", () => {
    const place = { MODEL_URL: "http://localhost:11434/", MODEL_NAME: "llama3.2" };
    expect(readEnv({ ...place, MODEL_API: "ollama", MODEL_SECONDS: "5" }).model).toEqual({
      api: "ollama",
      url: "http://localhost:11434",
      name: "llama3.2",
      key: undefined,
      timeoutMs: 5_000,
    });
    expect(readEnv({ ...place, MODEL_KEY: "sk-1" }).model).toMatchObject({ api: "openai", key: "sk-1" });
    for (const name of ["MODEL_URL", "MODEL_NAME"]) {
      expect(() => readEnv({ ...place, [name]: "" })).toThrow(/belong together/);
    }
  });

  it("does not repeat a key that it cannot use", () => {
    const place = { MODEL_URL: "http://localhost:1", MODEL_NAME: "m" };
    expect(() => readEnv({ ...place, MODEL_KEY: "sk-secret\r\nX-Other: 1" })).toThrow(
      /^MODEL_KEY(?!.*secret)/,
    );
  });

  describe("for several servers", () => {
    const one = {
      REDIS_URL: "redis://localhost:6379",
      DATABASE_URL: "postgresql://localhost/deckdash",
      AUTH_SECRET: "a secret that all the servers have been given",
    };

    it("is for one server alone unless Redis is named", () => {
      expect(readEnv({ ...one, REDIS_URL: "" }).sharing).toBeUndefined();
      expect(() => readEnv({ NODE_URL: "http://10.0.0.5:3000" })).toThrow(/set REDIS_URL too/);
    });

    it("names Redis and the way to this server", () => {
      const sharing = { redisUrl: one.REDIS_URL, nodeUrl: undefined };
      expect(readEnv(one).sharing).toEqual(sharing);
      const nodeUrl = "http://10.0.0.5:3000";
      expect(readEnv({ ...one, NODE_URL: `${nodeUrl}/` }).sharing).toEqual({ ...sharing, nodeUrl });
    });

    it.each([
      ["DATABASE_URL", /embedded database is for one server/],
      ["AUTH_SECRET", /give all of them the same AUTH_SECRET/],
    ])("says what to do when %s is missing", (name, sentence) => {
      expect(() => readEnv({ ...one, [name]: "" })).toThrow(sentence);
    });
  });

  it("takes an empty variable as an absent one", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: "", PUBLIC_URL: "" })).toEqual(readEnv({}));
  });

  it.each([
    ["https://quiz.example.org", undefined, "https://quiz.example.org", ""],
    ["https://quiz.example.org/", undefined, "https://quiz.example.org", ""],
    ["https://example.org/quiz/", undefined, "https://example.org/quiz", "/quiz"],
    ["https://example.org", "/quiz", "https://example.org/quiz", "/quiz"],
    ["https://example.org/quiz", "/quiz", "https://example.org/quiz", "/quiz"],
  ])("puts PUBLIC_URL %s and BASE_PATH %s together", (url, base, publicUrl, basePath) => {
    expect(readEnv({ PUBLIC_URL: url, BASE_PATH: base })).toMatchObject({ publicUrl, basePath });
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PUBLIC_URL", "quiz.example.org"],
    ["PUBLIC_URL", "ftp://example.org"],
    ["PUBLIC_URL", "https://user@example.org"],
    ["PUBLIC_URL", "https://example.org/?a=1"],
    ["BASE_PATH", "quiz"],
    ["BASE_PATH", "/quiz/"],
    ["DATABASE_URL", "mysql://localhost/quiz"],
    ["DATABASE_URL", "localhost:5432"],
    ["AUTH_SECRET", "short"],
    ["LOG_LEVEL", "loud"],
    ["TRUST_PROXY", "yes"],
    ["MODEL_URL", "file:///etc/passwd"],
    ["MODEL_URL", "https://user:secret@example.org/v1"],
    ["MODEL_URL", "localhost:11434"],
    ["MODEL_API", "other"],
    ["MODEL_KEY", "two words"],
    ["MODEL_SECONDS", "0"],
  ])("refuses %s=%s in one sentence that names the variable", (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name} is not usable: it must be .+\\.$`));
  });

  it("refuses two different path prefixes", () => {
    expect(() => readEnv({ PUBLIC_URL: "https://example.org/a", BASE_PATH: "/b" })).toThrow(
      /must be the same/,
    );
  });
});

it("makes a secret once, for its owner's eyes only, and keeps it", () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), "deckdash-env-"));
  const env = readEnv({ DATA_DIR: dataDir });
  const { authSecret } = withSecret(env);
  expect(authSecret.length).toBeGreaterThanOrEqual(32);
  expect(withSecret(env).authSecret).toBe(authSecret);
  expect(statSync(path.join(dataDir, "auth-secret")).mode & 0o777).toBe(0o600);
  rmSync(dataDir, { recursive: true });
});
