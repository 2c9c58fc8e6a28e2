-- AlterTable
ALTER TABLE "Correction" ADD COLUMN     "before" JSONB,
ADD COLUMN     "groupId" TEXT;

-- CreateIndex
CREATE INDEX "Correction_groupId_idx" ON "Correction"("groupId");
