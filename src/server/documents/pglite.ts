import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import { AppError } from "../../core/problem.ts";
import type { Documents, Statements } from "./documents.ts";
import { documentFailure } from "./failure.ts";
import { readers } from "./value-form.ts";

/**
 * Opens PostgreSQL in this process with its data in `folder`, which is made when absent.
 * It does not notice a second process on the same folder: claim the folder first.
 */
export async function connectPglite(folder: string): Promise<Documents> {
  const postgres = await open(folder);
  return {
    ...statements(postgres),
    async transaction(work) {
      try {
        return await postgres.transaction((transaction) => work(statements(transaction)));
      } catch (error) {
        throw documentFailure(error);
      }
    },
    async compact() {
      try {
        for (const statement of anew) await postgres.exec(statement);
        return true;
      } catch (error) {
        throw documentFailure(error);
      }
    },
    async [Symbol.asyncDispose]() {
      await postgres.close();
    },
  };
}

/**
 * A deleted row stays in its file until the table is written anew, samples of it in the statistics, and
 * its text in the log of writes. A segment of that log is kept to be used again, with all that stands
 * in it, unless it is told not to; it goes when a checkpoint finds that the log goes on in the next.
 */
const anew = [
  "SET wal_recycle = off",
  "VACUUM FULL ANALYZE",
  "VACUUM FULL pg_statistic",
  "SELECT pg_switch_wal()",
  "CHECKPOINT",
  "SELECT pg_switch_wal()",
  "CHECKPOINT",
  "RESET wal_recycle",
];

async function open(folder: string): Promise<PGlite> {
  try {
    if (!existsSync(join(folder, "PG_VERSION"))) await makeCluster(folder);
    return await PGlite.create({ dataDir: folder, parsers: readers });
  } catch (cause) {
    throw new AppError(
      "unavailable",
      `The document folder ${folder} cannot be opened: ${String(cause)}. Check that it may be written to and that the disk has room.`,
      { cause },
    );
  }
}

/** Elsewhere, since making a cluster takes 500 MB that a process then keeps. */
async function makeCluster(folder: string): Promise<void> {
  const script = fileURLToPath(new URL("make-cluster.ts", import.meta.url));
  await promisify(execFile)(process.execPath, [script, folder]);
}

function statements(postgres: Pick<PGlite, "query">): Statements {
  return {
    async query(row, sql, values = []) {
      try {
        const { rows } = await postgres.query(sql, [...values]);
        return rows.map((each) => row.parse(each));
      } catch (error) {
        throw documentFailure(error);
      }
    },
  };
}
