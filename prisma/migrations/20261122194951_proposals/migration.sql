-- AlterTable
ALTER TABLE "Deck" ADD COLUMN     "modelAllowed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Proposal" (
    "cardId" TEXT NOT NULL,
    "questionKey" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cardHash" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "right" TEXT[],
    "distractors" JSONB NOT NULL DEFAULT '[]',
    "rewordings" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "rejected" JSONB NOT NULL DEFAULT '[]',
    "dismissed" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("cardId","questionKey")
);

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card"("id") ON DELETE CASCADE ON UPDATE CASCADE;
