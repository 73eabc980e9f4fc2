import { anyLeaving, forgetHashes, leavingSql, noneLeaving } from "../../engine/people/forget.ts";
import { dropOldParts } from "../../engine/people/old-parts.ts";
import { retainOnce } from "../../engine/people/retain.ts";
import { listRules, noteGone, noteRetained, retentionDue } from "../documents/retention.ts";
import { workspaceOf } from "../documents/workspace.ts";
import { derivedBy, type ImportDeps } from "../event/import.ts";
import { Rounds } from "../rounds.ts";

type Deps = Pick<ImportDeps, "engine" | "documents" | "queue" | "derive" | "now"> & {
  /** Is told of what fails while nobody waits for it. */
  readonly report: (error: unknown) => void;
  /** Events that go in one go; what is left of them goes after what waited meanwhile. */
  readonly most?: number;
};

/** How often one looks whether a day has begun, in milliseconds. */
const LOOK = 60_000;
const MOST = 1_000_000;

/** Lets events go that are older than they are kept: once a day, in pieces, each of which may be the last before a crash. */
export class RetentionClock implements AsyncDisposable {
  readonly #deps: Deps;
  readonly #rounds: Rounds;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#rounds = new Rounds(LOOK, () => this.look(), deps.report);
  }

  /** Applies the rules of every workspace in which that was not done today. */
  async look(): Promise<void> {
    const { documents, now, report } = this.#deps;
    const day = new Date(now()).toISOString().slice(0, 10);
    for (const workspace of await retentionDue(documents, day)) {
      if (this.#rounds.signal.aborted) return;
      try {
        await this.#apply(workspace, day);
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

  async #apply(workspace: number, day: string): Promise<void> {
    const { engine, documents, queue } = this.#deps;
    const rules = (await listRules(documents, workspace)).filter(({ ended }) => ended === null);
    let any = await queue.run(workspace, () => this.#finish(workspace));
    for (const rule of rules) {
      // Between two pieces others have their turn.
      while (await queue.run(workspace, () => this.#piece(workspace, rule, day))) any = true;
    }
    if (any) await queue.run(workspace, () => dropOldParts(engine));
    await noteRetained(documents, workspace, day);
  }

  /** Lets one piece go by a rule and derives anew whom it concerns; false when there was none. */
  async #piece(
    workspace: number,
    rule: Awaited<ReturnType<typeof listRules>>[number],
    day: string,
  ): Promise<boolean> {
    const { engine, documents, now, most = MOST } = this.#deps;
    this.#rounds.signal.throwIfAborted();
    const gone = await retainOnce(engine, { ws: workspace, term: rule, now: now(), most });
    if (gone === null) return false;
    await noteGone(documents, { rule: rule.id, day, ...gone });
    return this.#finish(workspace);
  }

  /** Derives anew whom it concerns that something went, also before a crash. */
  async #finish(workspace: number): Promise<boolean> {
    const { engine, documents, derive } = this.#deps;
    if (!(await anyLeaving(engine, workspace))) return false;
    const { settings } = await workspaceOf(documents, workspace);
    await forgetHashes(engine, workspace);
    await derive(engine, {
      ws: workspace,
      imports: [],
      touching: leavingSql,
      settings: derivedBy(settings),
    });
    await noneLeaving(engine, workspace);
    return true;
  }
}
