import { assert } from "../../core/assert.ts";
import { apply } from "../../core/map/apply.ts";
import { singles, SINGLES, type Command } from "../../core/map/command.ts";
import { difference } from "../../core/map/difference.ts";
import { plain } from "../../core/map/field.ts";
import { readKept, writeJourney } from "../../core/map/file.ts";
import type { Journey } from "../../core/map/journey.ts";
import { redacted, redactedCommand, type Clean } from "../../core/map/redact.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Author, Logged, Outcome, Sent } from "../../protocol/map/live.ts";
import type { Version } from "../../protocol/map/version.ts";
import type { Documents } from "../documents/documents.ts";
import { findMap, settleMap } from "../documents/map.ts";
import {
  appendCommands,
  commandsDone,
  commandsSince,
  emptyLog,
  logMentions,
  trimLog,
  type MapPlace,
} from "../documents/map-log.ts";
import { keepVersion, versionSeq } from "../documents/map-version.ts";
import { Audience } from "./audience.ts";

/** How many commands stay in the log for those who come back. */
const LOG = 5000;
/** After how many commands the body is written, whether or not anybody pauses. */
const SETTLE_AFTER = 500;
/** How often one tries again when other processes write to the same map at the same time. */
const TRIES = 20;
/** After so many commands Spoor keeps a version by itself when drawing pauses. */
const WORTH_KEEPING = 20;

/** Words that are to go: what takes them out, and the pattern by which PostgreSQL finds them. */
export type Sought = { readonly clean: Clean; readonly pattern: string };

type Answered = { readonly seq: number; readonly outcomes: Outcome[] };

/**
 * One map that is open: its state after the last command of the log. All changes pass here, one
 * after the other; what a resolved promise answered is on disk.
 */
export class Drawing {
  readonly #documents: Documents;
  readonly #place: MapPlace;
  readonly #now: () => number;
  readonly #cleaned: Clean[] = [];
  #journey: Journey;
  #seq: number;
  /** Up to which command the body in the store goes. */
  #settled: number;
  /** When and by whom it was changed last. */
  #changed: { at: string; by: string | null };
  /** The last commands, the newest at the end and without a gap. */
  #log: Logged[];
  #turn: Promise<unknown> = Promise.resolve();
  readonly audience: Audience;

  private constructor(
    documents: Documents,
    place: MapPlace,
    now: () => number,
    state: {
      journey: Journey;
      seq: number;
      log: Logged[];
      changed: { at: string; by: string | null };
    },
  ) {
    this.#documents = documents;
    this.#place = place;
    this.#now = now;
    this.#journey = state.journey;
    this.#seq = state.seq;
    this.#settled = state.seq - state.log.length;
    this.#log = state.log;
    this.#changed = state.changed;
    this.audience = new Audience(this, now);
  }

  /** Opens a map: the body in the store, and the commands that came after it. Rejects with `not-found`. */
  static async open(documents: Documents, place: MapPlace, now: () => number): Promise<Drawing> {
    return new Drawing(documents, place, now, await stateOf(documents, place));
  }

  get journey(): Journey {
    return this.#journey;
  }

  get seq(): number {
    return this.#seq;
  }

  /** Has the body in the store all that happened? */
  get settled(): boolean {
    return this.#settled === this.#seq;
  }

  /** Does what can be done of the commands, in order, and says what became of each. */
  send(author: Author, commands: readonly Sent[]): Promise<Answered> {
    return this.#inTurn(() => this.#sent(author, () => commands));
  }

  /**
   * Makes the map another state, by the commands that this takes: who follows is told those, and what
   * others typed in the meantime still finds its place. The author's client must be a new one.
   */
  become(author: Author, then: Journey): Promise<Answered> {
    return this.#inTurn(() => this.#became(author, then));
  }

