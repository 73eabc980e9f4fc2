import { z } from "zod";
import { PullRun, type RunState } from "../../core/event/pull/run.ts";
import { readMessage, writeMessage, type Message } from "../../core/message/message.ts";
import type { Statements } from "./documents.ts";

/** So many runs of a source are remembered. */
const KEPT = 50;

const StoredRun = PullRun.extend({
  source: z.string(),
  problem: z.string().transform(readMessage).nullable(),
});

const columns = "source, run, state, began, ended, rows, files, file, problem, notes";

type Which = { readonly workspace: number; readonly source: string };

/** The last runs of a source, newest first. */
export async function listRuns(
  { query }: Statements,
  { workspace, source }: Which,
): Promise<PullRun[]> {
  const runs = await query(
    StoredRun,
    `SELECT ${columns} FROM pull_run WHERE workspace = $1 AND source = $2 ORDER BY run DESC`,
    [workspace, source],
  );
  return runs.map((stored) => {
    const { source: _, ...run } = stored;
    return run;
  });
}

/** The last run of each source of a workspace, by the source's name. */
export async function lastRuns(
  { query }: Statements,
  workspace: number,
): Promise<Map<string, PullRun>> {
  const runs = await query(
    StoredRun,
    `SELECT DISTINCT ON (source) ${columns} FROM pull_run WHERE workspace = $1
     ORDER BY source, run DESC`,
    [workspace],
  );
  return new Map(runs.map(({ source, ...run }) => [source, run]));
}

/** How far a run is. */
export type Reached = {
  readonly rows: number;
  readonly files: number;
  readonly file: string | null;
  readonly notes: readonly Message[];
};

export async function saveReached(
  { query }: Statements,
  { workspace, source, run }: Which & { readonly run: number },
  { rows, files, file }: Reached,
): Promise<void> {
  await query(
    z.unknown(),
    `UPDATE pull_run SET rows = $4, files = $5, file = $6
     WHERE workspace = $1 AND source = $2 AND run = $3 AND state = 'running'`,
    [workspace, source, run, rows, files, file],
  );
}

/** Closes a run, and forgets those of long ago. */
export async function closeRun(
  { query }: Statements,
  { workspace, source, run }: Which & { readonly run: number },
  { rows, files, notes }: Reached,
  how: { readonly state: RunState; readonly problem: Message | null; readonly at: string },
): Promise<void> {
  const which = [workspace, source, run] as const;
  await query(
    z.unknown(),
    `UPDATE pull_run SET state = $4, problem = $5, ended = $6, rows = $7, files = $8, file = NULL,
       notes = $9::jsonb
     WHERE workspace = $1 AND source = $2 AND run = $3 AND state = 'running'`,
    [
      ...which,
      how.state,
      how.problem && writeMessage(how.problem),
      how.at,
      rows,
      files,
      JSON.stringify(notes),
    ],
  );
  await query(
    z.unknown(),
    "DELETE FROM pull_run WHERE workspace = $1 AND source = $2 AND run <= $3 - $4::int",
    [...which, KEPT],
  );
}

/** Asks the run of a source, wherever it goes on, to end. */
export async function askStop({ query }: Statements, { workspace, source }: Which): Promise<void> {
  await query(
    z.unknown(),
    `UPDATE pull_run SET stop = true
     WHERE workspace = $1 AND source = $2 AND state = 'running'`,
    [workspace, source],
  );
}
