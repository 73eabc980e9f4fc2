import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply } from "./apply.ts";
import { anyIntent, commandFor } from "./command.arbitrary.ts";
import { difference } from "./difference.ts";
import { writeJourney } from "./file.ts";
import { anyJourney } from "./journey.arbitrary.ts";
import { Journey } from "./journey.ts";

const slow = { timeout: 60_000 };

function made(a: Journey, b: Journey): string {
  const applied = apply(a, difference(a, b));
  if (!applied.ok) throw new Error(`Refused: ${JSON.stringify(applied.why)}`);
  return writeJourney(applied.journey);
}

describe("the difference between two journeys", () => {
  test("makes the one the other, to the byte", slow, () => {
    fc.assert(
      fc.property(anyJourney, anyJourney, (a, b) => {
        expect(made(a, b)).toBe(writeJourney(b));
      }),
      { numRuns: 150 },
    );
  });

  test("makes a journey what any commands made of it, and takes that back", slow, () => {
    fc.assert(
      fc.property(
        anyJourney,
        anyJourney,
        fc.array(anyIntent, { minLength: 1, maxLength: 12, size: "max" }),
        (a, donor, intents) => {
          const b = intents.reduce((now, intent, at) => {
            const applied = apply(now, commandFor(now, donor, intent, `n${at}`));
            return applied.ok ? applied.journey : now;
          }, a);
          expect(made(a, b)).toBe(writeJourney(b));
          expect(made(b, a)).toBe(writeJourney(a));
        },
      ),
      { numRuns: 100 },
    );
  });

  test("of a journey with itself is nothing", () => {
    fc.assert(
      fc.property(anyJourney, (a) => {
        expect(difference(a, a)).toEqual({ do: "all", commands: [] });
      }),
    );
  });

  test("leaves the first its own id", () => {
    const exceptions = [{ id: "ex_a", rule: "no-goal", at: "jo_b", reason: "Later" }];
    const other = { ...base, id: "jo_b", exceptions };
    expect(made(base, other)).toBe(
      writeJourney({ ...other, id: "jo_a", exceptions: [{ ...exceptions[0]!, at: "jo_a" }] }),
    );
  });

  test("is as short as what was done", () => {
    const [episode] = base.episodes;
    const [a, b, c] = episode!.touchpoints;
    const touchpoints = [c!, a!, { ...b!, questions: { why: "To know", who: "Me" } }];
    expect(difference(base, { ...base, episodes: [{ ...episode!, touchpoints }] })).toEqual({
      do: "all",
      commands: [
        { do: "move", at: "tp_c", to: "ep_one", after: null },
        { do: "set", at: "tp_b", field: "questions.why", from: "To see", to: "To know" },
      ],
    });
  });
});

const base = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "A",
  episodes: [
    {
      id: "ep_one",
      title: "One",
      touchpoints: [
        { id: "tp_a", title: "I ask" },
        { id: "tp_b", title: "I wait", questions: { who: "Me", why: "To see" } },
        { id: "tp_c", title: "I pay" },
      ],
    },
  ],
});
