import fc from "fast-check";
import { expect, test } from "vitest";
import { compareGrown, edgeOf } from "./place.ts";

test.each([
  ["12345678901234567890", "whole", "12345678901234566890"],
  ["-5", "whole", "-1005"],
  ["1000.75", "decimal", "0"],
  ["2026-03-01T00:02:00.123456Z", "time", "2026-02-28T23:57:00.123Z"],
  ["2026-03-01T00:02:00.123456", "time", "2026-02-28T23:57:00.123"],
  ["2026-03-01", "date", "2026-02-28"],
  ["strange", "whole", "strange"],
  ["0000-00-00T00:00:00", "time", "0000-00-00T00:00:00"],
] as const)("%s (%s) is read again from %s", (value, growth, edge) => {
  expect(edgeOf(value, growth)).toBe(edge);
});

test("the edge is never behind the value", () => {
  fc.assert(
    fc.property(fc.bigInt(), (value) => {
      expect(BigInt(edgeOf(String(value), "whole"))).toBeLessThan(value);
    }),
  );
});

test.each([
  ["2026-03-01T10:00:00.000000Z", "2026-03-01T10:00:00.000Z", 0],
  ["2026-03-01T10:00:00", "2026-03-01T10:00:00.000000", 0],
  ["2026-03-01T10:00:00.100000", "2026-03-01T10:00:00.1", 0],
  ["2026-03-01T10:00:00.000001Z", "2026-03-01T10:00:00.000Z", 1],
  ["2026-03-01T09:59:59.999999", "2026-03-01T10:00:00", -1],
  ["2026-03-01T10:00:10", "2026-03-01T10:00:01", 1],
])("%s beside %s", (one, other, order) => {
  expect(Math.sign(compareGrown(one, other, "time"))).toBe(order);
  expect(Math.sign(compareGrown(other, one, "time"))).toBe(order === 0 ? 0 : -order);
});

test("a row right at the edge is not before it", () => {
  const value = "2026-03-01T10:05:00.000000Z";
  expect(compareGrown("2026-03-01T10:00:00.000000Z", edgeOf(value, "time"), "time")).toBe(0);
});
