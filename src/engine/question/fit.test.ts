import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { must } from "../../core/assert.ts";
import { bindTouchpoints } from "../../core/map/binding.ts";
import type { Journey } from "../../core/map/journey.ts";
import { align } from "../../core/question/fit/align.ts";
import { cheapest } from "../../core/question/fit/align.oracle.ts";
import { modelOf, shortest } from "../../core/question/fit/model.ts";
import { readTouchpoints } from "../event/touchpoint.ts";
import { draftMap } from "../map/draft.ts";
import type { Engine } from "../port.ts";
import { fit } from "./fit.ts";
import { logs, openLogs, present, read, type OpenLogs } from "./logs.fixture.ts";

describe.skipIf(!present)("a drawn map and real logs", () => {
  let opened: OpenLogs;
  let engine: Engine;
  beforeAll(async () => {
    opened = await openLogs();
    engine = opened.engine;
  }, 60_000);
  afterAll(() => opened[Symbol.asyncDispose](), 60_000);

  /** What a team might have drawn: strict, as drafted; and with liberties. */
  const variants: Record<string, (journey: Journey) => Journey> = {
    strict: (journey) => journey,
    "with liberties": (journey) => ({
      ...journey,
      episodes: journey.episodes.map((episode, nth) => ({
        ...episode,
        anyOrder: nth % 2 === 1,
        touchpoints: episode.touchpoints.map((each, place) => ({
          ...each,
          optional: place % 2 === 0,
          repeats: place % 3 === 0,
        })),
      })),
    }),
    "with parts missing": (journey) => ({
      ...journey,
      episodes: journey.episodes.map((episode, nth) => ({
        ...episode,
        touchpoints: episode.touchpoints.filter((_, place) => (place + nth) % 3 !== 0),
      })),
    }),
  };

  const cases = logs.flatMap(({ ws, name }) =>
    Object.keys(variants).map((variant) => ({ ws, name, variant })),
  );
  test.each(cases)(
    "$name, drawn $variant: every cost and figure",
    async ({ ws, name, variant }) => {
      const asked = { ws, filter: {}, segments: {} };
      const drafted = await draftMap(engine, asked, {
        title: "Draft",
        language: "en",
      });
      const journey = variants[variant]!(drafted);
      const answer = await fit(engine, asked, journey);

      const names = await readTouchpoints(engine.lookup, ws);
      const bound = bindTouchpoints(journey, names);
      const model = modelOf(journey, bound);
      const placeOf = new Map(
        bound.flatMap(({ codes }, nth) =>
          codes.map((code) => [
            must(
              names.find((each) => each.code === code),
              "a name",
            ).event,
            nth + 1,
          ]),
        ),
      );
      const known = new Map<string, { cost: number; length: number }>();
      let cost = 0;
      let most = 0;
      let perfect = 0;
      let short = 0;
      for (const { steps } of read(name)) {
        const path = steps.flatMap(({ event }) => placeOf.get(event) ?? []);
        const other = steps.length - path.length;
        const key = path.join(" ");
        let found = known.get(key);
        if (!found) {
          found = { cost: align(model, path).cost, length: path.length };
          known.set(key, found);
          if (path.length <= 12) {
            short += 1;
            expect([key, found.cost]).toEqual([key, cheapest(model, path)]);
          }
        }
        cost += found.cost + other;
        most += path.length + shortest(model) + other;
        if (found.cost + other === 0) perfect += 1;
      }
      expect(short).toBeGreaterThan(20);
      expect(answer.aligned).toBe(answer.journeys);
      expect(answer.fitness!.value).toBeCloseTo(1 - cost / most, 9);
      expect(answer.perfect.count).toBe(perfect);
      expect(answer.precision).toBeGreaterThan(0);
      expect(answer.precision).toBeLessThanOrEqual(1);
      const codes = new Set(bound.flatMap((each) => each.codes));
      expect(new Set(answer.undrawn.map(({ touchpoint }) => touchpoint.code))).toEqual(
        new Set(names.filter(({ code }) => !codes.has(code)).map(({ code }) => code)),
      );
    },
    120_000,
  );
});
