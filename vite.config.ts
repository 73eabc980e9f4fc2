import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Builds the page to dist/. Nothing is inlined: the server allows scripts and fonts from itself only. */
export default defineConfig({
  root: fileURLToPath(new URL("src/web", import.meta.url)),
  plugins: [react()],
  build: {
    outDir: "../../dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Chromium then compiles a file beside the main thread while it comes in, not at the first picture.
    rolldownOptions: { output: { postBanner: "//# allFunctionsCalledOnLoad" } },
  },
});
