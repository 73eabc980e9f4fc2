import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { switching, switchingFigures } from "../../../../tests/e2e/map-harness/switching.ts";
import { must } from "../../assert.ts";
import { LaneKind } from "../journey.ts";
import type { Lane } from "../journey.ts";
import { columnsOf } from "./column.ts";
import { hasRoom, laneName, lanesOf } from "./lanes.ts";
import { sheetWords } from "./words.ts";

const columns = columnsOf(switching, switchingFigures);
const keys = (own: Lane[], empty = true) => lanesOf(columns, own, empty).map(({ key }) => key);
const own = (id: string, title?: string): Lane => ({ id, kind: "text", ...(title && { title }) });

describe("the rows of a map", () => {
  test("of the team's own stand behind the one they are listed behind", () => {
    const all = keys([{ id: "ln_d", kind: "doing" }, own("ln_a"), own("ln_b")]);
    const at = all.indexOf("doing");
    expect(all.slice(at, at + 4)).toEqual(["doing", "ln_a", "ln_b", "importance"]);
  });

  test("of the team's own that are listed first stand before the first that is listed", () => {
    const all = keys([own("ln_a"), { id: "ln_d", kind: "doing" }]);
    expect(all.slice(all.indexOf("goal"), all.indexOf("doing") + 1)).toEqual([
      "goal",
      "ln_a",
      "doing",
    ]);
  });

  test("of the team's own alone stand at the end", () => {
    expect(keys([own("ln_a")]).at(-1)).toBe("ln_a");
  });

  test("that are hidden are not there, and an own row stays where it was listed", () => {
    const all = keys([{ id: "ln_d", kind: "doing", hidden: true }, own("ln_a")]);
    expect(all).not.toContain("doing");
    expect(all[all.indexOf("goal") + 1]).toBe("ln_a");
  });

  test("that hold nothing are left out, but for who may write in them", () => {
    expect(keys([own("ln_a")], false)).not.toContain("ln_a");
    expect(keys([], true)).toContain("picture");
    expect(keys([], false)).not.toContain("picture");
  });

  test("bear the name that the team gave them", () => {
    const [first, second] = [own("ln_a", "Wet"), own("ln_b")].map((lane) =>
      must(lanesOf(columns, [lane], true).at(-1), "a row"),
    );
    expect(laneName(must(first, "a row"), sheetWords.nl)).toBe("Wet");
    expect(laneName(must(second, "a row"), sheetWords.nl)).toBe("Eigen rij");
  });

  const lane = fc.record({
    kind: fc.constantFrom<Lane["kind"]>("text", ...LaneKind.options),
    hidden: fc.boolean(),
  });

  test("are each there once, in the order in which they are listed", () => {
    fc.assert(
      fc.property(fc.array(lane, { maxLength: 12 }), (listed) => {
        const lanes = listed.map(({ kind, hidden }, at): Lane => ({
          id: `ln_${at}`,
          kind,
          ...(hidden && { hidden }),
        }));
        const shown = keys(lanes);
        expect(new Set(shown).size).toBe(shown.length);
        const wanted = lanes.map(({ id, kind }) => (kind === "text" ? id : kind));
        const firsts = wanted.filter((key, at) => wanted.indexOf(key) === at);
        expect(shown.filter((key) => firsts.includes(key))).toEqual(
          firsts.filter((key) => shown.includes(key)),
        );
        const hidden = lanes.flatMap(({ id, kind, hidden: away }, at) =>
          away && wanted.indexOf(wanted[at] ?? "") === at ? [kind === "text" ? id : kind] : [],
        );
        expect(shown.filter((key) => hidden.includes(key))).toEqual([]);
      }),
    );
  });
});

test("words run on over an empty neighbour, never into the next episode", () => {
  const of = (kind: LaneKind) =>
    must(
      lanesOf(columns).find((one) => one.kind === kind),
      "a lane",
    );
  const [, friend, compare] = columns;
  expect(hasRoom(of("quotes"), must(columns[6], "the meter"), columns[7])).toBe(true);
  expect(hasRoom(of("quotes"), must(friend, "the friend"), compare)).toBe(false);
  expect(hasRoom(of("doing"), must(compare, "comparing"), columns[3])).toBe(false);
});
