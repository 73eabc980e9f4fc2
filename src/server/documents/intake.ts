import { z } from "zod";
import { must } from "../../core/assert.ts";
import { LiveLedger } from "../../core/event/import.ts";
import type { SourceHour } from "../../protocol/event/source.ts";
import type { Documents, Statements } from "./documents.ts";
import { movePlace } from "./pull.ts";

/** Up to where a journal is taken in. */
export const Taken = z.strictObject({ segment: z.number(), at: z.number() });
export type Taken = z.infer<typeof Taken>;

export async function takenUpTo({ query }: Statements, journal: string): Promise<Taken> {
  const sql = "SELECT segment, at FROM intake_journal WHERE id = $1";
  const [found] = await query(Taken, sql, [journal]);
  return found ?? { segment: 0, at: 0 };
}

const Batch = z.strictObject({ id: z.number(), workspace: z.number(), stored: z.boolean() });
export type Batch = z.infer<typeof Batch>;

/** Notes that batches of these workspaces are about to be taken in; returns their numbers, in order. */
export async function openBatches(
  { query }: Statements,
  journal: string,
  workspaces: readonly number[],
): Promise<number[]> {
  const opened: number[] = [];
  for (const workspace of workspaces) {
    const [made] = await query(
      Batch.pick({ id: true }),
      `INSERT INTO intake_batch (id, journal, workspace)
       VALUES (nextval(pg_get_serial_sequence('import', 'id')), $1, $2) RETURNING id`,
      [journal, workspace],
    );
    opened.push(must(made, "the new batch").id);
  }
  return opened;
}

/** Batches that are not in people's journeys yet, oldest first. */
export function listBatches({ query }: Statements, journal: string): Promise<Batch[]> {
  const sql = "SELECT id, workspace, stored FROM intake_batch WHERE journal = $1 ORDER BY id";
  return query(Batch, sql, [journal]);
}

export async function forgetBatches({ query }: Statements, ids: readonly number[]): Promise<void> {
  const sql =
    "DELETE FROM intake_batch WHERE id IN (SELECT jsonb_array_elements_text($1::jsonb)::int)";
  await query(z.unknown(), sql, [JSON.stringify(ids)]);
}

/** What one source told in one hour. */
export type Booked = {
  readonly workspace: number;
  readonly source: string;
  /** Epoch milliseconds at which the last of it came in. */
  readonly last: number;
  readonly ledger: LiveLedger;
};

/** Up to where a run of a source that is asked on a schedule has brought it in. */
export type Moved = {
  readonly workspace: number;
  readonly source: string;
  readonly run: number;
  readonly place: unknown;
};

/**
 * Closes batches: their events are in the engine, their books are written, the journal is taken in so
 * far, and the tables that they came from are in up to there.
 */
export async function closeBatches(
  documents: Documents,
  journal: string,
  batches: readonly number[],
  books: readonly Booked[],
  moved: readonly Moved[],
  upTo: Taken,
): Promise<void> {
  await documents.transaction(async (statements) => {
    const { query } = statements;
    for (const { workspace, source, last, ledger } of books) {
      const { received, stored, duplicate, quarantined, suppressed } = ledger;
      await query(
        z.unknown(),
        `INSERT INTO source_hour
           (workspace, source, hour, received, stored, duplicate, quarantined, suppressed, last)
         VALUES ($1, $2, date_trunc('hour', to_timestamp($3::float8 / 1000), 'UTC'), $4, $5, $6, $7, $8,
           to_timestamp($3::float8 / 1000))
         ON CONFLICT (workspace, source, hour) DO UPDATE SET
           received = source_hour.received + excluded.received,
           stored = source_hour.stored + excluded.stored,
           duplicate = source_hour.duplicate + excluded.duplicate,
           quarantined = source_hour.quarantined + excluded.quarantined,
           suppressed = source_hour.suppressed + excluded.suppressed,
           last = greatest(source_hour.last, excluded.last)`,
        [workspace, source, last, received, stored, duplicate, quarantined, suppressed],
      );
    }
    for (const move of moved) await movePlace(statements, move, move.place);
    await query(
      z.unknown(),
      "UPDATE intake_batch SET stored = true WHERE id IN (SELECT jsonb_array_elements_text($1::jsonb)::int)",
      [JSON.stringify(batches)],
    );
    await query(
      z.unknown(),
      `INSERT INTO intake_journal (id, segment, at) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET segment = excluded.segment, at = excluded.at`,
      [journal, upTo.segment, upTo.at],
    );
  });
}

/** All books of live sources by the hour: of what they told, and of the files that were pulled in. */
const hourly = `(
  SELECT workspace, source, hour, received, stored, duplicate, quarantined, suppressed, last
  FROM source_hour
  UNION ALL
  SELECT workspace, source, date_trunc('hour', finished, 'UTC'), (ledger->>'received')::bigint,
    (ledger->>'stored')::bigint, (ledger->>'duplicate')::bigint,
    (ledger->>'quarantined')::bigint, 0, finished
  FROM (SELECT DISTINCT workspace, source, import FROM pull_file WHERE import IS NOT NULL) AS file
  JOIN import USING (workspace) WHERE import.id = file.import AND state = 'done'
) AS hourly`;

const Sums = LiveLedger.extend({ source: z.string(), last: z.string().nullable() });

/** The books of all live sources of a workspace, summed. */
export function sumBooks(
  { query }: Statements,
  workspace: number,
): Promise<z.infer<typeof Sums>[]> {
  return query(
    Sums,
    `SELECT source, sum(received)::bigint AS received, sum(stored)::bigint AS stored,
       sum(duplicate)::bigint AS duplicate, sum(quarantined)::bigint AS quarantined,
       sum(suppressed)::bigint AS suppressed, max(last) AS last
     FROM ${hourly} WHERE workspace = $1 GROUP BY source`,
    [workspace],
  );
}

const Hour = LiveLedger.extend({ hour: z.string() });

/** The last hours of a source in which it told something, newest first. */
export async function hoursOf(
  { query }: Statements,
  workspace: number,
  source: string,
  hours: number,
): Promise<SourceHour[]> {
  const rows = await query(
    Hour,
    `SELECT hour, sum(received)::bigint AS received, sum(stored)::bigint AS stored,
       sum(duplicate)::bigint AS duplicate, sum(quarantined)::bigint AS quarantined,
       sum(suppressed)::bigint AS suppressed
     FROM ${hourly} WHERE workspace = $1 AND source = $2
     GROUP BY hour ORDER BY hour DESC LIMIT $3`,
    [workspace, source, hours],
  );
  return rows.map(({ hour, ...ledger }) => ({ hour, ledger }));
}
