import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readMapping } from "./event/mapping-file.ts";
import { readCheckSettings } from "./map/check/settings-file.ts";
import { readJourney } from "./map/file.ts";
import { AppError } from "./problem.ts";

const MEGA = 1024 * 1024;
const levels = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");

const bombs: [string, string, string][] = [
  ["brackets", "[".repeat(10 * MEGA), "yaml-too-deep"],
  ["closed brackets", `${"[".repeat(MEGA)}${"]".repeat(MEGA)}`, "yaml-too-deep"],
  ["braces", "{a: ".repeat(2 * MEGA), "yaml-too-deep"],
  ["items in items", "- ".repeat(5 * MEGA), "yaml-too-deep"],
  ["keys of keys", "? ".repeat(5 * MEGA), "yaml-too-deep"],
  ["one level a line", levels(3000, (at) => `${" ".repeat(at)}a:`), "yaml-too-deep"],
  ["a wide list", `a: [${"[],".repeat(3 * MEGA)}]`, "yaml-too-large"],
  ["keys beside each other", levels(700_000, (at) => `k${at}: 1`), "yaml-too-large"],
  ["names of nodes", "&a ".repeat(3 * MEGA), "yaml-too-large"],
  ["documents", "---\n".repeat(2 * MEGA), "yaml-too-large"],
];
const readers = { journey: readJourney, settings: readCheckSettings, mapping: readMapping };

test.each(bombs)("a file of %s is refused before it is parsed", (_, text, key) => {
  for (const read of Object.values(readers)) {
    const refused = failure(() => read(text));
    expect(refused.told?.key).toBe(key);
  }
});

test("aliases and keys that stand twice are told with their line", () => {
  expect(() => readJourney("a: &a [x]\nb: [*a, *a]\n")).toThrow("Line 2: Write *a out");
  expect(() => readJourney("a: 1\nb: 2\na: 3\n")).toThrow("Line 3: a stands here twice");
  expect(() => readJourney("__proto__: 1\n")).toThrow("Line 1: A key cannot be called");
});

test("what the parser says of a huge text stays short", () => {
  expect(failure(() => readJourney("!".repeat(MEGA))).message.length).toBeLessThan(400);
});

test("what is let through never runs the parser out of its stack", () => {
  const sign = fc.constantFrom("- ", "? ", "[", "{", "]", "}", "a: ", "x", "|", "'", "#", "\n");
  const line = fc
    .tuple(fc.nat(260), fc.array(sign, { maxLength: 70 }))
    .map(([indent, signs]) => " ".repeat(indent) + signs.join(""));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 300 }), (lines) => {
      expect(failure(() => readJourney(lines.join("\n"))).message).not.toContain("call stack");
    }),
    { numRuns: 50 },
  );
  const deepest = levels(250, (at) => `${" ".repeat(at)}a:`);
  const text = `${deepest}\n${" ".repeat(250)}b: ${"[".repeat(60)}${"]".repeat(60)}\n`;
  expect(failure(() => readJourney(text)).message).not.toContain("call stack");
});

test("texts may be full of brackets, and the examples are read as they are", () => {
  const file = new URL("../../examples/energy/switching.journey.yaml", import.meta.url);
  const text = readFileSync(file, "utf8");
  const title = "[".repeat(150);
  expect(readJourney(text.replace(/^title: .*$/m, `title: "${title}"`)).title).toBe(title);
});

function failure(deed: () => unknown): AppError {
  try {
    deed();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("It was read");
}
