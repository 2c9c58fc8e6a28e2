import { expect, test } from "vitest";
import { SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import { HandoverLinks } from "./handover-links";

const handover = { sessionId: SessionId.parse("session-1"), loginId: "login" };

test.each([
  [LIMITS.handoverMs - 1, handover],
  [LIMITS.handoverMs, null],
])("L27: a link taken after %i ms leads to %o", (after, to) => {
  let codes = 0;
  const links = new HandoverLinks(() => `code-${++codes}`);
  const { code, expiresAt } = links.open(handover, 1_000);
  expect(expiresAt).toBe(1_000 + LIMITS.handoverMs);
  expect(links.take(code, 1_000 + after)).toEqual(to);
  expect(links.take(code, 1_000)).toBeNull();
});
