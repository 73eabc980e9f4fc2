import { z } from "zod";
import { must } from "../../assert.ts";
import { Rate, rate, Z95 } from "../../evidence/interval.ts";
import { Shown, TouchpointName } from "../answers.ts";
import { Estimate } from "../towards.ts";
import { align, type Alignment } from "./align.ts";
import { shortest, type Group, type Stop } from "./model.ts";
import { Precision } from "./precision.ts";

export const FitTouchpoint = z.strictObject({
  id: z.string(),
  /** Journeys that go past without it, though the map says that all pass it. */
  skipped: Rate,
  /** Journeys that pass it again where the map has it once. */
  repeated: Rate,
  /** Journeys that pass it, but not where the map has it. */
  otherOrder: Rate,
  /** Journeys that ended before it. */
  notReached: Rate,
});
export type FitTouchpoint = z.infer<typeof FitTouchpoint>;

/** A touchpoint of the data that the map does not have. */
export const Undrawn = z.strictObject({
  touchpoint: TouchpointName,
  journeys: Rate,
  /** The drawn touchpoint that most often came last before it; null where it comes before all of them. */
  after: z.string().nullable(),
});
export type Undrawn = z.infer<typeof Undrawn>;

/** How a drawn map and the journeys of the data fit each other. */
export const Fit = z.strictObject({
  journeys: z.number().int(),
  /** Journeys that were laid along the map; the others take rare ways, or too long ones. */
  aligned: z.number().int(),
  /** 1 − what only one of them has, of all that could be (steps and the map's shortest way). */
  fitness: Estimate.nullable(),
  /** Journeys that go exactly as drawn. */
  perfect: Rate,
  /** 1 − ways that the map allows and nobody goes, of the ways it allows where customers are. */
  precision: z.number().nullable(),
  touchpoints: z.array(FitTouchpoint),
  /** Seen, not drawn: most journeys first. */
  undrawn: z.array(Undrawn),
  /** Drawn, never seen: bound to events that nobody made, or to none at all. */
  unseen: z.array(z.strictObject({ id: z.string(), bound: z.boolean() })),
  /** The routes over drawn touchpoints that fit worst, by what they cost all together. */
  worst: z.array(
    z.strictObject({
      steps: z.array(z.string()),
      journeys: z.number().int(),
      cost: z.number(),
      example: z.string(),
    }),
  ),
  shown: Shown,
});
export type Fit = z.infer<typeof Fit>;

/** Journeys that pass the same drawn touchpoints in the same order. */
export type Way = {
  /** Places of drawn touchpoints. */
  readonly path: readonly number[];
  readonly count: number;
  /** Their steps that nothing on the map claims: sum, and sum of squares. */
  readonly undrawn: number;
  readonly squares: number;
  /** How many of them have no such step. */
  readonly clean: number;
  readonly example: string;
};

type Told = Pick<Fit, "aligned" | "fitness" | "perfect" | "precision" | "touchpoints" | "worst">;

/** Longest path that is laid along a map: the work grows with its square. */
const LONGEST = 400;
const WORST = 10;

/** Lays every way along the map and adds up what deviates. */
export function fitOf(model: readonly Group[], ways: readonly Way[]): Told {
  const stops = model.flat();
  const at = new Map(stops.map((stop) => [stop.place, new Tally(stop)]));
  const sums = new Ratio();
  const precision = new Precision(model);
  const least = shortest(model);
  let aligned = 0;
  let perfect = 0;
  const costs: { way: Way; cost: number }[] = [];
  for (const way of ways) {
    if (way.path.length > LONGEST) continue;
    const found = align(model, way.path);
    aligned += way.count;
    if (found.cost === 0) perfect += way.clean;
    sums.add(way, found.cost, way.path.length + least);
    precision.add(found, way.count);
    for (const [place, what] of deviations(found)) at.get(place)?.add(what, way.count);
    costs.push({ way, cost: found.cost });
  }
  const id = (place: number) =>
    must(
      stops.find((stop) => stop.place === place),
      "a stop",
    ).id;
  return {
    aligned,
    fitness: sums.fitness(),
    perfect: rate(perfect, aligned),
    precision: precision.value(),
    touchpoints: [...at.values()].map((tally) => tally.told(aligned)),
    worst: costs
      .filter(({ cost }) => cost > 0)
      .toSorted((one, other) => other.cost * other.way.count - one.cost * one.way.count)
      .slice(0, WORST)
      .map(({ way, cost }) => ({
        steps: way.path.map(id),
        journeys: way.count,
        cost,
        example: way.example,
      })),
  };
}

type Deviation = "skipped" | "repeated" | "otherOrder" | "notReached";

/** What happened at each place, once a journey; what fits is left out. */
function deviations({ moves }: Alignment): Map<number, Deviation> {
  const both = new Set<number>();
  const extra = new Set<number>();
  for (const { kind, place } of moves) {
    if (kind === "both") both.add(place);
    if (kind === "log") extra.add(place);
  }
  const lastMet = moves.findLastIndex(({ kind }) => kind !== "map");
  const found = new Map<number, Deviation>();
  for (const place of extra) found.set(place, both.has(place) ? "repeated" : "otherOrder");
  for (const [nth, { kind, place }] of moves.entries())
    if (kind === "map" && !found.has(place))
      found.set(place, nth > lastMet ? "notReached" : "skipped");
  return found;
}

class Tally {
  readonly #stop: Stop;
  readonly #counts = { skipped: 0, repeated: 0, otherOrder: 0, notReached: 0 };

  constructor(stop: Stop) {
    this.#stop = stop;
  }

  add(what: Deviation, journeys: number): void {
    this.#counts[what] += journeys;
  }

  told(n: number): FitTouchpoint {
    const { skipped, repeated, otherOrder, notReached } = this.#counts;
    return {
      id: this.#stop.id,
      skipped: rate(skipped, n),
      repeated: rate(repeated, n),
      otherOrder: rate(otherOrder, n),
      notReached: rate(notReached, n),
    };
  }
}

/** Sums behind 1 − Σ cost / Σ most, and its interval by the delta method for a ratio of means. */
class Ratio {
  #cost = 0;
  #most = 0;
  #cost2 = 0;
  #most2 = 0;
  #both = 0;

  /** Journeys cost `fixed` and at most `base`, each more by its undrawn steps. */
  add({ count, undrawn, squares }: Way, fixed: number, base: number): void {
    this.#cost += count * fixed + undrawn;
    this.#most += count * base + undrawn;
    this.#cost2 += count * fixed ** 2 + 2 * fixed * undrawn + squares;
    this.#most2 += count * base ** 2 + 2 * base * undrawn + squares;
    this.#both += count * fixed * base + (fixed + base) * undrawn + squares;
  }

  fitness(): Estimate | null {
    if (this.#most === 0) return null;
    const share = this.#cost / this.#most;
    const variance = this.#cost2 - 2 * share * this.#both + share * share * this.#most2;
    const spread = (Z95 * Math.sqrt(Math.max(0, variance))) / this.#most;
    return {
      value: 1 - share,
      low: Math.max(0, 1 - share - spread),
      high: Math.min(1, 1 - share + spread),
    };
  }
}
