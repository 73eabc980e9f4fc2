import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** Builds the collector to dist/spoor.js: one script, as other sites load it. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: fileURLToPath(new URL("dist", import.meta.url)),
    emptyOutDir: false,
    lib: {
      entry: fileURLToPath(new URL("src/sdk/main.ts", import.meta.url)),
      formats: ["iife"],
      name: "spoorCollector",
      fileName: () => "spoor.js",
    },
  },
});
