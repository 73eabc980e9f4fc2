import { z } from "zod";
import { Command } from "../../core/map/command.ts";
import type { Logged } from "../../protocol/map/live.ts";
import type { Statements } from "./documents.ts";

/** Where in the store a map is. */
export type MapPlace = { readonly workspace: number; readonly map: string };

const Row = z.strictObject({
  seq: z.number().int(),
  number: z.number().int(),
  client: z.string(),
  author: z.string(),
  at: z.string(),
  command: Command.nullable(),
});

/**
 * The commands after `seq`, in order; null when some of them are too old to be there.
 */
export async function commandsSince(
  { query }: Statements,
  { workspace, map }: MapPlace,
  seq: number,
): Promise<Logged[] | null> {
  const rows = await query(
    Row,
    `SELECT seq, number, client, author, at, command FROM map_command
     WHERE workspace = $1 AND map = $2 AND seq > $3 ORDER BY seq`,
    [workspace, map, seq],
  );
  const logged: Logged[] = [];
  for (const { client, author, command, ...rest } of rows) {
    if (command === null) return null;
    logged.push({ ...rest, author: { client, name: author }, command });
  }
  return logged;
}

const Done = z.strictObject({ number: z.number().int(), seq: z.number().int() });

/** Which of these numbers of a client are in the log, and where. */
export async function commandsDone(
  { query }: Statements,
  { workspace, map }: MapPlace,
  client: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await query(
    Done,
    `SELECT number, seq FROM map_command
     WHERE workspace = $1 AND map = $2 AND client = $3
       AND number IN (SELECT value::integer FROM jsonb_array_elements_text($4::jsonb))`,
    [workspace, map, client, JSON.stringify(numbers)],
  );
  return new Map(rows.map(({ number, seq }) => [number, seq]));
}

/**
 * Appends to the log, all or nothing, and puts title and last change on the map. Rejects with
 * `conflict` when another process has been faster, and with `not-found` when the map is gone.
 */
export async function appendCommands(
  { query }: Statements,
  { workspace, map }: MapPlace,
  title: string,
  commands: readonly Logged[],
): Promise<boolean> {
  const rows = commands.map(({ author: { client, name }, ...rest }) => ({
    ...rest,
    client,
    author: name,
  }));
  const [last] = rows.slice(-1);
  const written = await query(
    z.unknown(),
    `WITH there AS (
       UPDATE map SET title = $3, author = $5, updated = $6
       WHERE workspace = $1 AND id = $2 AND deleted IS NULL RETURNING 1
     )
     INSERT INTO map_command (workspace, map, seq, client, number, author, at, command)
     SELECT $1, $2, seq, client, number, author, at, command
     FROM there, jsonb_to_recordset($4::jsonb)
       AS sent(seq integer, client text, number integer, author text, at timestamptz, command jsonb)
     RETURNING seq`,
    [workspace, map, title, JSON.stringify(rows), last?.author ?? null, last?.at ?? null],
  );
  return written.length > 0;
}

/** Takes the commands out of the log that the body holds and nobody is expected to ask for; their marks stay. */
export async function trimLog(
  { query }: Statements,
  { workspace, map }: MapPlace,
  keep: number,
): Promise<void> {
  await query(
    z.unknown(),
    `UPDATE map_command SET command = NULL
     WHERE workspace = $1 AND map = $2 AND command IS NOT NULL
       AND seq <= (SELECT seq FROM map WHERE workspace = $1 AND id = $2) - $3`,
    [workspace, map, keep],
  );
}

/** Takes all commands that the body holds out of the log; their marks stay. */
export function emptyLog(statements: Statements, place: MapPlace): Promise<void> {
  return trimLog(statements, place, 0);
}

/** Does any command in the log hold what the pattern, as PostgreSQL reads it, is about? */
export async function logMentions(
  { query }: Statements,
  { workspace, map }: MapPlace,
  pattern: string,
): Promise<boolean> {
  const [found] = await query(
    z.strictObject({ there: z.boolean() }),
    `SELECT EXISTS (SELECT 1 FROM map_command
       WHERE workspace = $1 AND map = $2 AND command::text ~* $3) AS there`,
    [workspace, map, pattern],
  );
  return found?.there ?? false;
}
