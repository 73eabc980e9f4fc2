import { expect, test } from "vitest";
import { REDACTED, tracesOf } from "./traces.ts";

function redact(kind: string, value: string, text: string): string {
  const traces = tracesOf({ kind, value });
  return traces === null ? text : text.replaceAll(new RegExp(traces.pattern, "g"), REDACTED);
}

test.each([
  ["email", "jan@voorbeeld.nl", "Mail JAN@voorbeeld.nl.", `Mail ${REDACTED}.`],
  ["email", "jan@voorbeeld.nl", "?u=jan%40voorbeeld.nl&x", `?u=${REDACTED}&x`],
  ["email", "jan@voorbeeld.nl", "marjan@voorbeeld.nl", "marjan@voorbeeld.nl"],
  ["phone", "+31612345678", "bel 06-1234 5678", `bel ${REDACTED}`],
  ["phone", "+31612345678", "+31 (0)6 12 34 56 78!", `${REDACTED}!`],
  ["phone", "+31612345678", "0031612345678", REDACTED],
  ["phone", "+31612345678", "1061234567890", "1061234567890"],
  ["customer", "100042", "klant 100042 en 1000421", `klant ${REDACTED} en 1000421`],
  ["customer", "a.c/4(2", "is a.c/4(2, not abc/4(2", `is ${REDACTED}, not abc/4(2`],
])("%s %s in %j", (kind, value, text, clean) => {
  expect(redact(kind, value, text)).toBe(clean);
});

test("what is too short would be found in anything", () => {
  expect([
    tracesOf({ kind: "customer", value: "4231" }),
    tracesOf({ kind: "customer", value: "12345" }),
  ]).toEqual([null, null]);
});
