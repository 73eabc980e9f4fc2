import { z } from "zod";
import { AppError } from "../core/problem.ts";
import type { Lane } from "./port.ts";

/**
 * A numbered step of the schema: statements that run once, in order, or functions where SQL does not say
 * it. Each can be run again after a crash.
 */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly (string | ((lane: Lane) => Promise<void>))[];
};

const Applied = z.strictObject({ number: z.number().int() });

/**
 * Brings the tables up to the last migration, by the steps that were not taken yet. A step that a crash cut short is run again from its
 * first statement: what it creates, it creates only if it is not there.
 * Rejects with `newer-schema` when the data was written by a later version.
 */
export async function migrate(lane: Lane, migrations: readonly Migration[]): Promise<void> {
  await lane.run(
    `CREATE TABLE IF NOT EXISTS migration (number UInt32, name String, at DateTime DEFAULT now())
     ENGINE = MergeTree ORDER BY number
     SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`,
  );
  const applied = () => lane.rows(Applied, "SELECT number FROM migration ORDER BY number");
  const current = (await applied()).at(-1)?.number ?? 0;
  const newest = Math.max(...migrations.map(({ number }) => number));
  if (current > newest) throw newerSchema(current, newest);
  for (const { number, name, statements } of migrations) {
    if ((await applied()).some((each) => each.number === number)) continue;
    for (const statement of statements)
      await (typeof statement === "string" ? lane.run(restartable(statement)) : statement(lane));
    await lane.run("INSERT INTO migration (number, name) VALUES ({number:UInt32}, {name:String})", {
      number,
      name,
    });
  }
}

function newerSchema(current: number, newest: number): AppError {
  return new AppError(
    "newer-schema",
    `The data has schema version ${current}, and this Spoor knows versions up to ${newest}. Update Spoor, or point SPOOR_DATA to another folder.`,
  );
}

function restartable(statement: string): string {
  return statement.replace(/^CREATE (TABLE|MATERIALIZED VIEW) (?!IF)/, "CREATE $1 IF NOT EXISTS ");
}
