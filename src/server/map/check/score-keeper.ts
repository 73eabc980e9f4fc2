import { judge, type CheckParts } from "./judge.ts";
import { markScored, recordScores, unscoredMaps } from "./store.ts";
import { Rounds } from "../../rounds.ts";

/** How long a map is left alone after a change, in milliseconds. */
const QUIET = 5000;
/** How often one looks for maps to be judged, in milliseconds, and how many are taken at a time. */
const LOOK = 20_000;
const MOST = 20;

type Parts = CheckParts & {
  readonly now: () => number;
  /** Is told of what fails while nobody waits for it. */
  readonly report: (error: unknown) => void;
};

/**
 * Keeps how healthy maps are: after each change, once it has become quiet, and once a day, since time
 * and data go on while a map stays as it is.
 */
export class ScoreKeeper implements AsyncDisposable {
  readonly #parts: Parts;
  readonly #rounds: Rounds;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#rounds = new Rounds(LOOK, () => this.look(), parts.report);
  }

  /** Judges the maps whose time has come. */
  async look(): Promise<void> {
    const { documents, now } = this.#parts;
    const at = new Date(now()).toISOString();
    const day = at.slice(0, 10);
    const quiet = new Date(now() - QUIET).toISOString();
    for (const place of await unscoredMaps(documents, { quiet, day, most: MOST })) {
      if (this.#rounds.signal.aborted) return;
      try {
        const { scores } = await judge(this.#parts, place, day, this.#rounds.signal);
        await recordScores(documents, place, { day, scores }, at);
      } catch (error) {
        if (this.#rounds.signal.aborted) return;
        // One map that cannot be judged does not keep the others waiting.
        await markScored(documents, place, at);
        this.#parts.report(error);
      }
    }
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.#rounds[Symbol.asyncDispose]();
  }
}
