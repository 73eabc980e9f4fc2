import "./src/server/thread-pool.ts";
import { defineConfig } from "vitest/config";

/** A poll ends when what it waits for is there; how long that may take is the machine's. */
const poll = { timeout: 30_000, interval: 100 };

/** Unit and property tests stand beside their file; what needs more than one room stands in tests/. */
export default defineConfig({
  test: {
    reporters: ["default", "./scripts/closing-line.ts"],
    projects: [
      // A database that is opened for the first time makes its cluster: seconds where others work too.
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}"],
          expect: { poll },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: "rooms",
          include: ["tests/{golden,conformance,fault}/**/*.test.ts"],
          pool: "forks",
          expect: { poll },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/e2e/**/*.test.ts"],
          pool: "forks",
          fileParallelism: false,
          // A browser on a busy machine may miss a beat: it gets a second try, and the end of the run tells.
          retry: 1,
          expect: { poll },
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
