import { z } from "zod";
import { AppError } from "../../core/problem.ts";
import type { Documents } from "./documents.ts";

/** A numbered step of the schema: statements that run once, in order. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
};

const Applied = z.strictObject({ number: z.number().int() });
const nothing = z.unknown();

/** Any number, the same in every Spoor: two servers that start at once migrate one after the other. */
const turn = 4321;

/**
 * Brings the tables up to the last migration, all in one transaction.
 * Rejects with `newer-schema` when the data was written by a later version.
 */
export async function migrate(
  documents: Documents,
  migrations: readonly Migration[],
): Promise<void> {
  await documents.transaction(async ({ query }) => {
    await query(nothing, "SELECT pg_advisory_xact_lock($1)", [turn]);
    await query(
      nothing,
      `CREATE TABLE IF NOT EXISTS migration (
        number integer PRIMARY KEY, name text NOT NULL, at timestamptz NOT NULL DEFAULT now()
      )`,
    );
    const rows = await query(Applied, "SELECT number FROM migration");
    const applied = new Set(rows.map(({ number }) => number));
    const current = Math.max(0, ...applied);
    const newest = Math.max(...migrations.map(({ number }) => number));
    if (current > newest) throw newerSchema(current, newest);
    for (const { number, name, statements } of migrations) {
      // A lower number may have come in after a higher one: what two people made side by side.
      if (applied.has(number)) continue;
      for (const statement of statements) await query(nothing, statement);
      await query(nothing, "INSERT INTO migration (number, name) VALUES ($1, $2)", [number, name]);
    }
  });
}

function newerSchema(current: number, newest: number): AppError {
  return new AppError(
    "newer-schema",
    `The documents have schema version ${current}, and this Spoor knows versions up to ${newest}. Update Spoor, or point it to other data (SPOOR_DATA, SPOOR_POSTGRES_URL).`,
  );
}
