/** Lets somebody do a thing so many times in a stretch of time, and no more. */
export class Pace {
  readonly #most: number;
  readonly #stretch: number;
  readonly #done = new Map<string, { begin: number; count: number }>();

  /** `stretch` in milliseconds. */
  constructor(most: number, stretch: number) {
    this.#most = most;
    this.#stretch = stretch;
  }

  /** May `who` do it once more at `now`? Counts as done when he may. */
  allows(who: string, now: number): boolean {
    const current = this.#done.get(who);
    if (!current || now - current.begin >= this.#stretch) {
      this.#forget(now);
      this.#done.set(who, { begin: now, count: 1 });
      return true;
    }
    current.count += 1;
    return current.count <= this.#most;
  }

  #forget(now: number): void {
    for (const [who, { begin }] of this.#done)
      if (now - begin >= this.#stretch) this.#done.delete(who);
  }
}
