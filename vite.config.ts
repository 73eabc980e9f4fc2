import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Builds the page to dist/. Nothing is inlined: the server allows scripts and fonts from itself only. */
export default defineConfig({
  root: fileURLToPath(new URL("src/web", import.meta.url)),
  plugins: [react()],
  // Also when a test that runs with NODE_ENV=test has the page built.
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    outDir: "../../dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
