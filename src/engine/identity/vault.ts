import { hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Connection } from "../lane.ts";
import type { Lane } from "../port.ts";
import { closed } from "./pseudonym.ts";

/** Where the secret of the vault is kept, outside the engine: 32 bytes that chance made. */
export type SecretKeeper = {
  /** The secret; null when there is none yet. */
  read(): Promise<Buffer | null>;
  /** Draws one and keeps it for good; resolves when it would survive a power cut. */
  make(): Promise<Buffer>;
};

/** Keeps it nowhere: what is written under it can be read until the engine is closed. */
export const unkept: SecretKeeper = {
  read: async () => null,
  make: async () => randomBytes(32),
};

const Checked = z.object({ check: z.string() });

type Keys = { readonly check: string; readonly row: string };

/** A secret opens with what it is for: hashes, nonces, the cipher, and a value that tells it from others. */
function keysOf(secret: Buffer): Keys {
  const bytes = Buffer.from(hkdfSync("sha256", secret, "", "spoor vault 1", 80));
  const pair = (at: number) => `(${bytes.readBigUInt64LE(at)},${bytes.readBigUInt64LE(at + 8)})`;
  const cipher = bytes.subarray(32, 64).toString("hex");
  const check = bytes.subarray(64).toString("hex");
  return { check, row: `(${pair(0)},${pair(16)},'${cipher}')` };
}

/**
 * Opens the vault: from here on the engine can give identifiers their hashes and read them. Its keys
 * stand in the memory of the engine alone; on disk is a value that tells whether a secret is the one
 * that all was written under. Returns what opens it again after a server was started anew. Rejects with
 * `wrong-key` when the secret is missing or another, and has changed nothing then.
 */
export async function openVault(lane: Lane, keeper: SecretKeeper): Promise<() => Promise<void>> {
  const run = (sql: string) => lane.run(sql);
  await run(
    `CREATE TABLE IF NOT EXISTS vault_check (check String, at DateTime64(6) DEFAULT now64(6))
    ENGINE = MergeTree ORDER BY at SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`,
  );
  const first = async () => {
    const rows = await lane.rows(
      Checked,
      "SELECT check FROM vault_check ORDER BY at, check LIMIT 1",
    );
    return rows[0]?.check;
  };
  const known = await first();
  const secret = await keeper.read();
  if (known !== undefined && secret === null) throw new AppError("wrong-key", message("no-key"));
  const keys = keysOf(secret ?? (await keeper.make()));
  if (known === undefined) await run(`INSERT INTO vault_check (check) VALUES ('${keys.check}')`);
  // Of two that began at once on one server, the second has drawn a secret for nothing.
  if ((await first()) !== keys.check) throw new AppError("wrong-key", message("other-key"));
  await run(
    `CREATE TABLE IF NOT EXISTS vault (
      who Tuple(UInt64, UInt64), nonce Tuple(UInt64, UInt64), cipher String
    ) ENGINE = Memory`,
  );
  const fill = () => run(`INSERT INTO vault VALUES ${keys.row}`);
  await fill();
  return fill;
}

/**
 * A connection to a server that may be started anew, which empties the vault: it is opened again then.
 * A statement that reads the vault finds it empty before it does anything, so it can be run again; one
 * of which only a view does may have done half its work, and fails.
 */
export function reopening(connection: Connection, open: () => Promise<void>): Connection {
  const again = async <T>(task: () => Promise<T>): Promise<T> => {
    try {
      return await task();
    } catch (error) {
      const said = error instanceof Error ? error.message : "";
      if (!said.includes(closed)) throw error;
      await open();
      if (said.includes("while pushing to view")) throw error;
      return task();
    }
  };
  return {
    query: (statement) => again(() => connection.query(statement)),
    command: (statement) => again(() => connection.command(statement)),
    close: () => connection.close(),
  };
}
