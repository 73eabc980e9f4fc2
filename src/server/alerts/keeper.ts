import { randomUUID } from "node:crypto";
import { judgeDays } from "../../core/question/alerts/judge-days.ts";
import { lastBuild } from "../../engine/event/derivation.ts";
import { readDays } from "../../engine/question/alerts/read-days.ts";
import { keepAlerts, lastAlertRun, type KeptAlert } from "../documents/alert.ts";
import { listWorkspaces } from "../documents/workspace.ts";
import type { ImportDeps } from "../event/import.ts";
import { Rounds } from "../rounds.ts";

const DAY = 86_400_000;
/** How often one looks whether something was derived, and how long it takes at least from one time to the next. */
const LOOK = 20_000;
const PAUSE = 600_000;
/** Days that are judged, and days before them that say what is usual. */
const JUDGED = 180;
const BEFORE = 70;

type Deps = Pick<ImportDeps, "engine" | "documents" | "queue"> & {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly report: (error: unknown) => void;
  /** Is told of odd days that are there for the first time; nothing at the very first look. */
  readonly onFresh?: (workspace: number, fresh: readonly KeptAlert[]) => Promise<void>;
  readonly pause?: number;
};

/** Looks for odd days after something was derived, and keeps them; nobody waits for it. */
export class AlertKeeper implements AsyncDisposable {
  readonly #deps: Deps;
  readonly #rounds: Rounds;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#rounds = new Rounds(LOOK, () => this.look(), deps.report);
  }

  /** Looks in every workspace whose journeys were derived since the last time. */
  async look(): Promise<void> {
    const { documents, engine, queue, report } = this.#deps;
    for (const { id } of await listWorkspaces(documents)) {
      if (this.#rounds.signal.aborted) return;
      try {
        const run = await lastAlertRun(documents, id);
        if (run && this.#deps.now() - Date.parse(run.at) < (this.#deps.pause ?? PAUSE)) continue;
        const build = await lastBuild(engine, id, this.#rounds.signal);
        if (build === null || build === run?.build) continue;
        // A derivation that is under way has taken out journeys that it will build again.
        await queue.run(id, () => this.#judge(id, build, run === null));
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

  async #judge(workspace: number, build: number, first: boolean): Promise<void> {
    const { documents, engine, now, onFresh } = this.#deps;
    const { signal } = this.#rounds;
    signal.throwIfAborted();
    const today = Math.floor(now() / DAY);
    const days = await readDays(engine, workspace, { length: BEFORE + JUDGED, today }, signal);
    if (days === null) return;
    const dayOf = (place: number) =>
      new Date((days.first + place) * DAY).toISOString().slice(0, 10);
    const found = judgeDays(days.series, days.sources, BEFORE, dayOf);
    const fresh = await keepAlerts(
      documents,
      workspace,
      found,
      {
        build,
        at: new Date(now()).toISOString(),
        series: days.series.length,
        from: dayOf(BEFORE),
        to: dayOf(days.length - 1),
      },
      () => `al_${randomUUID()}`,
    );
    if (!first && fresh.length > 0) await onFresh?.(workspace, fresh);
  }
}
