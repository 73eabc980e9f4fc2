import fc from "fast-check";
import { expect, test } from "vitest";
import {
  agreesTo,
  consentsFrom,
  later,
  purposeCalled,
  textNow,
  type Purpose,
  type Said,
} from "./consent.ts";

const said = (over: Partial<Said>): Said => ({
  purpose: "marketing",
  said: "yes",
  time: "2026-03-01T10:00:00.000Z",
  text: "",
  how: "",
  source: "",
  page: false,
  ...over,
});

const purpose = (id: string, aliases: string[] = []): Purpose => ({
  id,
  name: id,
  description: "",
  basis: "consent",
  aliases,
  ended: null,
  texts: [],
});
const purposes = [purpose("marketing", ["C0004", "Nieuwsbrief"]), purpose("analytics")];

const any: fc.Arbitrary<Said> = fc.record({
  purpose: fc.constantFrom("marketing", "c0004", "NIEUWSBRIEF ", "analytics", "other"),
  said: fc.constantFrom("yes" as const, "no" as const),
  time: fc.integer({ min: 0, max: 3 }).map((day) => `2026-03-0${day + 1}T10:00:00.000Z`),
  text: fc.constantFrom("", "1 nl", "2 nl"),
  how: fc.constantFrom("", "form"),
  source: fc.constantFrom("Shop", "CRM"),
  page: fc.boolean(),
});
/** Of each name the last that a page told and the last that another did: all that a store has to keep. */
function lasts(all: readonly Said[]): Said[] {
  const groups = Map.groupBy(all, ({ purpose: name, page }) => `${name} ${page}`);
  return [...groups.values()].map((each) => each.reduce(later));
}

test("the last word counts, and of two at one moment the withdrawal", () => {
  const [yes, no] = [said({}), said({ said: "no" })];
  expect([later(yes, no), later(no, yes)]).toEqual([no, no]);
  const again = said({ time: "2026-03-02T10:00:00.000Z" });
  expect([later(no, again), later(again, no)]).toEqual([again, again]);
});

test("in whatever order statements come in, and however they are split, the outcome is one", () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), fc.array(any, { maxLength: 12 }), (a, b) => {
      const all = consentsFrom(purposes, [...a, ...b]);
      expect(consentsFrom(purposes, [...b, ...a].toReversed())).toEqual(all);
      const states = (words: readonly Said[]) =>
        consentsFrom(purposes, words).map(({ purpose: id, state }) => [id, state]);
      expect(states([a, b].flatMap(lasts))).toEqual(states([...a, ...b]));
    }),
  );
});

test("an agreement that a page tells counts for nothing against a withdrawal that a system told; a withdrawal always counts", () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), fc.array(any, { maxLength: 6 }), (all, told) => {
      const agreed = (words: readonly Said[]) =>
        agreesTo(consentsFrom(purposes, words), "marketing");
      const sure = all.filter(({ page }) => !page);
      const pages = told.map((each) => ({ ...each, page: true }));
      const spoken = sure.some((each) => purposeCalled(purposes, each.purpose) === "marketing");
      if (spoken && !agreed(sure)) expect(agreed([...sure, ...pages])).toBe(false);
      const now = said({ said: "no", page: true, time: "2026-04-01T10:00:00.000Z" });
      expect(agreed([...all, now])).toBe(false);
      // One that a system tells after it makes it good.
      const after = said({ time: "2026-04-02T10:00:00.000Z" });
      expect(agreed([...all, now, after])).toBe(true);
    }),
  );
});

test("nobody agrees who never said so, nor whose last word was no", () => {
  const sure = any.map((each) => ({ ...each, page: false }));
  fc.assert(
    fc.property(fc.array(sure, { maxLength: 12 }), (all) => {
      const consents = consentsFrom(purposes, all);
      for (const { id } of purposes) {
        const own = all.filter((each) => purposeCalled(purposes, each.purpose) === id);
        const newest = own
          .map(({ time }) => time)
          .toSorted()
          .at(-1);
        const words = own.filter(({ time }) => time === newest).map((each) => each.said);
        expect(agreesTo(consents, id)).toBe(words.length > 0 && !words.includes("no"));
      }
      expect(agreesTo(consents, "other")).toBe(false);
    }),
  );
});

test("the newest text is shown, in the reader's language where there is one", () => {
  const text = (version: number, language: "nl" | "en") => ({
    version,
    language,
    since: "2026-01-01",
    text: `${version} ${language}`,
    author: "",
  });
  const texts = [text(1, "en"), text(1, "nl"), text(2, "nl")];
  expect([textNow({ texts }, "nl")?.text, textNow({ texts }, "en")?.text]).toEqual([
    "2 nl",
    "2 nl",
  ]);
  expect(textNow({ texts: texts.slice(0, 2) }, "en")?.text).toBe("1 en");
  expect(textNow({ texts: [] }, "en")).toBeNull();
});
