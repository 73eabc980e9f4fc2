import { longestWait, nextRun } from "../../../core/event/pull/schedule.ts";
import type { RunState } from "../../../core/event/pull/run.ts";
import { message, type Message } from "../../../core/message/message.ts";
import { AppError, toldBy } from "../../../core/problem.ts";
import {
  claimPull,
  holdPull,
  letGoPull,
  releasePulls,
  setNext,
  waitingPulls,
  type Held,
  type StoredPull,
} from "../../documents/pull.ts";
import { closeRun, saveReached } from "../../documents/pull-run.ts";
import { workspaceOf } from "../../documents/workspace.ts";
import type { PullParts, Reach } from "./asking.ts";
import { runFiles } from "./run-files.ts";
import { runTable } from "./run-table.ts";

/** How often one looks for sources whose time has come, and says that one still asks, in milliseconds. */
const LOOK = 3_000;
const HOLD = 10_000;
/** So many sources are asked beside each other. */
const MOST = 4;
/** After a failure, in milliseconds: twice as long each time, up to the longest. */
const FIRST = 60_000;
const LONGEST = 6 * 60 * 60_000;
/** So long a run that broke off waits for what it brought to be taken in, in milliseconds. */
const SETTLE = 30_000;
/** A password that is refused again and again may lock its user out: then it begins with so long. */
const REFUSED = 30 * 60_000;

type Going = {
  readonly reach: Reach;
  readonly stop: AbortController;
  readonly done: Promise<void>;
};

/**
 * Asks sources when their time has come, each by one process at a time. What a killed process was asking
 * goes on when it starts again; one that fails waits longer each time, and keeps no other waiting.
 */
export class Puller implements AsyncDisposable {
  readonly #parts: PullParts;
  readonly #over = new AbortController();
  readonly #going = new Map<string, Going>();
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void>;

  constructor(parts: PullParts) {
    this.#parts = parts;
    this.#looking = this.#begin().catch(parts.report);
  }

  /** Looks now, not at the next tick. */
  poke(): void {
    void this.look();
  }

  /** Looks now; resolves when the sources whose time has come are being asked, as far as there is room. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#look()).catch(this.#parts.report);
    return this.#looking;
  }

  /** How far the run of a source is that goes on in this process; null when none does. */
  reachOf(workspace: number, source: string): Reach | null {
    return this.#going.get(keyOf(workspace, source))?.reach ?? null;
  }

