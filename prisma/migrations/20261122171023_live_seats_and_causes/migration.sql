-- AlterTable
ALTER TABLE "Player" ADD COLUMN     "previousTokenHash" TEXT;

-- AlterTable
ALTER TABLE "GameEvent" ADD COLUMN     "cause" TEXT;
