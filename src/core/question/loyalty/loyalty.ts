import { z } from "zod";
import { Rate, rate } from "../../evidence/interval.ts";
import { Shown, TouchpointName } from "../answers.ts";
import { Ladder } from "./ladder.ts";

/**
 * Where a customer stands in one period (Dick & Basu 1994, relative attitude × repeat patronage). Whoever
 * was seen and said nothing is `unmeasured`; whoever was not seen at all is `away`.
 */
export const Standing = z.enum(["true", "latent", "spurious", "none", "unmeasured", "away"]);
export type Standing = z.infer<typeof Standing>;
export const corners = ["true", "latent", "spurious", "none"] as const satisfies Standing[];

const Corner = z.strictObject({ corner: Standing, share: Rate });

export const LoyaltyPeriod = z.strictObject({
  /** Instants, ISO; the second is not in it. */
  from: z.string(),
  to: z.string(),
  /** People who were seen, and of these who said how they like it. */
  people: z.number().int(),
  measured: Rate,
  /** People in each corner, of those who said so. */
  corners: z.array(Corner),
  /** People who bought, of those who were seen and of those who said nothing. */
  bought: Rate,
  boughtUnmeasured: Rate,
});
export type LoyaltyPeriod = z.infer<typeof LoyaltyPeriod>;

export const LoyaltyMove = z.strictObject({
  from: Standing,
  /** People who stood here in the first period. */
  people: z.number().int(),
  /** Where they stand in the second, of all of them. */
  to: z.array(Corner),
});
export type LoyaltyMove = z.infer<typeof LoyaltyMove>;

/** Who keeps buying and who keeps appreciating, how people move between these, and up the ladder. */
export const Loyalty = z.strictObject({
  buying: z.strictObject({
    touchpoints: z.array(TouchpointName),
    /** Who said that these are buying: asked, by the stages of the first map, or where most journeys end. */
    by: z.enum(["asked", "map", "ends"]),
    /** So many times in a period, at least. */
    least: z.number().int(),
  }),
  attitude: z.strictObject({
    /** Scores that were given, by name. */
    scores: z.array(z.string()),
    /** The mean of somebody's scores, each on 0 … 1 of its scale, is at least this. */
    least: z.number(),
  }),
  periods: z.tuple([LoyaltyPeriod, LoyaltyPeriod]),
  moves: z.array(LoyaltyMove),
  ladder: Ladder.nullable(),
  /** Time zone of the quarters of the ladder. */
  zone: z.string(),
  shown: Shown,
});
export type Loyalty = z.infer<typeof Loyalty>;

/** How many people stood here in the one period and there in the other, and whether they bought. */
export type Stood = {
  readonly first: Standing;
  readonly second: Standing;
  readonly boughtFirst: number;
  readonly boughtSecond: number;
  readonly people: number;
};

/** Where somebody stands who was seen so often, bought or not, and whose mean score is known or not. */
export function standingOf(seen: boolean, buys: boolean, likes: boolean | null): Standing {
  if (!seen) return "away";
  if (likes === null) return "unmeasured";
  if (likes) return buys ? "true" : "latent";
  return buys ? "spurious" : "none";
}

type Bounds = Pick<LoyaltyPeriod, "from" | "to">;

/**
 * Quadrants of two periods and the moves between them, of people who were seen in either. Every row of
 * moves adds up to its people; that of `away` holds those who are new in the second period.
 */
export function loyaltyFrom(
  everybody: readonly Stood[],
  bounds: readonly [Bounds, Bounds],
): Pick<Loyalty, "periods" | "moves"> {
  const stood = everybody.filter(({ first, second }) => first !== "away" || second !== "away");
  const count = (of: (one: Stood) => boolean, what: (one: Stood) => number = (one) => one.people) =>
    stood.reduce((sum, one) => (of(one) ? sum + what(one) : sum), 0);
  const period = (at: 0 | 1): LoyaltyPeriod => {
    const here = (one: Stood) => (at === 0 ? one.first : one.second);
    const bought = (one: Stood) => (at === 0 ? one.boughtFirst : one.boughtSecond);
    const people = count((one) => here(one) !== "away");
    const silent = count((one) => here(one) === "unmeasured");
    const measured = people - silent;
    return {
      ...bounds[at],
      people,
      measured: rate(measured, people),
      corners: corners.map((corner) => ({
        corner,
        share: rate(
          count((one) => here(one) === corner),
          measured,
        ),
      })),
      bought: rate(
        count((one) => here(one) !== "away", bought),
        people,
      ),
      boughtUnmeasured: rate(
        count((one) => here(one) === "unmeasured", bought),
        silent,
      ),
    };
  };
  return {
    periods: [period(0), period(1)],
    moves: Standing.options.map((from) => {
      const people = count((one) => one.first === from);
      return {
        from,
        people,
        to: Standing.options.map((corner) => ({
          corner,
          share: rate(
            count((one) => one.first === from && one.second === corner),
            people,
          ),
        })),
      };
    }),
  };
}
