import { writeJourney } from "../../core/map/file.ts";
import type { Journey } from "../../core/map/journey.ts";
import type { Clean } from "../../core/map/redact.ts";
import type { Documents } from "../documents/documents.ts";
import { putBack, saveMap, takenIds } from "../documents/map.ts";
import { Drawing } from "./drawing.ts";
import { newAuthor } from "./new-author.ts";

/** After how long without a change the body is written, in milliseconds. */
const SETTLE = 5000;
/** After how long without a change a version is kept and the map is closed, in milliseconds. */
const PAUSE = 10 * 60_000;
/** How often one looks for what other processes did, in milliseconds. */
const LOOK = 1000;

type Open = { readonly drawing: Promise<Drawing>; seen: number; rest: number; touched: number };

export type DeskParts = {
  readonly documents: Documents;
  readonly now: () => number;
  /** Do other processes work on the same documents? */
  readonly shared: boolean;
  /** Is told of what fails while nobody waits for it. */
  readonly report: (error: unknown) => void;
};

/** The maps that are open, each once. */
export class Desk implements AsyncDisposable {
  readonly #parts: DeskParts;
  readonly #open = new Map<string, Open>();
  /** What was taken out of the maps of each workspace while this process runs; kept in memory alone. */
  readonly #cleaned = new Map<number, Clean[]>();
  readonly #tending: NodeJS.Timeout;
  #tended: Promise<void> = Promise.resolve();

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#tending = setInterval(() => {
      this.#tended = this.#tended.then(() => this.#tend()).catch(parts.report);
    }, LOOK);
    this.#tending.unref();
  }

  /** A map, opened when it is not open; rejects with `not-found`. */
  async drawing(workspace: number, map: string): Promise<Drawing> {
    const key = `${workspace}/${map}`;
    const known = this.#open.get(key);
    if (known) {
      known.touched = this.#parts.now();
      const drawing = await known.drawing;
      if (this.#parts.shared) await drawing.catchUp();
      return drawing;
    }
    const { documents, now } = this.#parts;
    const drawing = this.#opened(workspace, Drawing.open(documents, { workspace, map }, now));
    this.#open.set(key, { drawing, seen: -1, rest: now(), touched: now() });
    try {
      return await drawing;
    } catch (error) {
      this.#open.delete(key);
      throw error;
    }
  }

  /** From here on nobody brings these words into a map of the workspace, by taking back what he did or by coming late. */
  async guard(workspace: number, clean: Clean): Promise<void> {
    this.#cleaned.set(workspace, [...(this.#cleaned.get(workspace) ?? []), clean]);
    for (const [key, open] of this.#open) {
      const drawing = await open.drawing.catch(() => null);
      if (key.startsWith(`${workspace}/`)) drawing?.guard(clean);
    }
  }

  /** A map as it is now; rejects with `not-found`. */
  async journey(workspace: number, map: string): Promise<Journey> {
    return (await this.drawing(workspace, map)).journey;
  }

  /** Stores a map: a new one, or in place of what is drawn, which those who draw see happen. */
  async put(workspace: number, journey: Journey, author: string): Promise<void> {
    const { documents } = this.#parts;
    const { id, title } = journey;
    if ((await takenIds(documents, workspace)).includes(id)) {
      await putBack(documents, workspace, id);
      const drawing = await this.drawing(workspace, id);
      await drawing.become(newAuthor(author), journey);
    } else {
      await saveMap(documents, workspace, { id, title, body: writeJourney(journey), author });
    }
  }

  /** Puts a map away, with all that happened to it on disk; who follows it is let go. */
  async close(workspace: number, map: string): Promise<void> {
    const key = `${workspace}/${map}`;
    const known = this.#open.get(key);
    if (!known) return;
    this.#open.delete(key);
    const drawing = await known.drawing;
    drawing.audience.end();
    await drawing.settle();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#tending);
    await this.#tended;
    for (const key of this.#open.keys()) {
      const [workspace = "", map = ""] = key.split("/");
      await this.close(Number(workspace), map);
    }
  }

  async #opened(workspace: number, opening: Promise<Drawing>): Promise<Drawing> {
    const guards = this.#cleaned.get(workspace) ?? [];
    const drawing = await opening;
    for (const clean of guards) drawing.guard(clean);
    return drawing;
  }

  async #tend(): Promise<void> {
    const { now, shared } = this.#parts;
    for (const [key, open] of this.#open) {
      // One that could not be opened was told to who asked for it.
      const drawing = await open.drawing.catch(() => null);
      if (drawing === null) continue;
      if (shared && drawing.audience.size > 0) await drawing.catchUp();
      if (drawing.seq !== open.seen) {
        open.seen = drawing.seq;
        open.rest = now();
      }
      const quiet = now() - open.rest;
      if (quiet >= SETTLE && !drawing.settled) await drawing.settle();
      if (quiet < PAUSE || now() - open.touched < PAUSE) continue;
      open.rest = now();
      await drawing.pause();
      if (drawing.audience.size > 0 || now() - open.touched < PAUSE) continue;
      const [workspace = "", map = ""] = key.split("/");
      await this.close(Number(workspace), map);
    }
  }
}
