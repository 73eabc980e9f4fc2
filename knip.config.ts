import type { KnipConfig } from "knip";

export default {
  entry: [
    "src/cli/main.ts",
    "src/web/app/main.tsx",
    "scripts/*.{ts,js}",
    "bench/main.ts",
    "tests/**/*.test.ts",
    "tests/e2e/*/main.ts",
  ],
  ignoreBinaries: ["apt-get"],
  project: ["{src,scripts,bench,tests}/**/*.{ts,tsx,js}"],
  // A schema stands exported beside the schemas it is part of.
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
