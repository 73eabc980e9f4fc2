import { expect, test } from "vitest";
import { freeSlug } from "./slug.ts";

test("a name becomes plain letters and hyphens", () => {
  expect(freeSlug("  Café Zuid & Zn. ", [])).toBe("cafe-zuid-zn");
});

test("a taken slug gets the next free number", () => {
  expect(freeSlug("Zuid", ["zuid", "zuid-2"])).toBe("zuid-3");
});

test("a name without letters still gets a slug", () => {
  expect(freeSlug("☀", [])).toBe("workspace");
});
