/**
 * Does something over and over while the server runs: one round after the other. What fails is told, and
 * keeps no later round from beginning.
 */
export class Rounds implements AsyncDisposable {
  readonly #over = new AbortController();
  readonly #clock: NodeJS.Timeout;
  readonly #round: () => Promise<void>;
  readonly #report: (error: unknown) => void;
  #last: Promise<void> = Promise.resolve();

  /** `every`: milliseconds from one round to the next. */
  constructor(every: number, round: () => Promise<void>, report: (error: unknown) => void) {
    this.#round = round;
    this.#report = report;
    this.#clock = setInterval(() => void this.next(), every);
    this.#clock.unref();
  }

  /** Aborted once it is over; a round that is under way then ends as soon as it may. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /** A round beside those of the clock, behind the ones that wait; over when it is. */
  next(): Promise<void> {
    this.#last = this.#last.then(this.#round).catch(this.#report);
    return this.#last;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#clock);
    this.#over.abort();
    await this.#last;
  }
}
