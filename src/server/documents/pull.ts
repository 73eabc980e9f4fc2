import { z } from "zod";
import { PullOrigin } from "../../core/event/pull/origin.ts";
import { Schedule } from "../../core/event/pull/schedule.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Documents, Statements } from "./documents.ts";

/** A source that is asked on a schedule, as it is kept. */
export const StoredPull = z.strictObject({
  workspace: z.number().int(),
  source: z.string(),
  origin: PullOrigin,
  sealed: z.string().nullable(),
  seal: z.string().nullable(),
  schedule: Schedule,
  /** What its kind of origin makes of it. */
  place: z.unknown(),
  next: z.string(),
  failures: z.number().int(),
  home: z.string().nullable(),
  run: z.number().int(),
  holder: z.string().nullable(),
});
export type StoredPull = z.infer<typeof StoredPull>;

const columns =
  "pull.workspace, source, origin, sealed, seal, schedule, place, next, failures, home, run, holder";

/** So long nobody else asks a source after its asker was last heard, in seconds. */
const HELD = 60;

type Which = { readonly workspace: number; readonly source: string };

export async function addPull(
  { query }: Statements,
  pull: Pick<
    StoredPull,
    "workspace" | "source" | "origin" | "sealed" | "seal" | "schedule" | "next" | "home"
  >,
): Promise<void> {
  await query(
    z.unknown(),
    `INSERT INTO pull (workspace, source, origin, sealed, seal, schedule, next, home)
     VALUES ($1, $2, $3::jsonb, $4, $5, $6::jsonb, $7, $8)`,
    [
      pull.workspace,
      pull.source,
      JSON.stringify(pull.origin),
      pull.sealed,
      pull.seal,
      JSON.stringify(pull.schedule),
      pull.next,
      pull.home,
    ],
  );
}

export function listPulls({ query }: Statements, workspace: number): Promise<StoredPull[]> {
  return query(StoredPull, `SELECT ${columns} FROM pull WHERE pull.workspace = $1`, [workspace]);
}

/** How one source is asked; rejects with `not-found` for one that tells by itself. */
export async function findPull(
  { query }: Statements,
  { workspace, source }: Which,
): Promise<StoredPull> {
  const sql = `SELECT ${columns} FROM pull WHERE pull.workspace = $1 AND source = $2`;
  const [found] = await query(StoredPull, sql, [workspace, source]);
  if (!found) throw new AppError("not-found", message("pull-not-such", { source }));
  return found;
}

/** Changes where and when; with `anew` it begins from the start of what is there. */
export async function savePull(
  { query }: Statements,
  pull: Pick<
    StoredPull,
    "workspace" | "source" | "origin" | "sealed" | "seal" | "schedule" | "next"
  >,
  anew: boolean,
): Promise<void> {
  await query(
    z.unknown(),
    `UPDATE pull SET origin = $3::jsonb, sealed = $4, seal = $5, schedule = $6::jsonb, next = $7,
       failures = 0, place = CASE WHEN $8 THEN NULL ELSE place END
     WHERE workspace = $1 AND source = $2`,
    [
      pull.workspace,
      pull.source,
      JSON.stringify(pull.origin),
      pull.sealed,
      pull.seal,
      JSON.stringify(pull.schedule),
      pull.next,
      anew,
    ],
  );
}

export async function setNext(
  { query }: Statements,
  { workspace, source }: Which,
  next: string,
): Promise<void> {
  const sql = "UPDATE pull SET next = $3 WHERE workspace = $1 AND source = $2";
  await query(z.unknown(), sql, [workspace, source, next]);
}

const Waiting = StoredPull.pick({
  workspace: true,
  source: true,
  schedule: true,
  next: true,
  failures: true,
  run: true,
});

/** Sources that nobody asks at the moment and this process may ask; those that wait longest first. */
export function waitingPulls(
  { query }: Statements,
  { holder, seal }: { readonly holder: string; readonly seal: string },
): Promise<z.infer<typeof Waiting>[]> {
  return query(
    Waiting,
    `SELECT pull.workspace, pull.source, schedule, next, failures, run FROM pull
     JOIN source ON source.workspace = pull.workspace AND source.name = pull.source
     WHERE stopped IS NULL AND (holder IS NULL OR held_until < now())
       AND (home IS NULL OR home = $1) AND (seal IS NULL OR seal = $2)
     ORDER BY next, pull.workspace, pull.source`,
    [holder, seal],
  );
}

