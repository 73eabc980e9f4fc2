import { connectChdb } from "./chdb.ts";
import { createLane, type Connection } from "./lane.ts";
import { literal } from "./literal.ts";
import { migrate } from "./migrate.ts";
import { first } from "./migrations/0001-first.ts";
import { live } from "./migrations/0002-live.ts";
import { whoIsWho } from "./migrations/0003-who-is-who.ts";
import { near } from "./migrations/0007-near.ts";
import { atOnce } from "./migrations/0015-at-once.ts";
import { vault } from "./migrations/0004-vault.ts";
import { dropLeftTables } from "./identity/probable/tables.ts";
import { people } from "./migrations/0005-people.ts";
import { openVault, reopening, unkept, type SecretKeeper } from "./identity/vault.ts";
import type { Chunk, Engine } from "./port.ts";
import { createQueue, type Allowance } from "./queue.ts";
import { connectRemote } from "./remote.ts";

const gigabyte = 1_000_000_000;

const allowances = {
  intake: { seconds: 3600, memory: gigabyte, settings: {} },
  lookup: { seconds: 15, memory: gigabyte / 2, settings: { max_threads: 1 } },
  analysis: { seconds: 60, memory: 4 * gigabyte, settings: {} },
  load: {
    seconds: 3600,
    memory: gigabyte,
    settings: {
      max_threads: 2,
      parallel_view_processing: 1,
      // One stream out of the file, so that rows keep their order and number.
      parallelize_output_from_storages: 0,
    },
  },
} as const satisfies Record<string, Allowance>;

/**
 * Opens the engine and brings its tables up to date: in this process with its data in the folder
 * `path`, or on the ClickHouse server behind `url`. `keeper` has the secret of its identifiers; without
 * one, what is written now can never be opened again.
 * Rejects with `folder-in-use`, `newer-schema`, `wrong-key` or `unavailable`.
 */
export async function openEngine(
  where: { path: string } | { url: string },
  keeper: SecretKeeper = unkept,
): Promise<Engine> {
  const connections: Connection[] = [];
  let reopen = async () => {};
  const connect = (): Connection => {
    const connection =
      "url" in where
        ? reopening(connectRemote(where.url), () => reopen())
        : connectChdb(where.path);
    connections.push(connection);
    return connection;
  };
  const closing = new AbortController();
  const control = connect();
  const kill = (tag: string) =>
    control.command({
      sql: "KILL QUERY WHERE Settings['log_comment'] = {tag:String} ASYNC",
      parameters: { tag },
      settings: {},
    });
  const station = (allowance: Allowance) => {
    const connection = connect();
    const queue = createQueue(allowance, kill, closing.signal);
    return { connection, queue, lane: createLane(connection, queue) };
  };

  const intake = station(allowances.intake).lane;
  const lookup = station(allowances.lookup).lane;
  const analysis = station(allowances.analysis).lane;
  const loader = station(allowances.load);
  const close = async () => {
    closing.abort();
    for (const connection of connections) await connection.close();
  };

  try {
    // Over a lane of its own: it is opened again while a statement of another waits for it.
    const opener = createLane(control, createQueue(allowances.lookup, kill, closing.signal));
    reopen = await openVault(opener, keeper);
    await migrate(intake, [first, live, vault, people, near, whoIsWho, atOnce]);
    // On a server they may be of another process, which still searches.
    if ("path" in where) await dropLeftTables(intake);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    intake,
    lookup,
    analysis,
    async load(chunk, insert, parameters = {}, limits = {}) {
      const { connection, queue } = loader;
      const settings = { ...chunk.settings, ...limits.settings };
      await queue.run({ ...limits, settings }, (all) =>
        connection.command({
          ...reading(chunk, insert, "url" in where),
          parameters,
          settings: all,
        }),
      );
    },
    unmerged: "url" in where ? (work) => work() : holdMerges(control),
    [Symbol.asyncDispose]: close,
  };
}

/** Stops merges while at least one piece of work wants them stopped. */
function holdMerges(connection: Connection): Engine["unmerged"] {
  let holders = 0;
  const merges = (word: "STOP" | "START") =>
    connection.command({ sql: `SYSTEM ${word} MERGES`, parameters: {}, settings: {} });
  return async (work) => {
    holders += 1;
    try {
      if (holders === 1) await merges("STOP");
      return await work();
    } finally {
      holders -= 1;
      if (holders === 0) await merges("START");
    }
  };
}

/** The statement that loads a chunk: the engine opens the file by itself, or gets its bytes sent along. */
function reading(
  { path, format, structure }: Chunk,
  insert: (from: string) => string,
  far: boolean,
): { sql: string; file?: string } {
  if (far) return { sql: `${insert(`input(${literal(structure)})`)} FORMAT ${format}`, file: path };
  return { sql: insert(`file(${literal(path)}, ${format}, ${literal(structure)})`) };
}
