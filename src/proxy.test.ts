import { NextRequest } from "next/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { proxy } from "./proxy";

const ask = (host = "quiz.school.example") =>
  proxy(new NextRequest("http://127.0.0.1:3000/teach/decks?page=2", { headers: { host } }));
const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";
const nonceOf = (response: Response) => /'nonce-([^']+)'/.exec(policyOf(response))?.[1];

afterEach(() => vi.unstubAllEnvs());

describe("the policy of a page", () => {
  it("has a nonce of its own, which only this page's scripts carry", () => {
    const nonces = [ask(), ask(), ask()].map(nonceOf);
    expect(new Set(nonces).size).toBe(3);
    expect(nonces.every((nonce) => (nonce?.length ?? 0) >= 22)).toBe(true);
    expect(policyOf(ask())).not.toMatch(/script-src[^;]*unsafe/);
  });

  it("lets sockets go to the house and nowhere else", () => {
    expect(policyOf(ask())).toContain(
      "connect-src 'self' ws://quiz.school.example wss://quiz.school.example;",
    );
  });

  it("takes no directive from a host that is none", () => {
    expect(policyOf(ask("x; script-src *"))).toContain("connect-src 'self';");
    expect(policyOf(ask("x; script-src *"))).not.toContain("script-src *");
  });

  it("hands the page's own path on, for coming back after signing in", () => {
    expect(ask().headers.get("x-middleware-request-x-deckdash-path")).toBe("/teach/decks?page=2");
  });

  it("promises https only where the house is on https", () => {
    expect(ask().headers.get("strict-transport-security")).toBeNull();
    vi.stubEnv("PUBLIC_URL", "https://quiz.school.example");
    expect(ask().headers.get("strict-transport-security")).toBe("max-age=31536000");
  });
});
