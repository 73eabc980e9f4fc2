import type { Drift } from "../../core/question/drift/drift.ts";
import { lastBuild } from "../../engine/event/derivation.ts";
import type { Engine } from "../../engine/port.ts";
import { drift } from "../../engine/question/drift/drift.ts";
import type { Documents } from "../documents/documents.ts";
import { listMaps } from "../documents/map.ts";
import { listWorkspaces } from "../documents/workspace.ts";
import type { Shelf } from "../map/shelf.ts";
import { aimOf } from "../question/aim.ts";
import { Rounds } from "../rounds.ts";

/** How often one looks whether something was derived, and how long it takes at least from one time to the next. */
const LOOK = 60_000;
const PAUSE = 1_800_000;

type Deps = {
  readonly engine: Engine;
  readonly documents: Documents;
  readonly shelf: Shelf;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly report: (error: unknown) => void;
};

type Kept = { readonly build: number; readonly at: number; readonly drift: Drift };

/**
 * Knows what changed in each workspace that has a map, so that nobody who opens a map waits for it. It is
 * held in memory and looked for again after a start.
 */
export class ReviewKeeper implements AsyncDisposable {
  readonly #deps: Deps;
  readonly #kept = new Map<number, Kept>();
  readonly #rounds: Rounds;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#rounds = new Rounds(LOOK, () => this.look(), deps.report);
  }

  /** What changed in a workspace; null while it is not known. */
  known(workspace: number): Drift | null {
    return this.#kept.get(workspace)?.drift ?? null;
  }

  /** Looks in every workspace whose journeys were derived since the last time. */
  async look(): Promise<void> {
    const { documents, report } = this.#deps;
    for (const { id } of await listWorkspaces(documents)) {
      if (this.#rounds.signal.aborted) return;
      try {
        await this.#lookIn(id);
      } catch (error) {
        if (this.#rounds.signal.aborted) return;
        // One workspace in which it fails does not keep the others waiting.
        report(error);
      }
    }
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.#rounds[Symbol.asyncDispose]();
  }

  async #lookIn(ws: number): Promise<void> {
    const { engine, documents, now } = this.#deps;
    const { signal } = this.#rounds;
    const known = this.#kept.get(ws);
    if (known && now() - known.at < PAUSE) return;
    const build = await lastBuild(engine, ws, signal);
    if (build === null || build === known?.build) return;
    if ((await listMaps(documents, ws)).length === 0) return;
    const aim = await aimOf(this.#deps, ws, undefined);
    const found = await drift(engine, { ws, filter: {}, segments: {}, signal }, aim);
    // What was derived meanwhile may have been half there.
    if ((await lastBuild(engine, ws, signal)) !== build) return;
    this.#kept.set(ws, { build, at: now(), drift: found });
  }
}
