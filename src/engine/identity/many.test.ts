import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { trust } from "../../core/identity/trust.ts";
import { derive } from "../event/derive.ts";
import { openEngine } from "../open.ts";
import type { Engine } from "../port.ts";
import { overview } from "../question/overview.ts";
import type { VerdictChange } from "./verdict.ts";

let engine: Engine;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-many-"));
  engine = await openEngine({ path: folder });
}, 60_000);
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 60_000);

const ws = 1;
const VISITORS = 16_000;
const settings = { identity: {} };

/** Every visitor signs in on a page, once. */
function visits(number: number): Promise<void> {
  return engine.intake.run(
    `INSERT INTO load (ws, import, source, file, row, line, rule, kind, id, time, event, who, trust)
    SELECT {ws:UInt32}, {number:UInt32}, 'site', 'f', number + 1, number + 1, 0, 'event',
      sipHash64({number:UInt32}, number), toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + number,
      'Signs in', [('cookie', toString(number)), ('customer', toString(number))], ${trust.page}
    FROM numbers({visitors:UInt64})`,
    { ws, number, visitors: VISITORS },
  );
}

const people = async () => (await overview(engine, { ws, filter: {}, segments: {} })).people;

test("more people at once than a statement could name", async () => {
  await visits(1);
  await derive(engine, { ws, imports: [1], settings });
  expect(await people()).toBe(VISITORS);

  await visits(2);
  await derive(engine, { ws, imports: [2], settings });
  expect(await people()).toBe(VISITORS);

  const customers = await engine.lookup.rows(
    z.object({ one: z.string() }),
    "SELECT who[2] AS one FROM event WHERE ws = {ws:UInt32} AND import = 1 ORDER BY row LIMIT 9000",
    { ws },
    { settings: { max_result_rows: 0 } },
  );
  const verdicts = Array.from({ length: 4500 }, (_, nth): VerdictChange => {
    const [one, other] = [customers[2 * nth]!.one, customers[2 * nth + 1]!.one];
    const [a, b] = BigInt(one) < BigInt(other) ? [one, other] : [other, one];
    return { a, b, says: "same", nth: nth + 1 };
  });
  await derive(engine, { ws, imports: [], verdicts, settings });
  expect(await people()).toBe(VISITORS - 4500);
}, 120_000);
