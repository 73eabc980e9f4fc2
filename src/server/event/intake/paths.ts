/** Where the routes stand: the guard lets other pages call these, and nothing else. */
export const intakePaths = [
  "/v1/*",
  "/batch/*",
  "/capture/*",
  "/e/*",
  "/i/v0/e/*",
  "/api/cloudevents",
  "/api/events",
  "/hooks/*",
] as const;
