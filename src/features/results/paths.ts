/** Where a student's page of a session is. */
export const studentPath = (sessionId: string, playerId: string): string =>
  `/teach/sessions/${sessionId}/students/${playerId}`;

/** Where the map of students × questions is. */
export const mapPath = (sessionId: string): string => `/teach/sessions/${sessionId}/map`;
