import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { serve as listen } from "@hono/node-server";
import { AppError } from "../core/problem.ts";
import { openSpoor } from "./compose.ts";
import type { Config } from "./config.ts";
import { firstRun } from "./demo/first-run.ts";
import { announceServer } from "./lock.ts";

export type Served = AsyncDisposable & {
  readonly address: string;
  /** Resolves when the demo is there; at once where there is nothing to make. */
  readonly ready: Promise<void>;
};

/**
 * Starts the server and, at the first run, makes the demo beside it.
 * Rejects with `unavailable` when the port is taken, `folder-in-use` when the data folder is.
 */
export async function serve(config: Config): Promise<Served> {
  await using opened = new AsyncDisposableStack();
  const spoor = opened.use(await openSpoor(config));
  const server = listen({ fetch: spoor.app.fetch, port: config.port, hostname: config.host });
  try {
    if (!server.listening) await once(server, "listening");
  } catch (cause) {
    throw new AppError(
      "unavailable",
      `Port ${config.port} is taken. Stop what listens there, or choose another one: PORT=4322 npm start.`,
      { cause },
    );
  }
  opened.defer(async () => {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  opened.use(
    await announceServer(config.dataDir, { port, instance: spoor.instance, pid: process.pid }),
  );
  const host = config.loopback ? "localhost" : config.host;
  const stop = new AbortController();
  const ready = firstRun(spoor, config, stop.signal);
  opened.defer(async () => {
    stop.abort();
    await ready;
  });
  const all = opened.move();
  return {
    address: `http://${host}:${port}`,
    ready,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
