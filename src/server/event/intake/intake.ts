import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { assert } from "../../../core/assert.ts";
import { trust, type Trust } from "../../../core/identity/trust.ts";
import { message, writeMessage } from "../../../core/message/message.ts";
import { loadBadRows } from "../../../engine/event/quarantine.ts";
import { discardImport } from "../../../engine/event/import-rows.ts";
import { takeIn } from "../../../engine/event/take-in.ts";
import {
  closeBatches,
  forgetBatches,
  listBatches,
  openBatches,
  takenUpTo,
  type Booked,
  type Moved,
} from "../../documents/intake.ts";
import { siftFor } from "../../people/sift-for.ts";
import { csvCell } from "../file-rows.ts";
import type { ImportDeps } from "../import.ts";
import { createQueue } from "../queue.ts";
import { Journal, type Place } from "./journal.ts";
import { readRecord, writeRecord, type Told } from "./record.ts";
import { Readers } from "./readers.ts";
import type { Watch } from "./watch.ts";
import { Deriver } from "./deriver.ts";

export type IntakeDeps = ImportDeps & {
  readonly report: (error: unknown) => void;
  /** Is told of what comes in, and of how far it got. */
  readonly watch?: Watch;
  /** Bytes that may wait to be taken in; see the journal. */
  readonly backlog?: number;
  /** After a failure it is tried again, in milliseconds. */
  readonly later?: number;
};

/** Requests of so long are taken in together, in milliseconds. */
const GATHER = 400;
/** So much of the journal is taken in at once, in bytes. */
const AT_ONCE = 8 << 20;
const LATER = 2_000;

/** How it stands: what waits, and since when. */
export type IntakeState = {
  /** Bytes that are on disk and not in the engine. */
  readonly backlog: number;
  /** Since when something waits to be in people's journeys, in epoch milliseconds; null when nothing does. */
  readonly since: number | null;
  /** What went wrong the last time; null when all is well. */
  readonly failure: string | null;
};

/**
 * What systems tell by themselves, on its way from the request into the engine. `receive` resolves
 * when it is on disk; from there it is taken in as often as need be, and counts once.
 */
export class Intake implements AsyncDisposable {
  readonly #deps: IntakeDeps;
  readonly #journal: Journal;
  readonly #id: string;
  readonly #folder: string;
  readonly #readers: Readers;
  readonly #deriver: Deriver;
  readonly #over = new AbortController();
  #at: Place;
  /** Did something fail, so that it must be looked up what of it stands? */
  #unsure = false;
  #since: number | null = null;
  #failure: string | null = null;
  #wake: () => void = () => undefined;
  #running: Promise<void> = Promise.resolve();
  /** One after the other: taking in, and what must not happen while it does. */
  readonly #turns = createQueue();

  private constructor(deps: IntakeDeps, journal: Journal, id: string, folder: string, at: Place) {
    this.#deps = deps;
    this.#journal = journal;
    this.#id = id;
    this.#folder = folder;
    this.#at = at;
    this.#readers = new Readers(deps);
    this.#deriver = new Deriver(deps);
  }

  /** Takes out what a crash left half taken in, and goes on from there. */
  static async open(deps: IntakeDeps): Promise<Intake> {
    const { documents, dataDir, backlog } = deps;
    const folder = join(dataDir, "intake");
    await mkdir(folder, { recursive: true });
    const id = await idOf(folder);
    const at = await takenUpTo(documents, id);
    for (const name of await readdir(folder))
      if (/^batch-\d+\.lines$/.test(name)) await rm(join(folder, name), { force: true });
    const journal = await Journal.open(folder, at, backlog === undefined ? {} : { backlog });
    const intake = new Intake(deps, journal, id, folder, at);
    await intake.#recover();
    intake.#running = intake.#run();
    return intake;
  }

