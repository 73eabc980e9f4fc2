import fc from "fast-check";
import { expect, test } from "vitest";
import { isFields } from "./arrival.ts";
import { readHook } from "./hook.ts";

const read = (text: string, source = {}, call = {}) => [
  ...readHook({ text, form: false }, source, call),
];

test("numbers beyond 2^53 keep all their digits, others stay numbers", () => {
  expect(read('{"id": 820982911946154508, "small": 12, "price": 1.5}')).toEqual([
    '{"id":"820982911946154508","small":12,"price":1.5}',
  ]);
});

test("what the call says is laid beside each line", () => {
  expect(read('{"list": [{}, {}]}', { each: "list" }, { received: 5 })).toEqual([
    '{"parent":{},"call":{"received":5}}',
    '{"parent":{},"call":{"received":5}}',
  ]);
});

test("whatever comes becomes lines or is unfit, and nothing is lost without a word", () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), fc.boolean(), (text, form) => {
      const lines = [...readHook({ text, form }, {})];
      for (const line of lines)
        expect(
          typeof line === "string" ? isFields(JSON.parse(line)) : line.reason.key,
        ).toBeTruthy();
      if (text !== "[]" && text.trim() !== "[]") expect(lines.length).toBeGreaterThan(0);
    }),
  );
});
