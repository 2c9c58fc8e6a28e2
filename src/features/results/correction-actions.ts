import type { CorrectionAnswer, CorrectionCommand } from "@/contract/corrections";

/** Sets one thing right in this session; the page shows it afterwards. */
export type CorrectAction = (sessionId: string, command: CorrectionCommand) => Promise<CorrectionAnswer>;