  get state(): IntakeState {
    const failure = this.#failure ?? this.#deriver.failure;
    const waits = [this.#since, this.#deriver.since].filter((since) => since !== null);
    const since = waits.length > 0 ? Math.min(...waits) : null;
    return { backlog: this.#journal.backlog, since, failure };
  }

  /**
   * Resolves when what was told is on disk. Rejects with `unavailable` when too much waits already,
   * and with `disk-full`.
   */
  async receive(told: Told): Promise<void> {
    if (told.lines.length + told.bad.length === 0) return;
    await this.#journal.append(writeRecord(told));
    this.#since ??= this.#deps.now();
    this.#deps.watch?.told(told);
    this.#wake();
  }

  /** The name of its journal: that of this process, whenever it starts. */
  get id(): string {
    return this.#id;
  }

  /** Resolves when all that is on disk now is in the engine, whatever comes meanwhile. */
  async takenIn(signal: AbortSignal): Promise<void> {
    const { segment, at } = this.#journal.end;
    const behind = () =>
      this.#at.segment < segment || (this.#at.segment === segment && this.#at.at < at);
    while (this.#journal.backlog > 0 && behind()) await pause(50, undefined, { signal });
  }

  /** Reads the mapping of a source anew from here on. */
  changed(workspace: number): void {
    this.#readers.forget(workspace);
  }

  /** Resolves when all that is on disk now is in the engine and in people's journeys. */
  async settled(): Promise<void> {
    while (this.#journal.backlog > 0) await pause(20);
    await this.#deriver.settled();
  }

  /** Does work while nothing is taken in, nor half taken in. */
  between<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.run(0, async () => {
      if (this.#unsure) await this.#recover();
      return work();
    });
  }

  /** Resolves when all that is on disk now is taken in; the files that it came in go with it. */
  async clear(): Promise<void> {
    const until = this.#journal.end;
    const before = ({ segment, at }: Place) =>
      segment < until.segment || (segment === until.segment && at < until.at);
    while (before(this.#at) && this.#journal.backlog > 0) await pause(20);
    await this.between(async () => undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#over.abort();
    this.#wake();
    await this.#running;
    await this.#deriver[Symbol.asyncDispose]();
    await this.#journal[Symbol.asyncDispose]();
  }

  async #run(): Promise<void> {
    const { signal } = this.#over;
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      try {
        const { backlog } = this.#journal;
        if (backlog === 0 && !this.#unsure) await woken;
        if (backlog < AT_ONCE) await pause(GATHER, undefined, { signal });
        await this.#turns.run(0, async () => {
          if (this.#unsure) await this.#recover();
          await this.#turn();
        });
        this.#failure = null;
      } catch (error) {
        if (signal.aborted) return;
        this.#unsure = true;
        this.#failure = error instanceof Error ? error.message : String(error);
        this.#deps.report(error);
        await pause(this.#deps.later ?? LATER, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /**
   * Takes out what a crash or a failure left half taken in, and goes on behind what is booked. Until
   * then nothing new is taken in: rows that go later would pass for known ones.
   */
  async #recover(): Promise<void> {
    const { documents, engine } = this.#deps;
    this.#at = await takenUpTo(documents, this.#id);
    const batches = await listBatches(documents, this.#id);
    const half = batches.filter(({ stored }) => !stored);
    for (const { id, workspace } of half)
      await discardImport(engine, { ws: workspace, import: id });
    await forgetBatches(
      documents,
      half.map(({ id }) => id),
    );
    for (const { id, workspace, stored } of batches) if (stored) this.#deriver.due(workspace, id);
    await this.#journal.taken(this.#at);
    if (this.#journal.backlog > 0) this.#since ??= this.#deps.now();
    this.#unsure = false;
  }

  /** Takes in some of what waits. */
  async #turn(): Promise<void> {
    const { documents } = this.#deps;
    const { records, to } = await this.#journal.read(this.#at, AT_ONCE);
    if (records.length === 0) return;
    const told = records.map(readRecord);
    const lots = lotsOf(told);
    const numbers = await openBatches(
      documents,
      this.#id,
      lots.map(({ workspace }) => workspace),
    );
    const books: Booked[] = [];
    for (const [nth, lot] of lots.entries()) books.push(await this.#take(lot, numbers[nth]!));
    await closeBatches(documents, this.#id, numbers, books, movesOf(told), to);
    this.#at = to;
    // Before nothing waits any more, or who waits for all to be settled would miss it.
    for (const [nth, lot] of lots.entries()) {
      this.#deps.watch?.taken(numbers[nth]!, lot);
      const { first: since, lines } = lot;
      this.#deriver.due(lot.workspace, numbers[nth]!, { since, events: lines.length });
    }
    await this.#journal.taken(to);
    this.#since = this.#journal.backlog > 0 ? lots.at(-1)!.last : null;
  }

  async #take(lot: Lot, batch: number): Promise<Booked> {
    const { engine } = this.#deps;
    const { workspace, source, trust: whose, last, lines, bad } = lot;
    const at = { ws: workspace, import: batch };
    const read = (await this.#readers.of(workspace, source))(batch);
    const kinds = read.map((kind) => ({ ...kind, trust: whose }));
    const sift = await siftFor(this.#deps, workspace);
    const path = join(this.#folder, `batch-${batch}.lines`);
    const told = [...bad];
    let unfit: readonly Told["bad"][number][] = [];
    let taken = {
      told: 0,
      duplicate: 0,
      quarantined: 0,
      suppressed: 0,
      lines: new Set<number>() as ReadonlySet<number>,
    };
    try {
      if (lines.length > 0) {
        await writeFile(path, `${lines.join("\n")}\n`);
        taken = await takeIn(engine, { ...at, path, kinds, sift });
        for (const [nth, line] of lines.entries())
          if (!taken.lines.has(nth + 1)) told.push([writeMessage(message("fits-no-kind")), line]);
      }
      const mentions = await sift?.mentions(told.map(([, raw]) => raw));
      unfit = told.filter((_, nth) => !mentions?.[nth]);
      if (unfit.length > 0) {
        const rows = unfit.map(
          ([reason, raw], nth) => `${nth + 1},${csvCell(reason)},${csvCell(raw)}\n`,
        );
        await writeFile(path, rows.join(""));
        await loadBadRows(engine, path, {
          ...at,
          source,
          file: "",
          row: lines.length,
          trust: whose,
        });
      }
    } finally {
      await rm(path, { force: true });
    }
    const { duplicate } = taken;
    const quarantined = taken.quarantined + unfit.length;
    const suppressed = taken.suppressed + told.length - unfit.length;
    const received = taken.told + told.length;
    const stored = received - duplicate - quarantined - suppressed;
    assert(stored >= 0, `the books of batch ${batch} do not balance`);
    return {
      workspace,
      source,
      last,
      ledger: { received, stored, duplicate, quarantined, suppressed },
    };
  }
}

/** The last place of each source that is asked. */
function movesOf(told: readonly Told[]): Moved[] {
  const moves = new Map<string, Moved>();
  for (const { workspace, source, moved } of told)
    if (moved) moves.set(JSON.stringify([workspace, source]), { workspace, source, ...moved });
  return [...moves.values()];
}

/** What one source told in one hour, with keys of one kind. */
type Lot = Pick<Booked, "workspace" | "source" | "last"> & {
  readonly trust: Trust;
  /** Epoch milliseconds at which the first of it came in. */
  readonly first: number;
  readonly lines: readonly string[];
  readonly bad: Told["bad"];
};

const HOUR = 3_600_000;

function lotsOf(told: readonly Told[]): Lot[] {
  const lots = new Map<string, { lines: string[]; bad: Told["bad"][number][] } & Lot>();
  for (const { workspace, source, trust: whose = trust.page, at, lines, bad } of told) {
    const key = JSON.stringify([workspace, source, whose, Math.floor(at / HOUR)]);
    const lot = lots.get(key) ?? {
      workspace,
      source,
      trust: whose,
      first: at,
      last: at,
      lines: [],
      bad: [],
    };
    lots.set(key, { ...lot, first: Math.min(lot.first, at), last: Math.max(lot.last, at) });
    for (const line of lines) lot.lines.push(line);
    for (const one of bad) lot.bad.push(one);
  }
  return [...lots.values()];
}

/** A journal has a name of its own: several processes may write into the same stores. */
async function idOf(folder: string): Promise<string> {
  const path = join(folder, "id");
  const known = await readFile(path, "utf8").catch(() => null);
  if (known !== null && known !== "") return known;
  const drawn = randomUUID();
  await writeFile(path, drawn, { flush: true });
  return drawn;
}
