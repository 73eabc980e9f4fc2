import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createClient, type ClickHouseClientConfigOptions } from "@clickhouse/client";
import { drainPending } from "chdb";
import { createChdbConnection } from "chdb/connection";
import { AppError } from "../core/problem.ts";
import type { Connection, Statement } from "./lane.ts";
import { literal, parameterText } from "./literal.ts";

/**
 * Opens one more connection to the ClickHouse in this process. `path` is the data folder: one
 * process can have it, and one folder can be open in a process. Throws `folder-in-use`.
 *
 * Every running statement holds a thread of libuv's pool, which has four of them unless
 * UV_THREADPOOL_SIZE says otherwise; a process that serves people wants twelve.
 */
export function connectChdb(path: string): Connection {
  const client = createClient({ connection: open(path) });
  const prepare = createPrelude();
  const ask = async (statement: Statement) => {
    const answer = await client.query({ query: prepare(statement), format: "JSONEachRow" });
    return answer.json();
  };
  return {
    async query(statement) {
      try {
        return await ask(statement);
      } catch (error) {
        // Rows of a statement that was killed come out with the next answer of its connection.
        await ask({ sql: "SELECT 1", parameters: {}, settings: {} });
        throw error;
      }
    },
    async command(statement) {
      await client.command({ query: prepare(statement) });
    },
    async close() {
      await client.close();
      await drainPending();
    },
  };
}

type EngineConnection = NonNullable<ClickHouseClientConfigOptions["connection"]>;

function open(path: string): EngineConnection {
  try {
    // The types differ in name only: chdb's come from a second copy of the client's common package.
    return createChdbConnection({ path }) as unknown as EngineConnection;
  } catch (cause) {
    throw refusal(path, cause);
  }
}

/** chDB prints why it cannot open a folder and throws without the reason; the folder's `status` file tells. */
function refusal(path: string, cause: unknown): AppError {
  const status = join(path, "status");
  const holder = existsSync(status) ? /PID: (\d+)/.exec(readFileSync(status, "utf8"))?.[1] : null;
  if (holder && Number(holder) !== process.pid && lives(Number(holder))) {
    return new AppError(
      "folder-in-use",
      `The data folder ${path} is in use by process ${holder}. Stop that one, or set SPOOR_DATA to another folder.`,
      { cause },
    );
  }
  return new AppError(
    "engine",
    `The data folder ${path} cannot be opened: ${String(cause)}. Check that it may be written to and that the disk has room.`,
    { cause },
  );
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Puts settings and parameters before a statement as `SET`. chdb-node's own parameters make all
 * parameterised queries of the process wait for each other; a `SET` concerns one connection. It
 * stays there, so what the statement before left behind is set back.
 */
function createPrelude(): (statement: Statement) => string {
  const left = { settings: new Set<string>(), parameters: new Set<string>() };
  return ({ sql, settings, parameters }) => {
    const stale = [...left.settings].filter((name) => !(name in settings));
    // A parameter cannot be unset: one left by another statement would hide that this one lacks it.
    const missing = [...left.parameters].find(
      (name) => !(name in parameters) && sql.includes(`{${name}:`),
    );
    if (missing) throw new AppError("engine", `The query's parameter {${missing}} has no value.`);
    left.settings = new Set(Object.keys(settings));
    for (const name of Object.keys(parameters)) left.parameters.add(name);
    const set = [
      ...stale.map((name) => `${name} = DEFAULT`),
      ...Object.entries(settings).map(([name, value]) => `${name} = ${literal(value)}`),
      ...Object.entries(parameters).map(
        ([name, value]) => `param_${name} = ${literal(parameterText(value))}`,
      ),
    ];
    return set.length === 0 ? sql : `SET ${set.join(", ")}; ${sql}`;
  };
}
