import { expect, test } from "vitest";
import { rules } from "./rules.ts";
import { sourceIn } from "./source.ts";

test("what a rule rests on is said in the reader's language", () => {
  expect(sourceIn("Gartner 2016; nine ways: keep adapting", "nl")).toBe(
    "Gartner 2016; negen manieren: blijf bijstellen",
  );
  expect(sourceIn("nine ways: keep adapting", "en")).toBe("nine ways: keep adapting");
});

test("no rule leaves a Dutch reader with an English source", () => {
  const left = rules.filter(({ source }) => sourceIn(source, "nl").includes("nine ways"));
  expect(left.map(({ id }) => id)).toEqual([]);
});
