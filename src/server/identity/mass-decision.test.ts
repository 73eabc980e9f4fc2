import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { derive } from "../../engine/event/derive.ts";
import type { ReviewPair, WhoState } from "../../protocol/identity/who.ts";
import { openSpoor, type Spoor } from "../compose.ts";
import { readConfig } from "../config.ts";
import { keepSearch } from "../documents/probable-search.ts";
import { findWorkspace } from "../documents/workspace.ts";

/** So many pairs that are all but certain, in as many people twice over: more than are looked at one by one. */
const PAIRS = 6_000;

let folder: string;
let spoor: Spoor;
let ws: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-mass-"));
  spoor = await openSpoor(readConfig({ SPOOR_DATA: folder, SPOOR_DEMO: "0" }));
  const { engine, documents } = spoor;
  ws = (await findWorkspace(documents, "own")).id;
  await engine.intake.run(
    `INSERT INTO load (ws, import, source, file, row, line, rule, kind, id, time, event, who)
    SELECT ${ws}, 1, 'crm', 'f', number, number, 0, 'event', sipHash64(number),
      toDateTime64('2026-03-01 10:00:00', 3, 'UTC') + number, 'bought', [('customer', 'k' || toString(number))]
    FROM numbers(${2 * PAIRS})`,
  );
  await derive(engine, { ws, imports: null, settings: { identity: {} } });
  // What a search keeps: the search itself has tests and a bench of its own.
  await engine.intake.run(
    `INSERT INTO likely (ws, a, b, weight, sure, pattern, rarity)
    SELECT ${ws}, least(x, y), greatest(x, y), 12, 1, 0, [] FROM (
      SELECT groupArray(hash) AS two, two[1] AS x, two[2] AS y FROM (
        SELECT hash, intDiv(rowNumberInAllBlocks(), 2) AS pair FROM (
          SELECT DISTINCT hash FROM identifier WHERE ws = ${ws} ORDER BY hash)
      ) GROUP BY pair)`,
  );
  const model = { m: [], u: [], prior: 0.001, steps: 1 };
  const kept = { people: 2 * PAIRS, objecting: 0, columns: {}, sure: PAIRS, review: 0, rules: [] };
  await keepSearch(documents, ws, "Anna", { ...kept, model });
}, 300_000);
afterAll(async () => {
  await spoor[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 60_000);

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await spoor.app.request(`http://localhost/api/w/own/${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { "Content-Type": "application/json" },
    }),
  });
  expect(response.ok, await response.clone().text()).toBe(true);
  return response.json() as Promise<T>;
}

/** The state when nothing goes on any more, and every share that was told on the way. */
async function settled(): Promise<{ state: WhoState; shares: number[] }> {
  const shares: number[] = [];
  for (;;) {
    const state = await ask<WhoState>("GET", "who");
    expect(state.derivingFailed).toBeNull();
    if (state.deriving === null) return { state, shares };
    if (shares.at(-1) !== state.deriving) shares.push(state.deriving);
    await pause(20);
  }
}

const count = async () => {
  const { people } = await ask<{ people: number }>("GET", "overview");
  return people;
};
async function derived(): Promise<unknown> {
  const [found] = await spoor.engine.analysis.rows(
    z.object({ journeys: z.string(), links: z.string() }),
    `SELECT (SELECT toString(groupBitXor(sipHash64(journey, person, start, steps))) FROM journey FINAL WHERE ws = ${ws}) AS journeys,
      (SELECT toString(groupBitXor(sipHash64(identifier, person))) FROM link FINAL WHERE ws = ${ws} AND person != identifier) AS links`,
  );
  return [found, await count()];
}

test(`${PAIRS} pairs are accepted at once, with progress, in bounded memory, and undone`, async () => {
  const before = await derived();
  expect(await count()).toBe(2 * PAIRS);
  expect((await ask<WhoState>("GET", "who")).open).toEqual({ sure: PAIRS, review: 0, later: 0 });
  expect(await ask<ReviewPair[]>("GET", "who/review?limit=3")).toHaveLength(3);

  let most = 0;
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  const resting = process.memoryUsage().rss;
  const { id, pairs } = await ask<{ id: number; pairs: number }>("POST", "who/decisions/sure", {
    by: "Anna",
  });
  expect(pairs).toBe(PAIRS);
  const accepted = await settled();
  expect(accepted.state.open).toEqual({ sure: 0, review: 0, later: 0 });
  expect(await count()).toBe(PAIRS);
  // It is told how far it is, and that never goes back; how often one sees it depends on the machine.
  expect(accepted.shares.length).toBeGreaterThan(0);
  expect(accepted.shares).toEqual(accepted.shares.toSorted((a, b) => a - b));

  await ask("POST", `who/decisions/${id}/take-back`, { by: "Anna" });
  const back = await settled();
  expect(back.state.open).toEqual({ sure: PAIRS, review: 0, later: 0 });
  expect(await derived()).toEqual(before);
  await ask("POST", `who/decisions/${id}/take-back`, { by: "Anna", back: false });
  await settled();
  expect(await count()).toBe(PAIRS);
  clearInterval(watching);
  expect(most - resting).toBeLessThan(1_000_000_000);
}, 400_000);
