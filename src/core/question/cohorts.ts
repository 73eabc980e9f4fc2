import { z } from "zod";
import { FLOOR } from "../evidence/floor.ts";
import { Rate, rate } from "../evidence/interval.ts";
import { Shown, TouchpointName } from "./answers.ts";

export const CohortUnit = z.enum(["month", "week"]);
export type CohortUnit = z.infer<typeof CohortUnit>;

/**
 * Who counts as having come back: `bracket`, whoever was seen in that very period; `unbounded`, whoever
 * was seen in it or later. The second is told of cohorts that were followed equally long, to the end:
 * of whoever is not back yet nobody knows that he won't be.
 */
export const CohortKind = z.enum(["bracket", "unbounded"]);
export type CohortKind = z.infer<typeof CohortKind>;

export const Cohort = z.strictObject({
  /** First day of the period in which these people were first seen. */
  from: z.string(),
  people: z.number().int(),
  /**
   * Who came back one period later, two, and so on, as far as that can be known: what lies after the last
   * period that is over is not there. Null under the floor.
   */
  cells: z.array(Rate.nullable()),
});
export type Cohort = z.infer<typeof Cohort>;

/** Whether people come back, by the period in which they were first seen. */
export const Cohorts = z.strictObject({
  unit: CohortUnit,
  kind: CohortKind,
  /** So many periods every cohort was followed; null where each is followed as far as the data goes. */
  followed: z.number().int().nullable(),
  /** Time zone of the periods. */
  zone: z.string(),
  /** What makes somebody seen first, and what counts as coming back; null = anything. */
  first: TouchpointName.nullable(),
  back: TouchpointName.nullable(),
  /** People in the cohorts: their sum. */
  people: z.number().int(),
  /** People first seen before the period of the filter, or before the oldest cohort that is listed. */
  before: z.number().int(),
  cohorts: z.array(Cohort),
  /** All cohorts of which a period is known, together: each weighs what its people count. */
  mean: z.array(Rate),
  shown: Shown,
});
export type Cohorts = z.infer<typeof Cohorts>;

/** People of one cohort who came back `since` periods later; with `since` 0 all of it. */
export type CohortCount = {
  /** Period by its number since the calendar began; 0 for those who are in no cohort. */
  readonly cohort: number;
  readonly since: number;
  readonly people: number;
};

export type CohortWindow = {
  readonly unit: CohortUnit;
  readonly last: number;
  readonly most: number;
  readonly whole: boolean;
};

/**
 * Cohorts from counts, oldest first, without holes; `last` is the last period that is over, and nothing
 * is told beyond it nor beyond `most` periods. With `whole` only of cohorts of which all of those are over.
 */
export function cohortsFrom(
  counts: readonly CohortCount[],
  { unit, last, most, whole }: CohortWindow,
): Pick<Cohorts, "people" | "before" | "cohorts" | "mean"> {
  const found = new Map<number, Map<number, number>>();
  let before = 0;
  for (const { cohort, since, people } of counts) {
    if (cohort === 0) before += people;
    else found.set(cohort, (found.get(cohort) ?? new Map<number, number>()).set(since, people));
  }
  const numbers = [...found.keys()];
  const first = Math.min(...numbers);
  const length = numbers.length === 0 ? 0 : Math.max(...numbers) - first + 1;
  const rows = Array.from({ length }, (_, nth) => {
    const own = found.get(first + nth);
    const over = Math.max(0, last - first - nth);
    const known = whole && over < most ? 0 : Math.min(most, over);
    const people = own?.get(0) ?? 0;
    const back = Array.from({ length: known }, (_unused, at) => own?.get(at + 1) ?? 0);
    return { from: firstDay(unit, first + nth), people, back };
  });
  const widest = Math.max(0, ...rows.map(({ back }) => back.length));
  return {
    people: rows.reduce((sum, { people }) => sum + people, 0),
    before,
    cohorts: rows.map(({ from, people, back }) => ({
      from,
      people,
      cells: back.map((count) => (people > 0 && people < FLOOR ? null : rate(count, people))),
    })),
    mean: Array.from({ length: widest }, (_, at) => {
      const known = rows.filter(({ back }) => back.length > at);
      return rate(
        known.reduce((sum, { back }) => sum + back[at]!, 0),
        known.reduce((sum, { people }) => sum + people, 0),
      );
    }),
  };
}

/** First day of a period by its number: months since year 0 (January of year 1 is 13), weeks from Monday since 1970. */
export function firstDay(unit: CohortUnit, number: number): string {
  const day =
    unit === "month"
      ? Date.UTC(Math.floor((number - 1) / 12), (number - 1) % 12, 1)
      : (number * 7 - 3) * 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
}
