import fc from "fast-check";
import { expect, test } from "vitest";
import { standardAddress } from "./address.ts";

const expected = {
  postcode: "1234ab",
  house: "12",
  addition: "a",
  street: "dorpsstraat",
  place: "den haag",
};

test("an address is the same however its parts are spread over columns", () => {
  const rest = { postcode: "1234 AB", place: "'s-Gravenhage" };
  expect(standardAddress({ ...rest, street: "Dorpsstr.", house: "12", addition: "A" })).toEqual(
    expected,
  );
  expect(standardAddress({ ...rest, street: "Dorpsstraat", house: "12-a" })).toEqual(expected);
  expect(standardAddress({ ...rest, street: "Dorpsstraat 12 a" })).toEqual(expected);
  expect(standardAddress({ ...rest, street: "DORPSSTRAAT", house: "nr. 012A" })).toEqual(expected);
});

test("a number in the name of a street is no house number", () => {
  expect(standardAddress({ street: "Plein 1944", house: "3" })).toMatchObject({
    street: "plein 1944",
    house: "3",
  });
});

test("additions have one form", () => {
  const addition = (house: string) => standardAddress({ house }).addition;
  expect(["12 II", "12-2", "12 hs", "12 huis", "12 bis", "12"].map(addition)).toEqual([
    "2",
    "2",
    "hs",
    "hs",
    "bis",
    "",
  ]);
});

test("short street names are written out", () => {
  const street = (text: string) => standardAddress({ street: text }).street;
  expect(["Burg. de Vlugtln", "St. Jansstr", "Havenwg", "Straat"].map(street)).toEqual([
    "burgemeester de vlugtlaan",
    "sint jansstraat",
    "havenweg",
    "straat",
  ]);
});

test("nothing known is nothing", () => {
  expect(standardAddress({})).toEqual({
    postcode: "",
    house: "",
    addition: "",
    street: "",
    place: "",
  });
});

test("spaces and capitals of a postcode make no difference", () => {
  const postcode = fc
    .tuple(
      fc.integer({ min: 1000, max: 9999 }),
      fc.string({ unit: fc.constantFrom("A", "B", "Z"), minLength: 2, maxLength: 2 }),
    )
    .map(([digits, letters]) => [String(digits), letters] as const);
  fc.assert(
    fc.property(postcode, ([digits, letters]) => {
      const ways = [
        `${digits}${letters}`,
        `${digits} ${letters}`,
        ` ${digits}  ${letters.toLowerCase()} `,
      ];
      expect(ways.map((way) => standardAddress({ postcode: way }).postcode)).toEqual(
        ways.map(() => `${digits}${letters.toLowerCase()}`),
      );
    }),
  );
});
