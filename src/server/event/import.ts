import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { assert } from "../../core/assert.ts";
import { balances, type ImportState, type ImportStatus } from "../../core/event/import.ts";
import type { Mapping } from "../../core/event/mapping.ts";
import { rulesInForce } from "../../core/identity/who-rule.ts";
import { message, plainly, type Message } from "../../core/message/message.ts";
import { AppError, toldBy } from "../../core/problem.ts";
import type { DeriveTask } from "../../engine/event/derive.ts";
import { dropDuplicates } from "../../engine/event/duplicates.ts";
import { countImport, discardImport } from "../../engine/event/import-rows.ts";
import { countSuppressed } from "../../engine/people/suppressed.ts";
import type { Engine } from "../../engine/port.ts";
import type { Documents } from "../documents/documents.ts";
import {
  createImport,
  findFinishedImport,
  listImports,
  saveImport,
  type StoredImport,
} from "../documents/import.ts";
import {
  findWorkspace,
  saveSettings,
  type Settings,
  type StoredWorkspace,
} from "../documents/workspace.ts";
import { listRules } from "../documents/retention.ts";
import { siftFor } from "../people/sift-for.ts";
import { fingerprint } from "./fingerprint.ts";
import { loadFile } from "./load-file.ts";
import { planFiles, withFormats, type ImportFile } from "./plan-files.ts";
import type { PlannedFile } from "./plan.ts";
import { createProgress, statusOf, type Progress } from "./progress.ts";
import type { Queue } from "./queue.ts";

/** What imports work with. */
export type ImportDeps = {
  readonly engine: Engine;
  readonly documents: Documents;
  /** The data folder; pieces on their way stand in `tmp` in it. */
  readonly dataDir: string;
  readonly queue: Queue;
  /** Brings people and journeys up to date after events came in or went. */
  readonly derive: (engine: Engine, task: DeriveTask) => Promise<void>;
  /** The time in milliseconds. */
  readonly now: () => number;
};

export type ImportHandle = {
  readonly id: number;
  status(): ImportStatus;
  /** Resolves when it is over, whatever its outcome. */
  readonly done: Promise<ImportStatus>;
  /** Stops it; nothing of it stays. */
  cancel(): void;
};

/** An import that is ready to run. */
export type ImportJob = {
  readonly workspace: StoredWorkspace;
  readonly mapping: Mapping;
  readonly plans: readonly PlannedFile[];
  /** Runs when all is done and written down. */
  readonly finished?: (id: number) => Promise<void>;
};

/**
 * Imports files into a workspace, after the imports before it. Rejects at once when a file cannot be
 * read or does not fit the mapping; what happens later stands in the status.
 */
export async function startImport(
  deps: ImportDeps,
  {
    workspace,
    files,
    mapping,
    ...more
  }: Pick<ImportJob, "mapping" | "finished"> & {
    workspace: string;
    files: readonly ImportFile[];
  },
): Promise<ImportHandle> {
  const found = await findWorkspace(deps.documents, workspace);
  const plans = await planFiles(deps.engine, files, mapping);
  return runJob(deps, { workspace: found, mapping: withFormats(mapping, plans), plans, ...more });
}

/** Opens the books of a job and runs it when its turn comes. */
export async function runJob(deps: ImportDeps, job: ImportJob): Promise<ImportHandle> {
  const { documents, queue, now } = deps;
  const stored = await createImport(documents, {
    workspace: job.workspace.id,
    files: job.plans.map(({ file }) => file.name),
    mapping: job.mapping,
    bytes: job.plans.reduce((sum, { file }) => sum + file.bytes, 0),
  });
  const progress = createProgress();
  const stop = new AbortController();
  let books = stored;
  const save: Save = async (state, mark = null) => {
    books = await saveImport(documents, stored.id, { ...progress, state, fingerprint: mark });
  };
  const done = queue.run(job.workspace.id, async () => {
    await run(deps, job, stored, progress, save, stop.signal);
    return statusOf(books, progress, now());
  });
  return {
    id: stored.id,
    status: () => statusOf(books, progress, now()),
    done,
    cancel: () => stop.abort(),
  };
}

