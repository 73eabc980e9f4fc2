import { expect, test } from "vitest";
import { nameTouchpoints } from "./touchpoint-name.ts";

test("a label is the event with its channel, and no two are the same", () => {
  const labels = nameTouchpoints([
    { code: 4, event: "START", channel: "" },
    { code: 1, event: "Call", channel: "phone" },
    { code: 2, event: "Call · phone", channel: "" },
    { code: 3, event: "Call", channel: "" },
  ]).map(({ code, label }) => [code, label]);
  expect(labels).toEqual([
    [1, "Call · phone"],
    [2, "Call · phone (2)"],
    [3, "Call"],
    [4, "START (4)"],
  ]);
});
