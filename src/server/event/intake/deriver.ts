import { setTimeout as pause } from "node:timers/promises";
import { recount } from "../../../engine/event/derive.ts";
import { forgetBatches } from "../../documents/intake.ts";
import { workspaceOf } from "../../documents/workspace.ts";
import { derivedBy, type ImportDeps } from "../import.ts";
import type { Watch } from "./watch.ts";

type Deps = Pick<ImportDeps, "engine" | "documents" | "queue" | "derive" | "now"> & {
  readonly report: (error: unknown) => void;
  /** After a failure it is tried again, in milliseconds. */
  readonly later?: number;
  /** Is told which batches are in people's journeys. */
  readonly watch?: Pick<Watch, "derived">;
};

const LATER = 5_000;
/**
 * About so many events are derived at once: what takes memory are the histories of those whom they touch.
 * Who fell behind goes in steps. Smaller ones take longer in all: each builds whole histories again.
 */
const AT_ONCE = 200_000;
/** So many are taken for what a batch of before this start may hold. */
const UNCOUNTED = 30_000;

type Batch = {
  /** When it came, in epoch milliseconds. */
  readonly since: number;
  readonly events: number;
};
/** When nothing came for so long, what is counted over all journeys is counted, in milliseconds. */
const QUIET = 10_000;

/** Brings people's journeys up to date after batches came in; those that come meanwhile go together. */
export class Deriver implements AsyncDisposable {
  readonly #deps: Deps;
  /** Per workspace the batches that wait, in the order in which they came. */
  readonly #due = new Map<number, Map<number, Batch>>();
  readonly #running = new Map<number, Promise<void>>();
  /** Per workspace what ends the waiting for quiet, or the counting. */
  readonly #counting = new Map<number, AbortController>();
  readonly #counts = new Set<Promise<void>>();
  readonly #over = new AbortController();
  #failure: string | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  get failure(): string | null {
    return this.#failure;
  }

  /** Since when the oldest batch waits, in epoch milliseconds; null when none does. */
  get since(): number | null {
    let oldest: number | null = null;
    for (const due of this.#due.values())
      for (const { since } of due.values()) oldest = Math.min(oldest ?? since, since);
    return oldest;
  }

  /** So many events of a batch of a workspace are in the engine; the first of them came in at `since`. */
  due(workspace: number, batch: number, of: Partial<Batch> = {}): void {
    const due = this.#due.get(workspace) ?? new Map<number, Batch>();
    this.#due.set(workspace, due);
    due.set(batch, { since: this.#deps.now(), events: UNCOUNTED, ...of });
    this.#counting.get(workspace)?.abort();
    if (this.#over.signal.aborted || this.#running.has(workspace)) return;
    this.#running.set(workspace, this.#run(workspace));
  }

  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#over.abort();
    await this.settled();
    await Promise.all(this.#counts);
  }

  async #run(workspace: number): Promise<void> {
    const due = this.#due.get(workspace)!;
    const { signal } = this.#over;
    while (due.size > 0 && !signal.aborted) {
      const batches = nextOf(due);
      try {
        await this.#deps.queue.run(workspace, () => this.#derive(workspace, batches));
        for (const batch of batches) due.delete(batch);
        this.#failure = null;
      } catch (error) {
        if (signal.aborted) break;
        this.#failure = error instanceof Error ? error.message : String(error);
        this.#deps.report(error);
        await pause(this.#deps.later ?? LATER, undefined, { signal }).catch(() => undefined);
      }
    }
    // In one step with the last look at what is due: what comes after it starts another run.
    this.#running.delete(workspace);
    if (!signal.aborted) this.#countWhenQuiet(workspace);
  }

  #countWhenQuiet(workspace: number): void {
    const { engine, queue, report } = this.#deps;
    const stop = new AbortController();
    this.#counting.set(workspace, stop);
    const signal = AbortSignal.any([stop.signal, this.#over.signal]);
    const counted = pause(QUIET, undefined, { signal, ref: false })
      .then(() =>
        queue.run(workspace, async () => {
          if (!signal.aborted) await recount(engine.analysis, workspace, signal);
        }),
      )
      .catch((error: unknown) => {
        if (!signal.aborted) report(error);
      })
      .finally(() => this.#counts.delete(counted));
    this.#counts.add(counted);
  }

  async #derive(workspace: number, batches: readonly number[]): Promise<void> {
    const { engine, documents, derive } = this.#deps;
    const { signal } = this.#over;
    signal.throwIfAborted();
    const { settings } = await workspaceOf(documents, workspace);
    await derive(engine, {
      ws: workspace,
      imports: batches,
      settings: derivedBy(settings),
      uncounted: true,
      signal,
    });
    await forgetBatches(documents, batches);
    this.#deps.watch?.derived(batches);
  }
}

/** The batches that are derived next, the oldest first; one at least. */
function nextOf(due: ReadonlyMap<number, Batch>): number[] {
  const next: number[] = [];
  let all = 0;
  for (const [batch, { events }] of due) {
    if (next.length > 0 && all + events > AT_ONCE) break;
    next.push(batch);
    all += events;
  }
  return next;
}
