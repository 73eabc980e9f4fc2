import { AppError } from "../core/problem.ts";
import { readConfig, type Config } from "../server/config.ts";
import type { Importer } from "../server/event/importer.ts";
import { openSpoor } from "../server/compose.ts";
import { findServer } from "../server/lock.ts";
import { createClient, type Call } from "./client.ts";
import { remoteImporter } from "./remote-importer.ts";

/** The way from a command to the data: through the server that holds it, or by opening it here. */
export type Connection = AsyncDisposable & {
  readonly call: Call;
  readonly importer: Importer;
};

/** Goes through the running server of the data folder if there is one, else opens the stores. */
export async function connect(config: Config): Promise<Connection> {
  const server = await findServer(config.dataDir);
  if (server) {
    const call = createClient(`http://127.0.0.1:${server.port}`, (request) => fetch(request));
    return { call, importer: remoteImporter(call), [Symbol.asyncDispose]: async () => {} };
  }
  const spoor = await openSpoor(config);
  return {
    call: createClient("http://localhost", (request) => spoor.app.fetch(request)),
    importer: spoor.importer,
    [Symbol.asyncDispose]: () => spoor[Symbol.asyncDispose](),
  };
}

/** Runs work with a connection that is made when it is first asked for, and closed after. */
export async function connected<T>(
  work: (open: () => Promise<Connection>) => Promise<T>,
): Promise<T> {
  let opened: Promise<Connection> | null = null;
  try {
    return await work(() => (opened ??= connect(readConfig())));
  } finally {
    const connection = await (opened as Promise<Connection> | null)?.catch(() => null);
    await connection?.[Symbol.asyncDispose]();
  }
}

/** Makes a workspace that was named and is not there yet; its name is its slug. */
export async function ensureWorkspace(call: Call, slug: string): Promise<void> {
  const known = await call("workspaces");
  if (known.some((each) => each.slug === slug)) return;
  const made = await call("createWorkspace", { body: { name: slug } });
  if (made.slug !== slug)
    throw new AppError(
      "bad-request",
      `A workspace is named in small letters, digits and hyphens: ${made.slug}, not ${slug}.`,
    );
}
