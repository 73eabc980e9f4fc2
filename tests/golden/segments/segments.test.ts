import { expect, test } from "vitest";
import { z } from "zod";
import { adjustedRand } from "../../../src/core/question/segments/rand-index.fixture.ts";
import { scopeOf } from "../../../src/engine/question/filter.ts";
import { segments } from "../../../src/engine/question/segments/segments.ts";
import { openDemo, type Demo } from "../demo/demo-set.ts";

/**
 * The planted personas are found by what customers are and do: nothing tells the method who they are.
 * In the suite for two small sets; `SPOOR_SEEDS=10 SPOOR_CUSTOMERS=1500,5000,20000` for more.
 */
const seeds = Number(process.env["SPOOR_SEEDS"] ?? 2);
const sizes = (process.env["SPOOR_CUSTOMERS"] ?? "1500").split(",").map(Number);

const sets = sizes.flatMap((customers) =>
  Array.from({ length: seeds }, (_, nth) => ({ customers, seed: nth + 1 })),
);

const Owner = z.object({ person: z.string() });

/** The people of whom a journey fits a filter. */
async function peopleWith(demo: Demo, attributes: Record<string, string[]>): Promise<Set<string>> {
  const scope = await scopeOf(demo.engine, demo.ask({ attributes }));
  const rows = await demo.engine.analysis.rows(
    Owner,
    `SELECT DISTINCT toString(person) AS person FROM ${scope.journeys}`,
    scope.parameters,
  );
  return new Set(rows.map(({ person }) => person));
}

test.each(sets)(
  "$customers customers, seed $seed",
  async ({ customers, seed }) => {
    const demo = await openDemo(customers, seed);
    try {
      const found = await segments(demo.engine, demo.ask(), null, []);
      const everybody = await peopleWith(demo, {});
      const kinds = await Promise.all(
        found.proposals.map(({ predicate }) => peopleWith(demo, predicate)),
      );
      const people = await demo.people();
      const planted: string[] = [];
      const told: string[] = [];
      for (const { persona, identifiers } of demo.truth.people) {
        const persons = new Set(identifiers.flat().map((identifier) => people.get(identifier)));
        const person = [...persons].find((each) => each !== undefined && everybody.has(each));
        if (person === undefined) continue;
        planted.push(persona);
        // Who fits several, or none, was not placed: they count as one more kind.
        const fits = kinds.flatMap((kind, nth) => (kind.has(person) ? [String(nth)] : []));
        told.push(fits.length === 1 ? fits[0]! : "none");
      }
      const index = adjustedRand(planted, told);
      console.log(
        `${customers}/${seed}: ${index.toFixed(3)} of ${planted.length}, unplaced ${found.unplaced.count}`,
        found.proposals.map(({ predicate, size, differences, compared }) =>
          JSON.stringify([predicate, size.count, differences.length, compared]),
        ),
      );
      if (process.env["SPOOR_TOLD"])
        for (const { predicate, differences } of found.proposals)
          console.log(
            JSON.stringify(predicate),
            differences.map(
              (each) =>
                `${each.what} ${each.from?.event ?? ""} → ${each.to?.event ?? ""} ${each.score?.name ?? ""}: ${each.one.value.toFixed(3)} / ${each.other.value.toFixed(3)} (${each.effect.value.toFixed(2)}, q ${each.q.toExponential(1)})`,
            ),
          );
      expect(planted.length).toBeGreaterThan(0.7 * customers);
      expect(index).toBeGreaterThanOrEqual(0.8);
      // Each says who he is by what the filter can say, and has the size that the filter then shows.
      for (const { predicate, size, differences } of found.proposals) {
        const again = await segments(demo.engine, demo.ask({ attributes: predicate }), null, []);
        expect(again.shown.journeys).toBe(size.count);
        expect(differences.length).toBeGreaterThan(0);
      }
    } finally {
      await demo.stores[Symbol.asyncDispose]();
    }
  },
  600_000,
);
