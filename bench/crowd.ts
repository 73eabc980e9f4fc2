import { Chance } from "../src/core/demo/chance.ts";

/** Visitors when it begins, and how many events bring one more. */
const FIRST = 2_000;
const EACH = 20;
const STEPS = 30;

/**
 * Visitors of a site: every so many events a new one comes; who came lately comes more often. Two in
 * five sign in at some time, and are known from there on; some come back on another device.
 */
export class Crowd {
  #told = 0;
  readonly #chance = new Chance(20_261_130, 1);

  get size(): number {
    return FIRST + Math.floor(this.#told / EACH);
  }

  /** The body of a request with the next events. */
  batch(events: number, now: number): string {
    const sentAt = new Date(now).toISOString();
    return JSON.stringify({ sentAt, batch: Array.from({ length: events }, () => this.#call(now)) });
  }

  #call(now: number) {
    const chance = this.#chance;
    this.#told += 1;
    const nr = this.#told;
    const back = Math.min(1, -Math.log(1 - chance.unit()) / 5);
    const visitor = Math.floor((this.size - 1) * (1 - back));
    const signs = visitor % 5 < 2;
    const elsewhere = visitor % 10 === 0 && chance.hit(0.3);
    const known = signs && (elsewhere || chance.hit(0.7));
    const base = {
      messageId: `s-${nr}-7f0c`,
      anonymousId: elsewhere ? `c-${visitor}-b` : `c-${visitor}`,
      ...(known ? { userId: `klant-${visitor}` } : {}),
      timestamp: new Date(now - Math.floor(chance.unit() * 2_000)).toISOString(),
      context: { library: { name: "bench", version: "1" }, locale: "nl-NL" },
    };
    return {
      ...base,
      type: "track",
      event: `Step ${Math.floor(STEPS * chance.unit() * chance.unit())}`,
      properties: { plan: visitor % 3 === 0 ? "green" : "grey", amount: nr % 100 },
    };
  }
}
