import { z } from "zod";
import { must } from "../../core/assert.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { Version } from "../../protocol/map/version.ts";
import type { Statements } from "./documents.ts";
import type { MapPlace } from "./map-log.ts";

const columns = "number, name, author, at, seq";

/** Versions of a map, newest first, without their bodies. */
export function listVersions(
  { query }: Statements,
  { workspace, map }: MapPlace,
): Promise<Version[]> {
  const sql = `SELECT ${columns} FROM map_version
    WHERE workspace = $1 AND map = $2 ORDER BY number DESC`;
  return query(Version, sql, [workspace, map]);
}

/** Keeps a state of a map. */
export async function keepVersion(
  { query }: Statements,
  { workspace, map }: MapPlace,
  { name, author, seq, body }: Pick<Version, "name" | "author" | "seq"> & { body: string },
): Promise<Version> {
  const [kept] = await query(
    Version,
    `INSERT INTO map_version (workspace, map, number, name, author, seq, body)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6
     FROM map_version WHERE workspace = $1 AND map = $2
     RETURNING ${columns}`,
    [workspace, map, name, author, seq, body],
  );
  return must(kept, "the new version");
}

/** Gives a version a name; rejects with `not-found`. */
export async function nameVersion(
  { query }: Statements,
  { workspace, map }: MapPlace,
  number: number,
  name: string,
): Promise<Version> {
  const sql = `UPDATE map_version SET name = $4
    WHERE workspace = $1 AND map = $2 AND number = $3 RETURNING ${columns}`;
  const [named] = await query(Version, sql, [workspace, map, number, name]);
  return named ?? absent(number);
}

const Body = z.strictObject({ body: z.string() });

/** The journey file of a version; rejects with `not-found`. */
export async function versionBody(
  { query }: Statements,
  { workspace, map }: MapPlace,
  number: number,
): Promise<string> {
  const sql = "SELECT body FROM map_version WHERE workspace = $1 AND map = $2 AND number = $3";
  const [found] = await query(Body, sql, [workspace, map, number]);
  return found?.body ?? absent(number);
}

/** Up to which command the newest version goes; 0 when there is none. */
export async function versionSeq(
  { query }: Statements,
  { workspace, map }: MapPlace,
): Promise<number> {
  const sql = `SELECT coalesce(max(seq), 0) AS seq FROM map_version
    WHERE workspace = $1 AND map = $2`;
  const [found] = await query(z.strictObject({ seq: z.number().int() }), sql, [workspace, map]);
  return found?.seq ?? 0;
}

/** Numbers of all versions of a map. */
export async function versionNumbers(
  { query }: Statements,
  { workspace, map }: MapPlace,
): Promise<number[]> {
  const rows = await query(
    z.strictObject({ number: z.number().int() }),
    "SELECT number FROM map_version WHERE workspace = $1 AND map = $2 ORDER BY number",
    [workspace, map],
  );
  return rows.map(({ number }) => number);
}

/** Writes a version anew, when words had to be taken out of it. */
export async function rewriteVersion(
  { query }: Statements,
  { workspace, map }: MapPlace,
  number: number,
  body: string,
): Promise<void> {
  const sql = "UPDATE map_version SET body = $4 WHERE workspace = $1 AND map = $2 AND number = $3";
  await query(z.unknown(), sql, [workspace, map, number, body]);
}

function absent(number: number): never {
  throw new AppError("not-found", message("no-version", { number }));
}
