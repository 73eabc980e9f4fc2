import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Context, Hono } from "hono";
import type { Guarded } from "./guard.ts";

/**
 * Serves the built page from a folder. Files under `/assets` carry a hash in their name and are
 * kept for good; every other address without a file is a page of the app.
 */
export function pages(app: Hono<Guarded>, dist: string): void {
  const page = async (context: Context<Guarded>) => {
    const html = await readFile(join(dist, "index.html"), "utf8");
    const nonce = `<meta property="csp-nonce" nonce="${context.get("secureHeadersNonce")}">`;
    context.header("Cache-Control", "no-cache");
    return context.html(html.replace("<head>", `<head>${nonce}`));
  };
  app.get("/", page);
  app.get(
    "/assets/*",
    serveStatic({
      root: dist,
      onFound: (_, context) =>
        context.header("Cache-Control", "public, max-age=31536000, immutable"),
    }),
    (context) => context.notFound(),
  );
  app.get(
    "*",
    serveStatic({
      root: dist,
      onFound: (_, context) => context.header("Cache-Control", "no-cache"),
    }),
    page,
  );
}
