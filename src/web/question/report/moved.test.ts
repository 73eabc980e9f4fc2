import { expect, test } from "vitest";
import { moved } from "./moved.ts";

const list = ["a", "b", "c", "d"];

test.each([
  ["first", 2, "cabd"],
  ["up", 2, "acbd"],
  ["down", 2, "abdc"],
  ["last", 0, "bcda"],
  ["up", 0, "abcd"],
  ["down", 3, "abcd"],
  ["remove", 1, "acd"],
  ["first", 9, "abcd"],
] as const)("%s from place %i gives %s", (way, at, after) => {
  expect(moved(list, at, way).join("")).toBe(after);
});

test("down takes up back, and last takes first back where it came from the end", () => {
  expect(moved(moved(list, 2, "up"), 1, "down")).toEqual(list);
  expect(moved(moved(list, 3, "first"), 0, "last")).toEqual(list);
});
