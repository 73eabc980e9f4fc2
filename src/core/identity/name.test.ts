import fc from "fast-check";
import { expect, test } from "vitest";
import { standardName } from "./name.ts";

const of = (given: string, surname: string, infix = "") => standardName({ given, surname, infix });

test("tussenvoegsels stand apart, however they are written and wherever they stand", () => {
  const expected = {
    given: "piet",
    initials: "p",
    surname: "berg",
    parts: ["berg"],
    prefix: "vd",
  };
  expect(of("Piet", "van der Berg")).toEqual(expected);
  expect(of("Piet", "v.d. Berg")).toEqual(expected);
  expect(of("Piet", "vd Berg")).toEqual(expected);
  expect(of("Piet", "Berg, van der")).toEqual(expected);
  expect(of("Piet", "Berg", "van der")).toEqual(expected);
  expect(of("PIET", "VAN DER BERG")).toEqual(expected);
  expect(standardName({ full: "Dhr. Piet van der Berg" })).toEqual(expected);
  expect(standardName({ full: "Berg, Piet van der" })).toEqual(expected);
});

test("a name that is itself a tussenvoegsel is a name", () => {
  expect(of("Anna", "De")).toMatchObject({ surname: "de", prefix: "" });
  expect(of("Anna", "van Het")).toMatchObject({ surname: "het", prefix: "v" });
});

test("double names are their parts, in whatever order and with whatever between them", () => {
  const expected = { surname: "jansen vries", parts: ["jansen", "vries"] };
  for (const written of [
    "Jansen-de Vries",
    "de Vries - Jansen",
    "Jansen e/v de Vries",
    "de Vries geb. Jansen",
    "Jansen/de Vries",
  ])
    expect(of("", written)).toMatchObject(expected);
  expect(of("", "Nédo")).toMatchObject({ surname: "nedo", parts: ["nedo"] });
});

test("initials are no first name, and first names have initials", () => {
  expect(of("J.P.", "Smit")).toMatchObject({ given: "", initials: "jp" });
  expect(of("JP", "Smit")).toMatchObject({ given: "", initials: "jp" });
  expect(of("Th. J.", "Smit")).toMatchObject({ given: "", initials: "tj" });
  expect(of("J", "Smit")).toMatchObject({ given: "", initials: "j" });
  expect(of("Jan Willem", "Smit")).toMatchObject({ given: "jan willem", initials: "jw" });
  expect(of("Jo", "Smit")).toMatchObject({ given: "jo", initials: "j" });
  expect(of("JAN", "SMIT")).toMatchObject({ given: "jan", initials: "j" });
});

test("how somebody is addressed and what he studied is no name", () => {
  expect(of("mevr. drs. Özlem", "Yılmaz, MSc")).toMatchObject({
    given: "ozlem",
    surname: "yilmaz",
  });
  expect(of("de heer Jan", "Heer")).toMatchObject({ given: "jan", surname: "heer" });
  expect(standardName({ full: "Jan Jansen jr." })).toMatchObject({
    given: "jan",
    surname: "jansen",
  });
});

test("nothing known is nothing", () => {
  const none = { given: "", initials: "", surname: "", parts: [], prefix: "" };
  expect(standardName({})).toEqual(none);
  expect(standardName({ given: " ", surname: "-", full: "" })).toEqual(none);
});

const word = fc.string({
  unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzéüç-' ".split("")),
  maxLength: 20,
});

const longWord = fc.string({
  unit: fc.constantFrom("a", "b", "c", "é", "ü", "ç"),
  minLength: 3,
  maxLength: 12,
});

test("capitals, accents and spaces around make no difference", () => {
  fc.assert(
    // One or two capitals alone would be initials.
    fc.property(longWord, word, (given, surname) => {
      expect(of(` ${given.toUpperCase().normalize("NFD")} `, surname.toUpperCase())).toEqual(
        of(given, surname),
      );
    }),
  );
});

test("what is standard stays as it is", () => {
  fc.assert(
    fc.property(fc.array(longWord), word, (given, surname) => {
      const once = of(given.join(" "), surname);
      const again = of(once.given, once.parts.join("-"));
      expect([again.given, again.surname]).toEqual([once.given, once.surname]);
    }),
  );
});
