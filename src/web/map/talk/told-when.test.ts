import { expect, test } from "vitest";
import { formatIn } from "../../language/format.ts";
import { talkText } from "./text.ts";
import { toldWhen } from "./told-when.ts";

const now = new Date(2026, 10, 24, 14, 5).getTime();

test.each([
  [now + 5000, "zojuist"],
  [now - 59_000, "zojuist"],
  [now - 61_000, "1 min geleden"],
  [now - 59 * 60_000, "59 min geleden"],
  [new Date(2026, 10, 24, 9, 12).getTime(), "vandaag 09:12"],
  [new Date(2026, 10, 23, 23, 59).getTime(), "gisteren 23:59"],
  [new Date(2026, 10, 22, 23, 59).getTime(), "22 nov 2026"],
])("%d is told as %s", (at, told) => {
  const iso = new Date(at).toISOString();
  expect(toldWhen(iso, now, talkText.nl.when, formatIn("nl"))).toBe(told);
});
