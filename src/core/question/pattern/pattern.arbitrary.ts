import fc from "fast-check";
import { MOST_PLACES, spanUnits, type Expression } from "./expression.ts";

/** Patterns over these labels, of all that the language can say. */
export function expressionOf(labels: readonly string[]): fc.Arbitrary<Expression> {
  const some = (least: number) =>
    fc.uniqueArray(fc.constantFrom(...labels), { minLength: least, maxLength: 2 });
  const what = fc.oneof(
    { weight: 6, arbitrary: some(1).map((own) => ({ labels: own, but: false })) },
    { weight: 1, arbitrary: some(1).map((own) => ({ labels: own, but: true })) },
    { weight: 1, arbitrary: fc.constant({ labels: [], but: true }) },
  );
  const part = fc
    .record({
      what,
      direct: fc.boolean(),
      times: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 3 })),
      row: fc.boolean(),
    })
    .map((each) => ({ ...each, row: each.row && each.times > 1 }));
  const none = { weight: 3, arbitrary: fc.constant<string[]>([]) };
  return fc
    .record({
      starts: fc.integer({ max: 4, min: 0 }).map((n) => n === 0),
      parts: fc.array(part, { minLength: 1, maxLength: 4 }),
      ends: fc.integer({ max: 4, min: 0 }).map((n) => n === 0),
      within: fc.option(
        fc.record({ amount: fc.integer({ min: 1, max: 12 }), unit: fc.constantFrom(...spanUnits) }),
        { freq: 2 },
      ),
      without: fc.oneof(none, some(1)),
      unpreceded: fc.oneof(none, some(1)),
      unfollowed: fc.oneof(none, some(1)),
    })
    .map((each) => ({
      ...each,
      parts: each.parts.map((one, nth) => (nth === 0 ? { ...one, direct: false } : one)),
    }))
    .filter(({ parts }) => parts.reduce((sum, { times }) => sum + times, 0) <= MOST_PLACES);
}