type Save = (state: ImportState, fingerprint?: string | null) => Promise<void>;

async function run(
  deps: ImportDeps,
  job: ImportJob,
  stored: StoredImport,
  progress: Progress,
  save: Save,
  signal: AbortSignal,
): Promise<void> {
  const { dataDir, now } = deps;
  const folder = join(dataDir, "tmp", `import-${stored.id}`);
  try {
    signal.throwIfAborted();
    progress.state = "reading";
    progress.began = now();
    progress.notes = job.plans.flatMap(({ notes }) => notes);
    await save("reading");
    await mkdir(folder, { recursive: true });
    const mark =
      (await knownBefore(deps, job, stored, progress, signal)) ??
      (await bringIn(deps, job, stored, progress, save, folder, signal));
    await save("done", mark);
    await job.finished?.(stored.id).catch((error: unknown) => progress.notes.push(reasonOf(error)));
    progress.state = "done";
  } catch (error) {
    const derived = progress.state === "linking";
    const state = signal.aborted ? "cancelled" : "failed";
    progress.ended ??= now();
    progress.ledger = { received: 0, stored: 0, duplicate: 0, quarantined: 0 };
    progress.problem = signal.aborted ? null : reasonOf(error);
    try {
      await undo(deps, job.workspace, stored.id, derived);
      await save(state);
    } catch (second) {
      // Its books stay open, so that the next start takes it out.
      progress.notes.push(message("not-taken-out", { said: plainly(reasonOf(second)) }));
    }
    progress.state = state;
  } finally {
    progress.ended ??= now();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The very same files with the very same mapping: nothing to read. */
async function knownBefore(
  { engine, documents, now }: ImportDeps,
  { plans, mapping, workspace }: ImportJob,
  stored: StoredImport,
  progress: Progress,
  signal: AbortSignal,
): Promise<string | null> {
  // What is there of it by now may be less than was stored then.
  if ((await siftFor({ engine, documents, now }, workspace.id)) !== null) return null;
  if ((await listRules(documents, workspace.id)).length > 0) return null;
  const before = await listImports(documents, workspace.id);
  const alike = before.some(
    ({ state, bytes, fingerprint: mark }) =>
      state === "done" && mark !== null && bytes === stored.bytes,
  );
  if (!alike || plans.some(({ rows }) => rows)) return null;
  const mark = await fingerprint(
    plans.map(({ file }) => file.path),
    mapping,
    signal,
  );
  const same = await findFinishedImport(documents, workspace.id, mark);
  if (!same) return null;
  const { received } = same.ledger;
  progress.rows = same.rows;
  progress.bytes = stored.bytes;
  progress.ledger = { received, stored: 0, duplicate: received, quarantined: 0 };
  progress.notes = [message("imported-before", { import: same.id })];
  return mark;
}

async function bringIn(
  deps: ImportDeps,
  job: ImportJob,
  stored: StoredImport,
  progress: Progress,
  save: Save,
  folder: string,
  signal: AbortSignal,
): Promise<string | null> {
  const { engine, documents, derive, now } = deps;
  const { plans, mapping, workspace } = job;
  const sift = await siftFor(deps, workspace.id);
  const which = { ws: workspace.id, import: stored.id };
  // An earlier import may have changed them since this one was asked for.
  const before = (await findWorkspace(documents, workspace.slug)).settings;
  const settings = merged(before, mapping);
  /** Rows that the reader saw, of files in which every row is one event. */
  let simple = 0;
  let bad = 0;
  let suppressed = 0;
  let rows = 0;
  let bytes = 0;
  for (const plan of plans) {
    progress.file = plan.file.name;
    const onProgress = (fileRows: number, fileBytes: number) => {
      progress.rows = rows + fileRows;
      progress.bytes = bytes + fileBytes;
    };
    const found = await engine.unmerged(() =>
      loadFile({
        engine,
        ...which,
        plan,
        identity: settings.identity,
        folder,
        row: rows,
        sift,
        signal,
        onProgress,
      }),
    );
    const one = plan.source.rows.length === 1 && plan.source.rows[0]?.when === undefined;
    if (one) simple += found.rows;
    bad += found.bad;
    suppressed += found.suppressed;
    rows += found.rows;
    bytes += plan.file.bytes;
    onProgress(0, 0);
  }
  progress.rows = rows;
  progress.file = null;
  progress.ended = now();

  const duplicate = await withoutDuplicates(engine, which, plans, progress, signal);
  const counts = await countImport(engine, which, { signal });
  if (sift !== null) suppressed += await countSuppressed(engine, which, { signal });
  const received = counts.loaded + bad + suppressed;
  const allSimple = plans.every(
    ({ source }) => source.rows.length === 1 && source.rows[0]?.when === undefined,
  );
  assert(!allSimple || received === simple, `${simple} rows were read and ${received} came in`);
  const { stored: kept, quarantined } = counts;
  const ledger = {
    received,
    stored: kept,
    duplicate,
    quarantined,
    ...(suppressed > 0 && { suppressed }),
  };
  assert(
    balances(ledger),
    `the ledger of import ${stored.id} does not balance: ${JSON.stringify(ledger)}`,
  );
  progress.ledger = ledger;

  progress.state = "linking";
  await save("linking");
  const changed = !isDeepStrictEqual(settings, before);
  const replayed = plans.some(({ rows }) => rows);
  const paths = plans.map(({ file }) => file.path);
  // The engine derives while this process hashes.
  const [mark] = await Promise.all([
    replayed ? null : fingerprint(paths, mapping, signal),
    derive(engine, {
      ws: workspace.id,
      imports: changed ? null : [stored.id],
      settings: derivedBy(settings),
      signal,
    }),
  ]);
  signal.throwIfAborted();
  if (changed) await saveSettings(documents, workspace.id, settings);
  return mark;
}

async function withoutDuplicates(
  engine: Engine,
  which: { ws: number; import: number },
  plans: readonly PlannedFile[],
  progress: Progress,
  signal: AbortSignal,
): Promise<number> {
  let all = 0;
  for (const source of new Set(plans.map(({ source }) => source.name))) {
    const { identicalRows } = plans.find((plan) => plan.source.name === source)!;
    const task = { ...which, source, identicalRows };
    const dropped = await dropDuplicates(engine, task, { signal });
    all += dropped.all;
    if (dropped.within > 0)
      progress.notes.push(message("identical-rows", { source, rows: dropped.within }));
  }
  return all;
}

/** Takes an import out that came to no good end, and what was derived from it. */
export async function undo(
  { engine, derive }: Pick<ImportDeps, "engine" | "derive">,
  { id, settings }: StoredWorkspace,
  import_: number,
  derived: boolean,
): Promise<void> {
  await discardImport(engine, { ws: id, import: import_ });
  if (derived)
    await derive(engine, {
      ws: id,
      imports: null,
      settings: derivedBy(settings),
    });
}

/** The settings of a workspace as journeys are derived by them. */
export function derivedBy(settings: Settings): DeriveTask["settings"] {
  return {
    identity: rulesInForce(settings.identity, settings.who),
    journeys: settings.journeys ?? undefined,
  };
}

/** A mapping may say how people are recognised and journeys are cut; what it leaves open stays. */
function merged(settings: Settings, mapping: Mapping): Settings {
  return {
    ...settings,
    zone: mapping.zone,
    identity: { ...settings.identity, ...mapping.identity },
    journeys: mapping.journeys ?? settings.journeys,
  };
}

function reasonOf(error: unknown): Message {
  if (error instanceof AppError) return toldBy(error);
  return message("import-failed", { said: error instanceof Error ? error.message : String(error) });
}
