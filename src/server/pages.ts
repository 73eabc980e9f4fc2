import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";

/**
 * Serves the built page from a folder. Files under `/assets` carry a hash in their name and are
 * kept for good; every other address without a file is a page of the app.
 */
export function pages(app: Hono, dist: string): void {
  app.get(
    "/assets/*",
    serveStatic({
      root: dist,
      onFound: (_, context) =>
        context.header("Cache-Control", "public, max-age=31536000, immutable"),
    }),
  );
  app.get("/assets/*", (context) => context.notFound());
  const fresh = (_: string, context: { header(name: string, value: string): void }) =>
    context.header("Cache-Control", "no-cache");
  app.get("*", serveStatic({ root: dist, onFound: fresh }));
  app.get("*", serveStatic({ path: join(dist, "index.html"), onFound: fresh }));
}
