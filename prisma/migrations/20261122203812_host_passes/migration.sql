-- CreateTable
CREATE TABLE "HostPass" (
    "tokenHash" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "loginId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HostPass_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE INDEX "HostPass_sessionId_idx" ON "HostPass"("sessionId");

-- CreateIndex
CREATE INDEX "HostPass_loginId_idx" ON "HostPass"("loginId");

-- AddForeignKey
ALTER TABLE "HostPass" ADD CONSTRAINT "HostPass_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HostPass" ADD CONSTRAINT "HostPass_loginId_fkey" FOREIGN KEY ("loginId") REFERENCES "TeacherLogin"("id") ON DELETE CASCADE ON UPDATE CASCADE;
