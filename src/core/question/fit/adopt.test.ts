import { expect, test } from "vitest";
import { must } from "../../assert.ts";
import { apply } from "../../map/apply.ts";
import { rate } from "../../evidence/interval.ts";
import { Journey } from "../../map/journey.ts";
import { adopt, adoptions, type Adoption } from "./adopt.ts";
import { fitOf, type FitTouchpoint, type Way } from "./fit.ts";
import { modelOf } from "./model.ts";

const journey = Journey.parse({
  spoor: "journey/1",
  id: "jo_test",
  title: "Test",
  episodes: [
    {
      id: "ep_1",
      title: "Ask",
      touchpoints: ["a", "b", "c"].map((name) => ({
        id: `tp_${name}`,
        title: name,
        events: [{ event: name }],
      })),
    },
    {
      id: "ep_2",
      title: "End",
      touchpoints: [{ id: "tp_d", title: "d", events: [{ event: "d" }] }],
    },
  ],
});
const names = ["a", "b", "c", "d"];

function ways(...paths: [path: string, count: number][]): Way[] {
  return paths.map(([path, count]) => ({
    path: path.split("").map((name) => names.indexOf(name) + 1),
    count,
    undrawn: 0,
    squares: 0,
    clean: count,
    example: path,
  }));
}

/** As the map is drawn, with the events of each touchpoint in the order of the test's alphabet. */
function fitting(map: Journey, all: readonly Way[]) {
  const bound = map.episodes
    .flatMap(({ touchpoints }) => touchpoints)
    .map(({ id, title }) => ({ id, codes: [names.indexOf(title) + 1] }));
  return fitOf(modelOf(map, bound), all);
}

const adopted = (adoption: Adoption): Journey => {
  const command = must(
    adopt(journey, adoption, (prefix) => `${prefix}_new`),
    "a change",
  );
  const applied = apply(journey, command);
  if ("why" in applied) throw new Error("refused");
  return applied.journey;
};
const of = (map: Journey, all: readonly Way[], id: string): FitTouchpoint =>
  must(
    fitting(map, all).touchpoints.find((one) => one.id === id),
    "a touchpoint",
  );

test("what is gone past, comes again or stands elsewhere is taken over, and is no difference any more", () => {
  const skipping = ways(["abcd", 60], ["acd", 40]);
  expect(adoptions(journey, of(journey, skipping, "tp_b"))).toEqual([
    { do: "optional", id: "tp_b" },
  ]);
  const map = adopted({ do: "optional", id: "tp_b" });
  expect(of(map, skipping, "tp_b").skipped.share).toBe(0);
  expect(fitting(map, skipping).fitness?.value).toBe(1);
  expect(adoptions(map, of(map, skipping, "tp_b"))).toEqual([]);

  const again = ways(["abcd", 50], ["abbcd", 50]);
  expect(adoptions(journey, of(journey, again, "tp_b"))).toEqual([{ do: "repeats", id: "tp_b" }]);
  expect(fitting(adopted({ do: "repeats", id: "tp_b" }), again).fitness?.value).toBe(1);

  const turned = ways(["abcd", 50], ["bacd", 50]);
  expect(fitting(journey, turned).perfect.share).toBe(0.5);
  expect(fitting(adopted({ do: "anyOrder", id: "tp_a" }), turned).perfect.share).toBe(1);
});

test("an exception is not offered, nor an order where there is but one touchpoint", () => {
  const rare = ways(["abcd", 960], ["acd", 40]);
  expect(adoptions(journey, of(journey, rare, "tp_b"))).toEqual([]);
  const few = ways(["abcd", 3], ["acd", 1]);
  expect(of(journey, few, "tp_b").skipped.share).toBe(0.25);
  expect(adoptions(journey, of(journey, few, "tp_b"))).toEqual([]);
  const last = { ...of(journey, rare, "tp_d"), otherOrder: rate(50, 100) };
  expect(adoptions(journey, last)).toEqual([]);
});

test("a touchpoint of the data is drawn where it mostly comes, bound to its events", () => {
  const draw = (after: string | null, channel = "phone"): Adoption => ({
    do: "draw",
    undrawn: {
      touchpoint: { code: 9, event: "Called", channel, label: "Called" },
      journeys: rate(40, 100),
      after,
    },
  });
  const titles = (map: Journey) =>
    map.episodes.map(({ touchpoints }) => touchpoints.map(({ title }) => title).join(" "));
  expect(titles(adopted(draw("tp_b")))).toEqual(["a b Called c", "d"]);
  expect(titles(adopted(draw(null)))).toEqual(["Called a b c", "d"]);
  expect(titles(adopted(draw("tp_gone")))).toEqual(["a b c", "d Called"]);
  const [, added] = adopted(draw("tp_a")).episodes[0]!.touchpoints;
  expect(added).toEqual({
    id: "tp_new",
    title: "Called",
    channel: "phone",
    events: [{ event: "Called", channel: "phone" }],
  });
  expect(adopted(draw("tp_a", "fax")).episodes[0]!.touchpoints[1]).toEqual({
    id: "tp_new",
    title: "Called",
    events: [{ event: "Called", channel: "fax" }],
  });
});

test("what nobody passes goes, with its episode where it was alone", () => {
  expect(adopted({ do: "remove", id: "tp_b" }).episodes[0]!.touchpoints).toHaveLength(2);
  expect(adopted({ do: "remove", id: "tp_d" }).episodes).toHaveLength(1);
  expect(adopt(journey, { do: "remove", id: "tp_gone" }, () => "tp_new")).toBeNull();
});
