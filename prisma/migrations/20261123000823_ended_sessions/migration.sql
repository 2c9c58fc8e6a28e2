-- CreateIndex
CREATE INDEX "Session_endedAt_idx" ON "Session"("endedAt");
