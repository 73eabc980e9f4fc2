import type { Journey } from "../../core/map/journey.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { LiveEvent, Logged, Presence } from "../../protocol/map/live.ts";
import type { Streamed } from "../streamed.ts";

/** How many may follow one map. */
const SEATS = 200;
/** Presence is told at most this often, in milliseconds. */
const BREATH = 50;
/** Who says where he is but follows nothing is forgotten after this many milliseconds. */
const FORGET = 30_000;

export type Changed = Extract<LiveEvent, { type: "changed" }>["what"];

/** What is followed: a map, and the commands since a place in its log where it still has them. */
type Followed = {
  readonly journey: Journey;
  readonly seq: number;
  since(seq: number): Promise<readonly Logged[] | null>;
};

type Seat = {
  readonly client: string | null;
  /** Up to where this one was told; null before the first event. */
  seq: number | null;
  present: boolean;
  readonly changed: Set<Changed>;
  wake: () => void;
};

/**
 * Those who follow a map. What is to be told is not queued: a seat knows how far it was told and
 * takes the rest when its connection has room, so that a slow one costs no memory.
 */
export class Audience {
  readonly #followed: Followed;
  readonly #now: () => number;
  readonly #seats = new Set<Seat>();
  readonly #present = new Map<string, { readonly presence: Presence; readonly at: number }>();
  #breath: NodeJS.Timeout | null = null;
  #over = false;

  constructor(followed: Followed, now: () => number) {
    this.#followed = followed;
    this.#now = now;
  }

  get size(): number {
    return this.#seats.size;
  }

  /** Follows the map from after `since` on, or from the map itself, until `signal` aborts. */
  follow(
    since: number | null,
    client: string | null,
    signal: AbortSignal,
    seats = SEATS,
  ): AsyncIterable<Streamed<LiveEvent>> {
    if (this.#seats.size >= seats)
      throw new AppError("unavailable", message("too-many-watching", { most: seats }));
    const seat: Seat = {
      client,
      seq: since,
      present: this.#present.size > 0,
      changed: new Set(),
      wake: () => undefined,
    };
    return this.#events(seat, signal);
  }

  /** Tells that the map changed. */
  told(): void {
    for (const seat of this.#seats) seat.wake();
  }

  /** Tells that something beside the map changed. */
  changed(what: Changed): void {
    for (const seat of this.#seats) {
      seat.changed.add(what);
      seat.wake();
    }
  }

  /** Somebody says where he is. */
  present(presence: Presence): void {
    if (this.#present.size >= SEATS && !this.#present.has(presence.author.client)) return;
    this.#present.set(presence.author.client, { presence, at: this.#now() });
    this.#tellPresence();
  }

  /** Nobody follows any more. */
  end(): void {
    this.#over = true;
    if (this.#breath) clearTimeout(this.#breath);
    this.told();
  }

  async *#events(seat: Seat, signal: AbortSignal): AsyncGenerator<Streamed<LiveEvent>> {
    this.#seats.add(seat);
    const wake = () => seat.wake();
    signal.addEventListener("abort", wake);
    try {
      while (!signal.aborted && !this.#over) {
        const woken = new Promise<void>((resolve) => (seat.wake = resolve));
        const event = await this.#next(seat);
        if (event) yield event;
        else await woken;
      }
    } finally {
      signal.removeEventListener("abort", wake);
      this.#seats.delete(seat);
      this.#leave(seat);
    }
  }

  /** The next thing that this seat has to be told; null when there is nothing. */
  async #next(seat: Seat): Promise<Streamed<LiveEvent> | null> {
    if (seat.seq !== this.#followed.seq) {
      const commands = seat.seq === null ? null : await this.#followed.since(seat.seq);
      if (commands && commands.length > 0) {
        seat.seq = commands.at(-1)?.seq ?? seat.seq;
        return { id: String(seat.seq), event: { type: "commands", commands: [...commands] } };
      }
      const { seq, journey } = this.#followed;
      seat.seq = seq;
      return { id: String(seq), event: { type: "map", seq, journey } };
    }
    if (seat.present) {
      seat.present = false;
      return { event: { type: "present", people: this.#people() } };
    }
    for (const what of seat.changed) {
      seat.changed.delete(what);
      return { event: { type: "changed", what } };
    }
    return null;
  }

  #people(): Presence[] {
    const following = new Set(Array.from(this.#seats, ({ client }) => client));
    for (const [client, { at }] of this.#present)
      if (!following.has(client) && this.#now() - at > FORGET) this.#present.delete(client);
    return Array.from(this.#present.values(), ({ presence }) => presence);
  }

  #leave({ client }: Seat): void {
    if (client === null || [...this.#seats].some((seat) => seat.client === client)) return;
    if (this.#present.delete(client)) this.#tellPresence();
  }

  #tellPresence(): void {
    if (this.#over) return;
    this.#breath ??= setTimeout(() => {
      this.#breath = null;
      for (const seat of this.#seats) {
        seat.present = true;
        seat.wake();
      }
    }, BREATH);
  }
}
