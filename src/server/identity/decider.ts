import { setTimeout as pause } from "node:timers/promises";
import { dueVerdicts, markDerived, workspacesDue } from "../documents/decision.ts";
import { anewDone, isAnew, workspaceOf } from "../documents/workspace.ts";
import { derivedBy, type ImportDeps } from "../event/import.ts";

type Deps = Pick<ImportDeps, "engine" | "documents" | "queue" | "derive"> & {
  readonly report: (error: unknown) => void;
};

/** After a failure it is tried again, in milliseconds. */
const LATER = 5_000;

/** Brings people and journeys up to date after somebody decided, or set other rules. */
export class Decider implements AsyncDisposable {
  readonly #deps: Deps;
  /** Per workspace the share that is done. */
  readonly #shares = new Map<number, number>();
  readonly #again = new Set<number>();
  readonly #running = new Map<number, Promise<void>>();
  readonly #failures = new Map<number, string>();
  readonly #over = new AbortController();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Takes up what a stop of the server left. */
  static async open(deps: Deps): Promise<Decider> {
    const decider = new Decider(deps);
    for (const workspace of await workspacesDue(deps.documents)) decider.due(workspace);
    return decider;
  }

  /** Something of a workspace waits to be derived; what comes meanwhile goes together. */
  due(workspace: number): void {
    this.#again.add(workspace);
    if (this.#over.signal.aborted || this.#running.has(workspace)) return;
    this.#shares.set(workspace, 0);
    this.#running.set(workspace, this.#run(workspace));
  }

  share(workspace: number): number | null {
    return this.#shares.get(workspace) ?? null;
  }

  failure(workspace: number): string | null {
    return this.#failures.get(workspace) ?? null;
  }

  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#over.abort();
    await this.settled();
  }

  async #run(workspace: number): Promise<void> {
    const { signal } = this.#over;
    while (this.#again.delete(workspace) && !signal.aborted) {
      try {
        await this.#deps.queue.run(workspace, () => this.#derive(workspace));
        this.#failures.delete(workspace);
      } catch (error) {
        if (signal.aborted) break;
        this.#failures.set(workspace, error instanceof Error ? error.message : String(error));
        this.#deps.report(error);
        this.#again.add(workspace);
        await pause(LATER, undefined, { signal }).catch(() => undefined);
      }
    }
    this.#shares.delete(workspace);
    this.#running.delete(workspace);
  }

  async #derive(workspace: number): Promise<void> {
    const { engine, documents, derive } = this.#deps;
    const { signal } = this.#over;
    signal.throwIfAborted();
    const { due, verdicts } = await dueVerdicts(documents, workspace);
    const anew = await isAnew(documents, workspace);
    if (due.length === 0 && !anew) return;
    const { settings } = await workspaceOf(documents, workspace);
    await derive(engine, {
      ws: workspace,
      imports: anew ? null : [],
      settings: derivedBy(settings),
      verdicts,
      signal,
      onProgress: (share) => this.#shares.set(workspace, share),
    });
    await markDerived(documents, due);
    if (anew) await anewDone(documents, workspace, settings);
  }
}