  /** Stops the run of a source in this process, if one goes on, and resolves when it has ended. */
  async stop(workspace: number, source: string): Promise<void> {
    const going = this.#going.get(keyOf(workspace, source));
    going?.stop.abort("cancelled");
    await going?.done;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#over.abort();
    await this.#looking;
    for (const { stop } of this.#going.values()) stop.abort("over");
    await Promise.all([...this.#going.values()].map(({ done }) => done));
  }

  async #begin(): Promise<void> {
    const { intake, imports, now } = this.#parts;
    const released = await releasePulls(imports.documents, intake.id, iso(now()));
    for (const each of released)
      // What its process died of several times is not tried again at once.
      if (each.failures > 2)
        await setNext(imports.documents, each, iso(now() + backOff(each.failures, false)));
    this.#timer = setInterval(() => this.poke(), LOOK);
    this.#timer.unref();
    // Places move when what the journal holds is taken in: before that they are behind.
    await intake.takenIn(this.#over.signal).catch(() => undefined);
    await this.#look();
  }

  async #look(): Promise<void> {
    const { imports, intake, seal, now } = this.#parts;
    if (this.#over.signal.aborted || this.#going.size >= MOST) return;
    const holder = intake.id;
    for (const waiting of await waitingPulls(imports.documents, { holder, seal: seal.key })) {
      if (this.#over.signal.aborted || this.#going.size >= MOST) return;
      const { workspace, source, schedule, next, failures } = waiting;
      const left = Date.parse(next) - now();
      // What is due later than its schedule ever waits was set by a clock that ran ahead.
      const longest = Math.max(longestWait(schedule), failures > 0 ? LONGEST : 0);
      if ((left > 0 && left <= longest) || this.#going.has(keyOf(workspace, source))) continue;
      const claimed = await claimPull(imports.documents, waiting, { holder, at: iso(now()) });
      if (claimed) this.#start(claimed, holder);
    }
  }

  #start(pull: StoredPull, holder: string): void {
    const key = keyOf(pull.workspace, pull.source);
    const reach: Reach = { rows: 0, files: 0, file: null, notes: [] };
    const stop = new AbortController();
    const held = { ...pull, holder };
    const holding = setInterval(() => {
      void this.#hold(held, reach, stop).catch(this.#parts.report);
    }, HOLD);
    const done = this.#run(held, reach, stop.signal)
      .catch(this.#parts.report)
      .finally(() => {
        clearInterval(holding);
        this.#going.delete(key);
        this.poke();
      });
    this.#going.set(key, { reach, stop, done });
  }

  async #hold(held: Held, reach: Reach, stop: AbortController): Promise<void> {
    const { documents } = this.#parts.imports;
    const kept = await holdPull(documents, held);
    if (!kept) stop.abort("taken over");
    else if (kept.stop) stop.abort("cancelled");
    else await saveReached(documents, held, reach);
  }

  async #run(pull: StoredPull & Held, reach: Reach, signal: AbortSignal): Promise<void> {
    const { imports, seal, now } = this.#parts;
    const began = now();
    let state: RunState = "done";
    let problem: Message | null = null;
    let refused = false;
    try {
      const secret = pull.sealed === null ? null : seal.open(pull.sealed, aboutOf(pull));
      if (pull.sealed !== null && secret === null)
        throw new AppError("bad-request", message("pull-secret-unreadable"));
      const run = { pull, secret, reach, signal };
      if (pull.origin.kind === "database") await runTable(this.#parts, pull.origin, run);
      else await runFiles(this.#parts, pull.origin, run);
    } catch (error) {
      state = signal.aborted ? stateOf(signal.reason) : "failed";
      refused = error instanceof AppError && error.code !== "unavailable";
      problem = signal.aborted ? reasonOf(signal.reason) : toldOf(error);
      if (!(error instanceof AppError) && !signal.aborted) this.#parts.report(error);
    }
    // A place that still waits in the journal would be lost to the run that comes next.
    if (state === "failed" || state === "cancelled")
      await this.#parts.intake.takenIn(AbortSignal.timeout(SETTLE)).catch(() => undefined);
    const { settings } = await workspaceOf(imports.documents, pull.workspace);
    const at = now();
    const failures = state === "failed" ? pull.failures : state === "cut" ? pull.failures - 1 : 0;
    const next =
      state === "cut"
        ? at
        : state === "failed"
          ? at + backOff(failures, refused)
          : Math.max(nextRun(pull.schedule, settings.zone, began), at);
    await imports.documents.transaction(async (statements) => {
      await closeRun(statements, pull, reach, { state, problem, at: iso(at) });
      await letGoPull(statements, pull, { next: iso(next), failures });
    });
  }
}

/** Whose secret it is. */
export function aboutOf({ workspace, source }: Pick<StoredPull, "workspace" | "source">): string {
  return JSON.stringify(["pull", workspace, source]);
}

function keyOf(workspace: number, source: string): string {
  return JSON.stringify([workspace, source]);
}

function backOff(failures: number, refused: boolean): number {
  const first = refused ? REFUSED : FIRST;
  return Math.min(LONGEST, first * 2 ** Math.min(20, Math.max(0, failures - 1)));
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function stateOf(reason: unknown): RunState {
  return reason === "cancelled" ? "cancelled" : "cut";
}

function reasonOf(reason: unknown): Message | null {
  if (reason === "taken over") return message("pull-taken-over");
  return reason === "over" ? message("pull-cut-short") : null;
}

function toldOf(error: unknown): Message {
  if (error instanceof AppError) return toldBy(error);
  return message("pull-failed", { said: error instanceof Error ? error.message : String(error) });
}
