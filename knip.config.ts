import type { KnipConfig } from "knip";

export default {
  entry: ["scripts/*.{ts,js}", "tests/**/*.test.ts", "tests/e2e/*/main.ts"],
  ignoreBinaries: ["apt-get", "mount", "umount"],
  // Style sheets import them, which knip does not read.
  ignoreDependencies: [
    "@fontsource-variable/inter",
    "@fontsource-variable/newsreader",
    // Read as files, by their path.
    "@expo-google-fonts/inter",
    "@expo-google-fonts/newsreader",
  ],
  project: ["{src,scripts,bench,tests}/**/*.{ts,tsx,js}"],
  // A schema stands exported beside the schemas it is part of.
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
