-- AlterTable
ALTER TABLE "Student" ADD COLUMN     "linkHash" TEXT;

-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "batch" INTEGER;

-- AlterTable
ALTER TABLE "StudentMemory" ADD COLUMN     "quick" DOUBLE PRECISION NOT NULL,
ADD COLUMN     "slow" DOUBLE PRECISION NOT NULL;

-- CreateTable
CREATE TABLE "LearnedAnswer" (
    "id" TEXT NOT NULL,
    "batch" INTEGER NOT NULL,
    "studentId" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "skill" TEXT NOT NULL,
    "roundId" TEXT,
    "questionId" TEXT,
    "homeworkId" TEXT,
    "correct" BOOLEAN NOT NULL,
    "options" INTEGER NOT NULL,
    "confidence" INTEGER,
    "at" TIMESTAMP(3) NOT NULL,
    "counts" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "LearnedAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MasteryWeights" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "batch" INTEGER NOT NULL,
    "weights" JSONB NOT NULL,

    CONSTRAINT "MasteryWeights_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Homework" (
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Homework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SkillMemory" (
    "skill" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "m" DOUBLE PRECISION NOT NULL,
    "v" DOUBLE PRECISION NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SkillMemory_pkey" PRIMARY KEY ("skill")
);

-- CreateTable
CREATE TABLE "StudentSkillMemory" (
    "studentId" TEXT NOT NULL,
    "skill" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "right" INTEGER NOT NULL,
    "lastAt" TIMESTAMP(3) NOT NULL,
    "lastRight" BOOLEAN NOT NULL,

    CONSTRAINT "StudentSkillMemory_pkey" PRIMARY KEY ("studentId","skill")
);

-- CreateIndex
CREATE INDEX "LearnedAnswer_batch_at_id_idx" ON "LearnedAnswer"("batch", "at", "id");

-- CreateIndex
CREATE INDEX "LearnedAnswer_studentId_at_idx" ON "LearnedAnswer"("studentId", "at");

-- CreateIndex
CREATE INDEX "LearnedAnswer_roundId_idx" ON "LearnedAnswer"("roundId");

-- CreateIndex
CREATE INDEX "Homework_classId_idx" ON "Homework"("classId");

-- CreateIndex
CREATE INDEX "SkillMemory_deckId_idx" ON "SkillMemory"("deckId");

-- CreateIndex
CREATE INDEX "StudentSkillMemory_deckId_idx" ON "StudentSkillMemory"("deckId");

-- CreateIndex
CREATE UNIQUE INDEX "Student_linkHash_key" ON "Student"("linkHash");

-- AddForeignKey
ALTER TABLE "LearnedAnswer" ADD CONSTRAINT "LearnedAnswer_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Student"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearnedAnswer" ADD CONSTRAINT "LearnedAnswer_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearnedAnswer" ADD CONSTRAINT "LearnedAnswer_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearnedAnswer" ADD CONSTRAINT "LearnedAnswer_homeworkId_fkey" FOREIGN KEY ("homeworkId") REFERENCES "Homework"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Homework" ADD CONSTRAINT "Homework_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Homework" ADD CONSTRAINT "Homework_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SkillMemory" ADD CONSTRAINT "SkillMemory_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StudentSkillMemory" ADD CONSTRAINT "StudentSkillMemory_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Student"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StudentSkillMemory" ADD CONSTRAINT "StudentSkillMemory_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;
