import type { KnipConfig } from "knip";

export default {
  entry: ["src/cli/main.ts", "scripts/*.{ts,js}", "bench/main.ts", "tests/**/*.test.ts"],
  project: ["{src,scripts,bench,tests}/**/*.{ts,tsx,js}"],
  // A schema stands exported beside the schemas it is part of.
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
