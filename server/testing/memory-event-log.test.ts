import { describe } from "vitest";
import { eventLogContract } from "./event-log-contract";
import { MemoryEventLog } from "./memory-event-log";

describe("the event log in memory", () => {
  const log = new MemoryEventLog();
  eventLogContract(async () => ({ log, teacherId: "teacher", deckId: "deck" }));
});
