import { expect, test } from "vitest";
import { compared, comparisons } from "./comparison.ts";
import { reasonWords } from "./reason-words.ts";

test("every level is said in words of its own, in both languages", () => {
  const levels = compared.flatMap((of) => comparisons[of].names.map((level) => ({ of, level })));
  for (const language of ["en", "nl"] as const) {
    const said = levels.map((reason) => reasonWords(reason, language));
    expect(new Set(said).size).toBe(levels.length);
  }
  expect(reasonWords({ of: "surname", level: "prefix" }, "nl")).toBe(
    "zelfde achternaam, ander tussenvoegsel",
  );
});
