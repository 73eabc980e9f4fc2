import { readMessage } from "../../../core/message/message.ts";
import { tailOf, tailOfUnfit, type TailEvent } from "../../../core/event/tail.ts";
import type { Streamed } from "../../streamed.ts";
import type { Told } from "./record.ts";

/** What a tail says: something that was told, or that so much came that not all is shown. */
export type Tailed = TailEvent | { readonly type: "skipped"; readonly count: number };

/** So many of the last things are shown to who begins to watch, and wait for who watches slowly. */
const [KEPT, WAITING] = [20, 50];
/** How many may watch at once. */
const SEATS = 50;

type One = { readonly at: number; readonly line: string; readonly reason: string | null };
type Seat = { readonly key: string; queue: One[]; skipped: number; wake: () => void };
type Batch = { readonly key: string; readonly first: number; readonly last: number };

/** How far a source is behind, in milliseconds. */
export type Lag = {
  /** Between the arrival of what came last and its being in people's journeys; null for not known yet. */
  readonly last: number | null;
  /** Since when something waits, in epoch milliseconds. */
  readonly waits: number | null;
};

/** Follows what sources tell on its way into people's journeys: how long that takes, and what it is. */
export class Watch {
  readonly #now: () => number;
  readonly #recent = new Map<string, One[]>();
  readonly #arrived = new Map<string, { since: number; last: number }>();
  readonly #batches = new Map<number, Batch>();
  readonly #lags = new Map<string, number>();
  readonly #seats = new Set<Seat>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** What a request told is on disk. */
  told({ workspace, source, at, lines, bad }: Told): void {
    const key = keyOf(workspace, source);
    const before = this.#arrived.get(key);
    this.#arrived.set(key, { since: before?.since ?? at, last: at });
    const newest = [
      ...lines.slice(-WAITING).map((line) => ({ at, line, reason: null })),
      ...bad.slice(-WAITING).map(([reason]) => ({ at, line: "", reason })),
    ];
    this.#recent.set(key, [...(this.#recent.get(key) ?? []), ...newest].slice(-KEPT));
    for (const seat of this.#seats) {
      if (seat.key !== key) continue;
      const all = [...seat.queue, ...newest];
      seat.queue = all.slice(-WAITING);
      seat.skipped += lines.length + bad.length - newest.length + all.length - seat.queue.length;
      seat.wake();
    }
  }

  /** A batch of it is in the engine: what came from `first` to `last`. */
  taken(batch: number, of: { workspace: number; source: string; first: number; last: number }) {
    const key = keyOf(of.workspace, of.source);
    this.#batches.set(batch, { key, first: of.first, last: of.last });
    const arrived = this.#arrived.get(key);
    if (arrived && arrived.last > of.last) arrived.since = Math.max(arrived.since, of.last);
    else this.#arrived.delete(key);
  }

  /** Batches are in people's journeys. */
  derived(batches: readonly number[]): void {
    const now = this.#now();
    for (const batch of batches) {
      const done = this.#batches.get(batch);
      if (!done) continue;
      this.#lags.set(done.key, Math.max(0, now - done.first));
      this.#batches.delete(batch);
    }
  }

  lagOf(workspace: number, source: string): Lag {
    const key = keyOf(workspace, source);
    const waiting = [...this.#batches.values()].filter((batch) => batch.key === key);
    const since = [
      ...waiting.map(({ first }) => first),
      ...(this.#arrived.has(key) ? [this.#arrived.get(key)!.since] : []),
    ];
    const waits = since.length === 0 ? null : Math.min(...since);
    return { last: this.#lags.get(key) ?? null, waits };
  }

  get isFull(): boolean {
    return this.#seats.size >= SEATS;
  }

  /** What a source told last and what it tells from now on, until `signal` aborts. */
  async *follow(
    workspace: number,
    source: string,
    signal: AbortSignal,
  ): AsyncGenerator<Streamed<Tailed>> {
    const key = keyOf(workspace, source);
    const seat: Seat = {
      key,
      queue: [...(this.#recent.get(key) ?? [])],
      skipped: 0,
      wake: () => undefined,
    };
    const wake = () => seat.wake();
    this.#seats.add(seat);
    signal.addEventListener("abort", wake);
    try {
      while (!signal.aborted) {
        const woken = new Promise<void>((resolve) => (seat.wake = resolve));
        const { skipped } = seat;
        seat.skipped = 0;
        const next = seat.queue.shift();
        if (skipped > 0) yield { event: { type: "skipped", count: skipped } };
        if (next) yield { event: shown(next) };
        else if (skipped === 0) await woken;
      }
    } finally {
      signal.removeEventListener("abort", wake);
      this.#seats.delete(seat);
    }
  }
}

function shown({ at, line, reason }: One): TailEvent {
  return reason === null ? tailOf(line, at) : tailOfUnfit(readMessage(reason), at);
}

function keyOf(workspace: number, source: string): string {
  return `${workspace} ${source}`;
}
