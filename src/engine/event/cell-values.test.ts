import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openEngine } from "../open.ts";
import type { Engine } from "../port.ts";
import { createBindings } from "./bindings.ts";
import { identifierSql } from "./identifier.ts";
import { numberSql } from "./number.ts";
import { timeSql } from "./time.ts";

let engine: Engine;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-cells-"));
  engine = await openEngine({ path: folder });
});
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const Value = z.object({ value: z.union([z.string(), z.number()]).nullable() });

/** What an expression over `cell` makes of a text. */
async function of(
  text: string,
  write: (cell: string, bind: ReturnType<typeof createBindings>) => string,
) {
  const bind = createBindings();
  const cell = bind.text(text);
  const sql = `SELECT ${write("cell", bind)} AS value FROM (SELECT materialize(${cell}) AS cell)`;
  return (await engine.lookup.rows(Value, sql, bind.parameters))[0]?.value;
}

test.each([
  ["2024-01-01", "ymd", "2023-12-31T23:00:00.000Z"],
  ["2024-07-01 10:00:00,123", "ymd", "2024-07-01T08:00:00.123Z"],
  ["2011-10-01T00:38:44.546+02:00", "ymd", "2011-09-30T22:38:44.546Z"],
  ["2024-01-01T10:00:00Z", "ymd", "2024-01-01T10:00:00.000Z"],
  ["2024-02-31 10:00:00", "ymd", null],
  ["2024-13-01", "ymd", null],
  ["2024-01-01 25:00:00", "ymd", null],
  ["2024-01-01 10:61:00", "ymd", null],
  ["1704103200", "ymd", null],
  ["31-12-2024 10:00", "ymd", null],
  ["1-2-24 9:05", "dmy", "2024-02-01T08:05:00.000Z"],
  ["1/2/2024", "mdy", "2024-01-01T23:00:00.000Z"],
  ["12/31/2024", "dmy", null],
  ["31/12/2024", "mdy", null],
  ["3 maart 2024 13.45", "dmy", "2024-03-03T12:45:00.000Z"],
  ["", "ymd", null],
] as const)("time %j in order %s is %s", async (text, order, time) => {
  const reading = { kind: "text", order, shape: null, dateOnly: false, zoned: false } as const;
  expect(await of(text, (cell, bind) => timeSql(cell, reading, "Europe/Amsterdam", bind))).toBe(
    time,
  );
});

test.each([
  ["1704103200", "s", "2024-01-01T10:00:00.000Z"],
  ["1704103200123", "ms", "2024-01-01T10:00:00.123Z"],
  ["1704103200123456", "us", "2024-01-01T10:00:00.123Z"],
  ["abc", "s", null],
] as const)("time %s in %s since 1970 is %s", async (text, unit, time) => {
  const reading = { kind: "epoch", unit } as const;
  expect(await of(text, (cell, bind) => timeSql(cell, reading, "UTC", bind))).toBe(time);
});

test.each([
  ["1704103200", "ymd", "2024-01-01T10:00:00.000Z"],
  ["1704103200.25", "ymd", "2024-01-01T10:00:00.250Z"],
  [" 1704103200123 ", "ymd", "2024-01-01T10:00:00.123Z"],
  ["1.704103200123e12", "ymd", "2024-01-01T10:00:00.123Z"],
  ["1704103200123456", "ymd", "2024-01-01T10:00:00.123Z"],
  ["1704103200123456789", "ymd", "2024-01-01T10:00:00.123Z"],
  ["99999999999999999999999", "ymd", null],
  ["2024-01-01T10:00:00.123+0000", "ymd", "2024-01-01T10:00:00.123Z"],
  ["2024-01-01T04:00:00-06:00", "ymd", "2024-01-01T10:00:00.000Z"],
  ["2024-01-01T10:00:00.123456789Z", "ymd", "2024-01-01T10:00:00.123Z"],
  ["2024-01-01 11:00:00", "ymd", "2024-01-01T10:00:00.000Z"],
  ["31.12.2023 11:00", "dmy", "2023-12-31T10:00:00.000Z"],
  ["yesterday", "ymd", null],
  ["1.2.3", "ymd", null],
  ["", "ymd", null],
] as const)("time %j of any kind, else in order %s, is %s", async (text, order, time) => {
  const reading = { kind: "any", order } as const;
  expect(await of(text, (cell, bind) => timeSql(cell, reading, "Europe/Amsterdam", bind))).toBe(
    time,
  );
});

test.each([
  ["1.5", ".", 1.5],
  ["$1,234.50", ".", 1234.5],
  ["1,5", ".", null],
  ["€ 1.234,50", ",", 1234.5],
  ["12,5", ",", 12.5],
  ["-2e3", ".", -2000],
  ["nan", ".", null],
  ["inf", ".", null],
  ["", ".", null],
  ["1 2 3 x", ".", null],
] as const)("number %j with decimal %s is %s", async (text, decimal, number) => {
  expect((await of(text, (cell) => numberSql(cell, decimal))) ?? null).toBe(number);
});

test.each([
  ["email", " Jan@X.NL ", "jan@x.nl"],
  ["email", "nobody", ""],
  ["e-mail", "test@test.nl", ""],
  ["phone", "06-12 34 56 78", "+31612345678"],
  ["phone", "+31 (0)6 12345678", "+31612345678"],
  ["phone", "0031612345678", "+31612345678"],
  ["phone", "+49 30 1234567", "+49301234567"],
  ["telefoon", "geen", ""],
  ["customer", " K-1 ", "K-1"],
  ["customer", "NULL", ""],
  ["customer", "Huis", ""],
])("identifier %s %j is %j", async (kind, text, value) => {
  expect(await of(text, (cell, bind) => identifierSql(kind, cell, ["huis"], bind))).toBe(value);
});
