import { z } from "zod";
import { Rate, rate } from "../../evidence/interval.ts";
import { bindTouchpoints } from "../../map/binding.ts";
import { Channel, Ownership, type Journey } from "../../map/journey.ts";
import type { TouchpointName } from "../answers.ts";

export const Rung = z.enum(["suspect", "prospect", "customer", "client", "supporter", "advocate"]);
export type Rung = z.infer<typeof Rung>;

const LadderFlow = z.strictObject({
  /** Null: seen for the first time. */
  from: Rung.nullable(),
  to: Rung,
  people: z.number().int(),
  /** Of those who stood on `from` when the period began; null for newcomers. */
  share: Rate.nullable(),
});

export const LadderPeriod = z.strictObject({
  /** First day, and the first day after it. */
  from: z.string(),
  to: z.string(),
  /** The data ends within it: it can still grow. */
  open: z.boolean(),
  /** People by the highest rung they ever reached, at the end of the period, in the order of the rungs. */
  standing: z.array(z.number().int()),
  flows: z.array(LadderFlow),
});
export type LadderPeriod = z.infer<typeof LadderPeriod>;

/** The ladder from suspect to advocate, and who climbed it when. */
export const Ladder = z.strictObject({
  /** What stands for each rung on the map, and whether the data knows it. */
  rungs: z.array(
    z.strictObject({
      rung: Rung,
      touchpoints: z.array(
        z.strictObject({
          title: z.string(),
          channel: Channel.nullable(),
          ownership: Ownership.nullable(),
          measured: z.boolean(),
        }),
      ),
    }),
  ),
  periods: z.array(LadderPeriod),
});
export type Ladder = z.infer<typeof Ladder>;

/** Rungs of a map, and the rung (from 1) of each touchpoint of the data; null where it has no stages. */
export function rungsOf(
  map: Journey,
  found: readonly TouchpointName[],
): { rungs: Ladder["rungs"]; rungOf: ReadonlyMap<number, number> } | null {
  const codes = new Map(bindTouchpoints(map, found).map((each) => [each.id, each.codes]));
  const drawn = map.episodes.flatMap(({ touchpoints }) => touchpoints);
  if (!drawn.some(({ stage }) => stage !== undefined)) return null;
  const rungOf = new Map<number, number>();
  const rungs = Rung.options.map((rung, nth) => ({
    rung,
    touchpoints: drawn
      .filter(({ stage }) => stage === rung)
      .map(({ id, title, channel = null, ownership = null }) => {
        const own = codes.get(id) ?? [];
        for (const code of own) rungOf.set(code, nth + 1);
        return { title, channel, ownership, measured: own.length > 0 };
      }),
  }));
  return { rungs, rungOf };
}

/**
 * The touchpoints that are buying by a map: the first of those on the customer rung, with which one
 * becomes a customer, and the last of those on the client rung, with which one buys again.
 */
export function buyingOn(map: Journey, found: readonly TouchpointName[]): number[] {
  const bound = new Map(bindTouchpoints(map, found).map((each) => [each.id, each.codes]));
  const drawn = map.episodes
    .flatMap(({ touchpoints }) => touchpoints)
    .map(({ id, stage }) => ({ stage, codes: bound.get(id) ?? [] }))
    .filter(({ codes }) => codes.length > 0);
  const first = drawn.find(({ stage }) => stage === "customer");
  const again = drawn.findLast(({ stage }) => stage === "client");
  return [...(first?.codes ?? []), ...(again?.codes ?? [])];
}

/** People who stood on a rung (0 = not seen yet) when a period began, and on which when it ended. */
export type Climb = {
  readonly period: number;
  readonly from: number;
  readonly to: number;
  readonly people: number;
};

/** What each period did to the ladder: who stood on a rung then, less who left it, and who came. */
export function ladderPeriods(
  bounds: readonly Pick<LadderPeriod, "from" | "to" | "open">[],
  climbs: readonly Climb[],
): LadderPeriod[] {
  return bounds.map((bound, period) => {
    const own = climbs.filter((each) => each.period === period);
    const sum = (of: (each: Climb) => boolean) =>
      own.reduce((all, each) => (of(each) ? all + each.people : all), 0);
    return {
      ...bound,
      standing: Rung.options.map((_, nth) => sum(({ to }) => to === nth + 1)),
      flows: own
        .filter(({ from, to }) => from !== to)
        .map(({ from, to, people }) => ({
          from: Rung.options[from - 1] ?? null,
          to: Rung.options[to - 1]!,
          people,
          share:
            from === 0
              ? null
              : rate(
                  people,
                  sum((each) => each.from === from),
                ),
        })),
    };
  });
}
