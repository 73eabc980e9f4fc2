import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { switching, switchingFigures } from "../../../../tests/e2e/map-harness/switching.ts";
import { must } from "../../assert.ts";
import { apply } from "../apply.ts";
import type { Command } from "../command.ts";
import { columnsOf } from "./column.ts";

const touchpoints = switching.episodes.flatMap((episode) => episode.touchpoints);

/** The places of the columns that are not the ones they were before a command. */
function anew(command: Command): number[] {
  const before = columnsOf(switching, switchingFigures);
  const applied = apply(switching, command);
  if (!applied.ok) throw new Error(JSON.stringify(applied.why));
  const after = columnsOf(applied.journey, switchingFigures);
  expect(after).toEqual(columnsOf(structuredClone(applied.journey), switchingFigures));
  return after.flatMap((column, at) => (column === before[at] ? [] : [at]));
}

function setting(at: string, field: string, from: string | undefined, to: string): Command {
  return { do: "set", at, field, from: from ?? null, to };
}

describe("a column stays the object it was", () => {
  test("whatever is typed in another one", () => {
    const places = fc.nat(touchpoints.length - 1);
    fc.assert(
      fc.property(places, fc.string({ minLength: 1, maxLength: 40 }), (place, text) => {
        const { id, doing } = must(touchpoints[place], "a touchpoint");
        fc.pre(doing !== text && text.trim() !== "");
        expect(anew(setting(id, "doing", doing, text))).toEqual([place]);
      }),
    );
  });

  test("unless what stands over its whole episode changed", () => {
    const [, second] = switching.episodes;
    const { id, goal } = must(second, "an episode");
    expect(anew(setting(id, "goal", goal, "Snel klaar zijn"))).toEqual([2, 3, 4]);
  });

  test("unless the touchpoint that a pain on the way leads to got another title", () => {
    const [from, to] = [must(touchpoints[0], "one"), must(touchpoints[1], "another")];
    const way = {
      id: "tr_a",
      from: from.id,
      to: to.id,
      pains: [{ id: "pn_way", title: "Lang", evidence: { kind: "assumed" as const } }],
    };
    const journey = { ...switching, transitions: [way] };
    const [before] = columnsOf(journey, null);
    const applied = apply(journey, setting(to.id, "title", to.title, "Ik bel"));
    if (!applied.ok) throw new Error("refused");
    const [after] = columnsOf(applied.journey, null);
    expect(before?.pains.at(-1)?.about).toEqual({ onwardTo: to.title, to: to.id });
    expect(after?.pains.at(-1)?.about).toEqual({ onwardTo: "Ik bel", to: to.id });
  });
});
