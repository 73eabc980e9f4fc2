import fc from "fast-check";
import { expect, test } from "vitest";
import { readForm } from "./form.ts";

test("names in brackets go deeper, empty ones count on, the last of a name counts", () => {
  expect(readForm("a=1&b%5Bc%5D=x+y&b[d][]=3&b[d][]=4&a=2&flag&=n")).toEqual({
    a: "2",
    b: { c: "x y", d: { 0: "3", 1: "4" } },
    flag: "",
    "": "n",
  });
});

test("a field that holds an object of JSON becomes it", () => {
  expect(readForm("MSG=%7B%22a%22%3A%5B1%5D%7D&b=%7Bno&c=%5B1%5D")).toEqual({
    MSG: { a: [1] },
    b: "{no",
    c: "[1]",
  });
});

test("what is no good form is read as far as it goes", () => {
  expect(readForm("%=%zz&__proto__[x]=1&a[b=1&&c]=2")).toEqual(
    JSON.parse('{"%":"%zz","__proto__":{"x":"1"},"a[b":"1","c]":"2"}'),
  );
  fc.assert(fc.property(fc.string(), (text) => typeof readForm(text) === "object"));
});

test("it reads what is written as a form", () => {
  const fields = fc.dictionary(
    fc.stringMatching(/^[^[\]]+$/),
    fc.string({ unit: "grapheme" }).filter((text) => !text.startsWith("{")),
  );
  fc.assert(
    fc.property(fields, (values) => {
      const text = Object.entries(values)
        .map((pair) => pair.map((part) => encodeURIComponent(part)).join("="))
        .join("&");
      expect(new Map(Object.entries(readForm(text)))).toEqual(new Map(Object.entries(values)));
    }),
  );
});
