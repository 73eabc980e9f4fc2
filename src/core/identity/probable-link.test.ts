import { expect, test } from "vitest";
import { standing } from "./probable-link.ts";

const family = [
  { of: "surname", level: "same" },
  { of: "address", level: "same" },
  { of: "phone", level: "same" },
  { of: "email", level: "same" },
] as const;

test("a link is made by itself only when it is all but certain", () => {
  expect(standing(0.99, family)).toBe("sure");
  expect(standing(0.9899, family)).toBe("review");
});

test("whatever a family shares, another first name, birth date or number is for somebody to decide", () => {
  for (const clash of [
    { of: "given", level: "other" },
    { of: "birth", level: "other" },
    { of: "birth", level: "decade" },
    { of: "number", level: "other" },
  ] as const)
    expect(standing(0.999_999, [...family, clash])).toBe("review");
  expect(standing(0.999_999, [...family, { of: "phone", level: "other" }])).toBe("sure");
});