  /** The same, with the map as it is now kept as a version first. */
  restore(author: Author, then: Journey): Promise<Answered> {
    return this.#inTurn(async () => {
      await this.#keptNow(author.name);
      return this.#became(author, then);
    });
  }

  /** Keeps the map as it is now as a version, unless the newest one is that already. */
  keepNow(author: string): Promise<void> {
    return this.#inTurn(() => this.#keptNow(author));
  }

  /** Keeps the map as it is now as a version. */
  keep(author: string, name: string | null): Promise<Version> {
    return this.#inTurn(() => this.#kept(author, name));
  }

  /**
   * Takes words out of the map, by the commands that this takes, and then all commands out of the log
   * when the words stood in any: those who come back are given the whole map. Returns how many fields
   * changed. The author's client must be a new one.
   */
  redact(author: Author, { clean, pattern }: Sought): Promise<number> {
    return this.#inTurn(async () => {
      const without = (journey: Journey) => difference(journey, redacted(journey, clean));
      const changes = singles(without(this.#journey)).length;
      if (changes > 0) await this.#sent(author, (now) => inPieces(without(now)), []);
      if (changes > 0 || (await logMentions(this.#documents, this.#place, pattern))) {
        await this.#settle();
        await emptyLog(this.#documents, this.#place);
        this.#log = [];
        this.#settled = this.#seq;
      }
      return changes;
    });
  }

  /** From here on no command brings in what this takes out, by being taken back or by coming late. */
  guard(clean: Clean): void {
    this.#cleaned.push(clean);
  }

  /** Looks for what other processes did to the map. */
  catchUp(): Promise<void> {
    return this.#inTurn(async () => {
      const more = await commandsSince(this.#documents, this.#place, this.#seq);
      if (more?.length === 0) return;
      await this.#reload();
    });
  }

  /** Writes the body, so that opening is quick and the log may be shortened. */
  settle(): Promise<void> {
    return this.#inTurn(async () => void (await this.#settle()));
  }

  /** After a pause: keeps a version when there is something to keep. */
  pause(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#settle();
      const kept = await versionSeq(this.#documents, this.#place);
      if (this.#seq - kept < WORTH_KEEPING) return;
      await this.#kept(this.#changed.by ?? "", null);
    });
  }

  /** The commands after `seq`; null when only the whole map can help. */
  async since(seq: number): Promise<readonly Logged[] | null> {
    if (seq > this.#seq) return null;
    const begin = this.#seq - this.#log.length;
    if (seq >= begin) return this.#log.slice(seq - begin);
    if (this.#seq - seq > LOG) return null;
    const found = await commandsSince(this.#documents, this.#place, seq);
    return found && found[0]?.seq === seq + 1 ? found : null;
  }

  async #sent(
    author: Author,
    of: (now: Journey) => readonly Sent[],
    guards: readonly Clean[] = this.#cleaned,
  ): Promise<Answered> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const commands = of(this.#journey).map(({ number, command }) => ({
        number,
        command: guards.reduce(redactedCommand, command),
      }));
      const answered = await this.#tried(author, commands);
      if (answered) return answered;
      await this.#reload();
    }
    throw new AppError("unavailable", message("map-busy"));
  }

  async #keptNow(author: string): Promise<void> {
    const kept = await versionSeq(this.#documents, this.#place);
    if (kept !== this.#seq || kept === 0) await this.#kept(author, null);
  }

  async #became(author: Author, then: Journey): Promise<Answered> {
    const answered = await this.#sent(author, (now) =>
      inPieces(difference(now, plain(then) as Journey)),
    );
    assert(
      answered.outcomes.every(({ why }) => why === null),
      "a journey can become any other",
    );
    return answered;
  }

  async #tried(author: Author, commands: readonly Sent[]): Promise<Answered | null> {
    const numbers = commands.map(({ number }) => number);
    const done = new Map(await commandsDone(this.#documents, this.#place, author.client, numbers));
    const at = this.#time();
    const logged: Logged[] = [];
    const outcomes: Outcome[] = [];
    let journey = this.#journey;
    for (const { number, command } of commands) {
      const before = done.get(number);
      if (before !== undefined) {
        outcomes.push({ number, seq: before, why: null });
        continue;
      }
      const applied = apply(journey, command);
      if (!applied.ok) {
        outcomes.push({ number, seq: null, why: applied.why });
        continue;
      }
      journey = applied.journey;
      const seq = this.#seq + logged.length + 1;
      logged.push({ seq, number, author, at, command });
      outcomes.push({ number, seq, why: null });
      done.set(number, seq);
    }
    if (logged.length > 0) {
      await this.#keepYesterday(at);
      const writing = appendCommands(this.#documents, this.#place, journey.title, logged);
      const written = await unlessConflict(writing);
      if (written === null) return null;
      if (!written) throw new AppError("not-found", message("no-map", { map: this.#place.map }));
      this.#become({
        journey,
        seq: this.#seq + logged.length,
        log: [...this.#log, ...logged].slice(-LOG),
        changed: { at, by: author.name },
      });
      this.audience.told();
      if (this.#seq - this.#settled >= SETTLE_AFTER) await this.#settle();
    }
    const last = outcomes.reduce((most, { seq }) => Math.max(most, seq ?? 0), this.#seq);
    // Another process did the command: its place in the log is not reached here yet.
    return last > this.#seq ? null : { seq: this.#seq, outcomes };
  }

  /** The first change of a day: how the map stood before is kept. */
  async #keepYesterday(at: string): Promise<void> {
    if (this.#seq === 0 || this.#changed.at.slice(0, 10) === at.slice(0, 10)) return;
    if ((await versionSeq(this.#documents, this.#place)) === this.#seq) return;
    await this.#kept(this.#changed.by ?? "", null);
  }

  async #kept(author: string, name: string | null): Promise<Version> {
    const body = await this.#settle();
    const state = { author, name, seq: this.#seq, body };
    const version = await keepVersion(this.#documents, this.#place, state);
    await trimLog(this.#documents, this.#place, LOG);
    this.audience.changed("versions");
    return version;
  }

  async #settle(): Promise<string> {
    const body = writeJourney(this.#journey);
    if (!this.settled) {
      const seq = this.#seq;
      await settleMap(this.#documents, this.#place.workspace, this.#place.map, { body, seq });
      this.#settled = seq;
    }
    return body;
  }

  async #reload(): Promise<void> {
    const state = await stateOf(this.#documents, this.#place);
    const more = state.log.filter(({ seq }) => seq > this.#seq);
    const joins = more.length > 0 && more[0]?.seq === this.#seq + 1;
    this.#settled = state.seq - state.log.length;
    this.#become(joins ? { ...state, log: [...this.#log, ...more].slice(-LOG) } : state);
    this.audience.told();
  }

  #become(state: State): void {
    this.#journey = state.journey;
    this.#seq = state.seq;
    this.#log = state.log;
    this.#changed = state.changed;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work, work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  #time(): string {
    return new Date(this.#now()).toISOString();
  }
}

/** A command of any size as such as may be sent. */
function inPieces(command: Command): Sent[] {
  const wanted = singles(command);
  return Array.from({ length: Math.ceil(wanted.length / SINGLES) }, (_, at) => {
    const commands = wanted.slice(at * SINGLES, (at + 1) * SINGLES);
    return { number: at + 1, command: { do: "all", commands } };
  });
}

type State = {
  readonly journey: Journey;
  readonly seq: number;
  readonly log: Logged[];
  readonly changed: { at: string; by: string | null };
};

/** A map as the store has it: the body, and what the log holds after it. */
async function stateOf(documents: Documents, place: MapPlace): Promise<State> {
  const { body, seq, author, updated } = await findMap(documents, place.workspace, place.map);
  const log = await commandsSince(documents, place, seq);
  // Between the two reads another process may have put another map in its place.
  if (log === null) return stateOf(documents, place);
  let journey = readKept(body);
  for (const { command, seq: at } of log) {
    const applied = apply(journey, command);
    if (!applied.ok)
      throw new Error(`Command ${at} of ${place.map} was done once and is refused now`);
    journey = applied.journey;
  }
  return { journey, seq: seq + log.length, log, changed: { at: updated, by: author } };
}

/** What the promise resolves to, or null when another process has been faster. */
async function unlessConflict(writing: Promise<boolean>): Promise<boolean | null> {
  try {
    return await writing;
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return null;
    throw error;
  }
}
