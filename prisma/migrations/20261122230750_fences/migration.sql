-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "fence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "keeper" TEXT;