/**
 * Takes a source to ask it, if nobody else did since it was seen waiting. Until it is finished this
 * counts as a failure: a process that dies of it does not come back to it at once for ever.
 */
export function claimPull(
  documents: Documents,
  { workspace, source, run }: Which & { readonly run: number },
  { holder, at }: { readonly holder: string; readonly at: string },
): Promise<StoredPull | null> {
  return documents.transaction(async ({ query }) => {
    const [claimed] = await query(
      StoredPull,
      `UPDATE pull SET holder = $4, held_until = now() + make_interval(secs => ${HELD}),
         run = run + 1, failures = failures + 1
       WHERE workspace = $1 AND source = $2 AND run = $3
         AND (holder IS NULL OR held_until < now())
       RETURNING ${columns}`,
      [workspace, source, run, holder],
    );
    if (!claimed) return null;
    await cutRuns({ query }, [claimed], at);
    await query(
      z.unknown(),
      `INSERT INTO pull_run (workspace, source, run, began, state) VALUES ($1, $2, $3, $4, 'running')`,
      [workspace, source, claimed.run, at],
    );
    return claimed;
  });
}

/** Runs that nobody carries on any more came to an end when their process did. */
async function cutRuns({ query }: Statements, of: readonly Which[], at: string): Promise<void> {
  for (const { workspace, source } of of)
    await query(
      z.unknown(),
      `UPDATE pull_run SET state = 'cut', ended = $3
       WHERE workspace = $1 AND source = $2 AND state = 'running'`,
      [workspace, source, at],
    );
}

/** Lets go of what a process held that was killed: it is the same that starts now. */
export function releasePulls(
  documents: Documents,
  holder: string,
  at: string,
): Promise<Pick<StoredPull, "workspace" | "source" | "failures">[]> {
  return documents.transaction(async ({ query }) => {
    const released = await query(
      StoredPull.pick({ workspace: true, source: true, failures: true }),
      `UPDATE pull SET holder = NULL, held_until = NULL WHERE holder = $1
       RETURNING workspace, source, failures`,
      [holder],
    );
    await cutRuns({ query }, released, at);
    return released;
  });
}

export type Held = Which & { readonly run: number; readonly holder: string };

const Kept = z.strictObject({ stop: z.boolean() });

/** Says that it is still being asked. Null when somebody else took it over; `stop` when it is to end. */
export async function holdPull(
  { query }: Statements,
  { workspace, source, run, holder }: Held,
): Promise<z.infer<typeof Kept> | null> {
  const [held] = await query(
    Kept,
    `UPDATE pull SET held_until = now() + make_interval(secs => ${HELD})
     FROM pull_run, source
     WHERE pull.workspace = $1 AND pull.source = $2 AND pull.run = $3 AND holder = $4
       AND pull_run.workspace = $1 AND pull_run.source = $2 AND pull_run.run = $3
       AND source.workspace = $1 AND source.name = $2
     RETURNING pull_run.stop OR stopped IS NOT NULL AS stop`,
    [workspace, source, run, holder],
  );
  return held ?? null;
}

/** Lets go of a source until its next turn. */
export async function letGoPull(
  { query }: Statements,
  { workspace, source, run, holder }: Held,
  { next, failures }: Pick<StoredPull, "next" | "failures">,
): Promise<void> {
  await query(
    z.unknown(),
    `UPDATE pull SET holder = NULL, held_until = NULL, next = $5, failures = $6
     WHERE workspace = $1 AND source = $2 AND run = $3 AND holder = $4`,
    [workspace, source, run, holder, next, failures],
  );
}

/** Up to where a run brought a table in; what a run that was overtaken still brings does not count. */
export async function movePlace(
  { query }: Statements,
  { workspace, source, run }: Which & { readonly run: number },
  place: unknown,
): Promise<void> {
  await query(
    z.unknown(),
    "UPDATE pull SET place = $4::jsonb WHERE workspace = $1 AND source = $2 AND run = $3",
    [workspace, source, run, JSON.stringify(place)],
  );
}
