import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { must } from "../src/core/assert.ts";
import { derive } from "../src/engine/event/derive.ts";
import type { Engine } from "../src/engine/port.ts";
import { openSpoor } from "../src/server/compose.ts";
import { readConfig } from "../src/server/config.ts";
import { time, type Timing } from "./measure.ts";
import type { Row } from "./report.ts";

/** Events that each customer has, on average. */
const EACH = 40;

const Outcome = z.object({ floor: z.custom<Timing>(), spoor: z.custom<Timing>() });

/**
 * A hundred new events into a workspace that has many millions, from the request until they stand in
 * people's journeys; beside it what the engine needs to insert the rows and read one back.
 */
export async function nearMany(millions: readonly number[], runs: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const million of millions) {
    const folder = await mkdtemp(join(tmpdir(), "spoor-bench-"));
    try {
      const script = fileURLToPath(new URL("work.ts", import.meta.url));
      const work = (name: string, told: number) =>
        promisify(execFile)(process.execPath, [script, name, String(told), folder]);
      await work("fill", million * 1_000_000);
      const { stdout } = await work("hundred", runs);
      const { told, megabytes } = z
        .object({ told: z.string(), megabytes: z.number() })
        .parse(JSON.parse(stdout));
      const { floor, spoor } = Outcome.parse(JSON.parse(told));
      const row = (what: string, timing: Timing, ratio: number | null, memory: number | null) =>
        rows.push({ what, timing, ratio, megabytes: memory, told: `${million} million before` });
      row("engine's own insert and point read", floor, null, null);
      row("100 events, in journeys", spoor, spoor.median / floor.median, megabytes);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return rows;
}

/**
 * Fills the workspace of a folder: customers, most of whom were first seen under a cookie, with forty
 * events each over two years.
 */
export async function fill(folder: string, events: number): Promise<string> {
  await using spoor = await openSpoor(readConfig({ SPOOR_DATA: folder, SPOOR_DEMO: "0" }));
  await insertCustomers(spoor.engine, events);
  await derive(spoor.engine, { ws: 1, imports: null, settings: { identity: {} } });
  return `${events} events`;
}

const BLOCK = 2_000_000;

async function insertCustomers(engine: Engine, events: number): Promise<void> {
  for (let done = 0; done < events; done += BLOCK) {
    await engine.intake.run(
      `INSERT INTO load (ws, import, source, file, row, kind, id, time, event, who, attributes)
       WITH {done:UInt64} + number AS n, cityHash64(n) AS h,
         cityHash64(n, 3) % {customers:UInt64} AS customer
       SELECT {ws:UInt32}, 0, 'past', 'past', n + 1, 'event', cityHash64(n, 7),
         toDateTime64('2024-01-01 00:00:00', 3, 'UTC') + toIntervalSecond(h % 63072000),
         concat('Step ', toString(h % 30)),
         multiIf(h % 10 < 6, [('customer', concat('klant-', toString(customer)))],
           h % 10 < 8, [('customer', concat('klant-', toString(customer))), ('cookie', concat('cookie-', toString(customer)))],
           [('cookie', concat('cookie-', toString(customer)))]),
         map('plan', if(customer % 3 = 0, 'green', 'grey'))
       FROM numbers({block:UInt64})`,
      {
        ws: 1,
        done,
        customers: Math.ceil(events / EACH),
        block: Math.min(BLOCK, events - done),
      },
      { seconds: 600 },
    );
  }
}

/** Tells a hundred events of a hundred customers over and over, beside the floor. */
export async function hundred(folder: string, runs: number): Promise<string> {
  await using spoor = await openSpoor(readConfig({ SPOOR_DATA: folder, SPOOR_DEMO: "0" }));
  const { engine, app, intake } = spoor;
  const made = await app.request("http://localhost/api/w/own/sources", {
    method: "POST",
    body: JSON.stringify({ name: `Site ${Date.now()}` }),
  });
  const { keys } = z
    .object({ keys: z.array(z.object({ shown: z.string() })) })
    .parse(await made.json());
  const writeKey = must(keys[0], "a key").shown;
  const [{ all } = { all: "0" }] = await engine.lookup.rows(
    z.object({ all: z.string() }),
    "SELECT count() AS all FROM event WHERE ws = 1",
  );
  const customers = Math.ceil(Number(all) / EACH);
  let nr = 0;
  const spoorTiming = await time(async () => {
    const batch = Array.from({ length: 100 }, () => {
      nr += 1;
      const customer = (nr * 7919 * 104_729) % customers;
      return {
        type: "track",
        messageId: `near-${nr}`,
        ...(nr % 4 === 0 ? {} : { userId: `klant-${customer}` }),
        ...(nr % 2 === 0 ? { anonymousId: `cookie-${customer}` } : {}),
        event: `Step ${nr % 30}`,
        timestamp: new Date(1_760_000_000_000 + nr * 1000).toISOString(),
        properties: { plan: "green" },
      };
    });
    const response = await app.request("http://localhost/v1/batch", {
      method: "POST",
      body: JSON.stringify({ batch, writeKey }),
    });
    if (response.status !== 200) throw new Error(`/v1/batch answered ${response.status}`);
    await intake.settled();
  }, runs);
  const floor = await timeFloor(engine, folder, runs);
  return JSON.stringify({ floor, spoor: spoorTiming });
}

/** As many rows into a table like `event`, in the order of customers, and one customer read back. */
async function timeFloor(engine: Engine, folder: string, runs: number): Promise<Timing> {
  const file = join(folder, "hundred.jsonl");
  const { intake, lookup } = engine;
  await intake.run("CREATE TABLE floor AS event");
  let nr = 0;
  return time(async () => {
    const lines = Array.from({ length: 100 }, () => {
      nr += 1;
      return JSON.stringify({ actor: nr * 7919, time: 1_760_000_000 + nr, event: "Step" });
    });
    await writeFile(file, `${lines.join("\n")}\n`);
    await intake.run(
      `INSERT INTO floor (ws, actor, time, event) SELECT 1, actor, toDateTime64(time, 3, 'UTC'), event
       FROM file('${file}', JSONEachRow, 'actor UInt64, time UInt32, event String')`,
    );
    const rows = await lookup.rows(
      z.object({ event: z.string() }),
      "SELECT event FROM floor WHERE ws = 1 AND actor = {actor:UInt64}",
      { actor: String(nr * 7919) },
    );
    if (rows.length !== 1) throw new Error("The row is not there.");
  }, runs);
}
