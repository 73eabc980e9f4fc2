import fc from "fast-check";
import { expect, test } from "vitest";
import { ladderPeriods } from "./ladder.ts";
import { loyaltyFrom, Standing, standingOf, type Stood } from "./loyalty.ts";

const bounds = [
  { from: "2025-01-01T00:00:00.000Z", to: "2025-07-01T00:00:00.000Z" },
  { from: "2025-07-01T00:00:00.000Z", to: "2026-01-01T00:00:00.000Z" },
] as const;

test("a corner takes both, silence is no corner, and nobody who was not seen is told to dislike it", () => {
  expect([
    standingOf(true, true, true),
    standingOf(true, false, true),
    standingOf(true, true, false),
    standingOf(true, false, false),
    standingOf(true, true, null),
    standingOf(false, false, null),
  ]).toEqual(["true", "latent", "spurious", "none", "unmeasured", "away"]);
});

test("rows of moves add up to the people of the first period, columns to those of the second", () => {
  const one = fc.record({
    first: fc.constantFrom(...Standing.options),
    second: fc.constantFrom(...Standing.options),
    people: fc.nat(500),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 40 }), (some) => {
      const stood = some.map((each): Stood => ({ ...each, boughtFirst: 0, boughtSecond: 0 }));
      const { moves, periods } = loyaltyFrom(stood, bounds);
      const seen = (at: 0 | 1) =>
        moves.reduce(
          (sum, { from, to }) =>
            to.reduce(
              (all, { corner, share }) =>
                (at === 0 ? from : corner) === "away" ? all : all + share.count,
              sum,
            ),
          0,
        );
      expect([seen(0), seen(1)]).toEqual([periods[0].people, periods[1].people]);
      for (const { people, to } of moves)
        expect(to.reduce((sum, { share }) => sum + share.count, 0)).toBe(people);
      for (const period of periods)
        expect(period.corners.every(({ share }) => share.n === period.measured.count)).toBe(true);
    }),
  );
});

test("whoever climbs is told of those who stood below him, and newcomers of nobody", () => {
  const [period] = ladderPeriods(
    [{ from: "2025-01-01", to: "2025-04-01", open: false }],
    [
      { period: 0, from: 0, to: 2, people: 10 },
      { period: 0, from: 2, to: 2, people: 60 },
      { period: 0, from: 2, to: 3, people: 40 },
      { period: 0, from: 3, to: 3, people: 5 },
    ],
  );
  expect(period?.standing).toEqual([0, 70, 45, 0, 0, 0]);
  expect(period?.flows.map(({ from, to, people, share }) => [from, to, people, share?.n])).toEqual([
    [null, "prospect", 10, undefined],
    ["prospect", "customer", 40, 100],
  ]);
});
