import { z } from "zod";
import type { Statements } from "./documents.ts";

/**
 * What is thrown away of one table: it is kept for thirty days, can be put back, and goes for good. The table
 * has a `workspace`, an `id` and a `deleted`, which is null as long as a row is not in the bin.
 */
export function binOf<Row>(kept: {
  readonly table: "saved_question" | "field_note" | "report" | "survey";
  /** What is told of a row, and what that is read with. */
  readonly columns: string;
  readonly row: z.ZodType<Row>;
  /** Rejects for a row that is not there. */
  readonly absent: () => never;
}) {
  const { table, columns, row, absent } = kept;
  return {
    /** Puts a row in the bin, or takes it out; rejects with `not-found`. */
    async move(
      { query }: Statements,
      workspace: number,
      id: string,
      binned: boolean,
    ): Promise<Row> {
      const [moved] = await query(
        row,
        `UPDATE ${table} SET deleted = CASE WHEN $3 THEN coalesce(deleted, now()) END
         WHERE workspace = $1 AND id = $2 RETURNING ${columns}`,
        [workspace, id, binned],
      );
      return moved ?? absent();
    },
    /** Takes out for good what has lain in the bin for thirty days or more. */
    async empty({ query }: Statements): Promise<void> {
      const old = `DELETE FROM ${table} WHERE deleted < now() - interval '30 days'`;
      await query(z.unknown(), old);
    },
  };
}
