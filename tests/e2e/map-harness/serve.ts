import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};

/** Builds a harness page, by default that of the map, and serves it on a free port of this machine. */
export async function serveHarness(
  page = "./",
): Promise<AsyncDisposable & { readonly address: string }> {
  const out = await mkdtemp(join(tmpdir(), "spoor-map-"));
  await build({
    configFile: false,
    root: fileURLToPath(new URL(page, import.meta.url)),
    plugins: [react()],
    logLevel: "error",
    build: { outDir: out, emptyOutDir: true, assetsInlineLimit: 0 },
  });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = pathname === "/" ? "/index.html" : pathname;
    readFile(join(out, file)).then(
      (bytes) => {
        response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("The harness got no port");
  return {
    address: `http://127.0.0.1:${bound.port}/`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await rm(out, { recursive: true, force: true });
    },
  };
}
