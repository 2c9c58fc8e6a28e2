-- CreateEnum
CREATE TYPE "SeatProof" AS ENUM ('words', 'pictures');

-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "proof" "SeatProof" NOT NULL DEFAULT 'words';

-- AlterTable
ALTER TABLE "Student" ADD COLUMN     "proof" "SeatProof" NOT NULL DEFAULT 'words';

-- AlterTable
ALTER TABLE "MasteryWeights" ADD COLUMN     "model" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Homework" ADD COLUMN     "timeZone" TEXT NOT NULL DEFAULT 'UTC';
