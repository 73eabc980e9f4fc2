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
});

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
      const lasts = [a, b].flatMap((part) =>
        consentsFrom(purposes, part).flatMap(({ last }) => last ?? []),
      );
      expect(consentsFrom(purposes, lasts)).toEqual(all);
    }),
  );
});

test("nobody agrees who never said so, nor whose last word was no", () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (all) => {
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
