import { must } from "../assert.ts";

/** Mixes 32 bits so that neighbours end far apart; every input has its own output. */
export function scramble(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** A stream of chance (mulberry32) that its keys decide: the same keys, the same stream, everywhere. */
export class Chance {
  #state: number;

  constructor(...keys: readonly number[]) {
    this.#state = keys.reduce((state, key) => scramble(state ^ scramble(key + 0x9e3779b9)), 1);
  }

  /** A number in [0, 1). */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  hit(probability: number): boolean {
    return this.unit() < probability;
  }

  between(low: number, high: number): number {
    return low + this.unit() * (high - low);
  }

  /** A duration in [low, high), in whole milliseconds. */
  span(low: number, high: number): number {
    return Math.floor(this.between(low, high));
  }

  /** A whole number in [0, count). */
  whole(count: number): number {
    return Math.floor(this.unit() * count);
  }

  pick<T>(list: readonly T[]): T {
    return must(list[this.whole(list.length)], "a choice from an empty list");
  }

  /** Picks an index by weight. */
  weighted(weights: readonly number[]): number {
    let left = this.unit() * weights.reduce((sum, weight) => sum + weight, 0);
    const index = weights.findIndex((weight) => (left -= weight) < 0);
    return index < 0 ? weights.length - 1 : index;
  }

  /** Mean 0, deviation 1, nearly normal (a sum of four), never beyond ±3.5. */
  bell(): number {
    return (this.unit() + this.unit() + this.unit() + this.unit() - 2) * Math.sqrt(3);
  }

  /** A duration around its median, skewed as waits are: `spread` is the deviation of its logarithm. */
  around(median: number, spread = 0.6): number {
    return Math.round(median * Math.exp(spread * this.bell()));
  }
}
