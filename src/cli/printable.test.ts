import { expect, test } from "vitest";
import { printable } from "./printable.ts";

test("control characters are written out, line ends and tabs stay", () => {
  expect(printable("a\u001B[2Jb\u0000c\u009B1m\td\né")).toBe("a\\u001b[2Jb\\u0000c\\u009b1m\td\né");
});
