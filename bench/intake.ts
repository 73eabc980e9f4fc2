import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { must } from "../src/core/assert.ts";
import { openEngine } from "../src/engine/open.ts";
import type { LiveSource } from "../src/protocol/event/source.ts";
import { startSpoor } from "../tests/e2e/running-spoor.ts";
import type { Row } from "./report.ts";

const CUSTOMERS = 20_000;
const STEPS = 30;

/** A call as a tracker sends it; some 400 bytes. */
function call(nr: number) {
  return {
    type: "track",
    messageId: `m-${nr}-7f0c`,
    userId: `klant-${(nr * 7919) % CUSTOMERS}`,
    event: `Step ${(nr * 31) % STEPS}`,
    timestamp: new Date(1_760_000_000_000 + nr * 37).toISOString(),
    properties: { plan: nr % 3 === 0 ? "green" : "grey", amount: nr % 100, page: `/p/${nr % 50}` },
    context: { library: { name: "bench", version: "1" }, locale: "nl-NL" },
  };
}

/**
 * What systems tell, from the request until it is on disk, and until it stands in people's journeys; the
 * sender runs on the same machine. Beside it the engine's own insert of the same rows from a file.
 */
export async function listen(events: number): Promise<Row[]> {
  const rows = [await bareInsert(events)];
  await using spoor = await startSpoor({ demo: false });
  const key = async (name: string) => {
    const made = await fetch(`${spoor.address}/api/w/own/sources`, {
      method: "POST",
      body: JSON.stringify({ name }),
    });
    return ((await made.json()) as LiveSource).keys[0]!.shown;
  };
  const at = (path: string, key: string) => new URL(`${path}?key=${key}`, spoor.address);

  const many = at("/v1/batch", await key("batches"));
  const batches = Array.from({ length: Math.ceil(events / 100) }, (_, nth) =>
    JSON.stringify({
      sentAt: new Date().toISOString(),
      batch: Array.from({ length: 100 }, (_, each) => call(nth * 100 + each)),
    }),
  );
  const began = performance.now();
  rows.push(rowOf("batches of 100, on disk", await send(many, batches, 8), events));
  await settled(spoor.address, "batches", events);
  const all = (performance.now() - began) / 1000;
  rows.push(plain("batches of 100, in journeys", all, `${rate(events, all)} events/s`));

  const single = at("/v1/track", await key("single"));
  const few = Math.ceil(events / 10);
  const singles = Array.from({ length: few }, (_, nth) => JSON.stringify(call(events + nth)));
  rows.push(rowOf("single events, on disk", await send(single, singles, 32), few));
  return rows;
}

/** The engine's insert of the same calls, as rows of a table in the order of customer and time. */
async function bareInsert(events: number): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), "spoor-bench-"));
  try {
    const file = join(folder, "calls.jsonl");
    const lines = Array.from({ length: events }, (_, nr) => JSON.stringify(call(nr)));
    await writeFile(file, `${lines.join("\n")}\n`);
    await using engine = await openEngine({ path: join(folder, "engine") });
    await engine.intake.run(
      `CREATE TABLE floor (messageId String, userId String, event LowCardinality(String), timestamp DateTime64(3), properties Map(String, String))
       ENGINE = MergeTree ORDER BY (userId, timestamp) SETTINGS fsync_after_insert = 1`,
    );
    const start = performance.now();
    await engine.intake.run(
      `INSERT INTO floor SELECT messageId, userId, event, parseDateTime64BestEffort(timestamp, 3), properties
       FROM file('${file}', JSONEachRow, 'messageId String, userId String, event String, timestamp String, properties Map(String, String)')`,
    );
    const seconds = (performance.now() - start) / 1000;
    return plain("engine's own insert of the rows", seconds, `${rate(events, seconds)} events/s`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Sent = { readonly seconds: number; readonly each: readonly number[] };

/** Sends bodies over `hands` connections that stay open; the seconds that each was waited for, ascending. */
async function send(to: URL, bodies: readonly string[], hands: number): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: hands });
  const each: number[] = [];
  let next = 0;
  const hand = async () => {
    for (let nth = next++; nth < bodies.length; nth = next++) {
      const start = performance.now();
      await post(to, bodies[nth]!, agent);
      each.push((performance.now() - start) / 1000);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: hands }, hand));
  agent.destroy();
  return { seconds: (performance.now() - start) / 1000, each: each.toSorted((a, b) => a - b) };
}

function post(to: URL, body: string, agent: Agent): Promise<void> {
  return new Promise((done, failed) => {
    const sent = request(to, { method: "POST", agent }, (answer) => {
      answer.resume().on("end", () => {
        if (answer.statusCode === 200) done();
        else failed(new Error(`${to.pathname} answered ${answer.statusCode}`));
      });
    });
    sent.on("error", failed).end(body);
  });
}

/** Waits until all that a source told is booked, and nothing waits any more. */
async function settled(address: string, name: string, events: number): Promise<void> {
  for (;;) {
    const sources = (await (await fetch(`${address}/api/w/own/sources`)).json()) as LiveSource[];
    const found = must(
      sources.find((source) => source.name === name),
      "the source",
    );
    const six = (await (await fetch(`${address}/api/w/own/overview`)).json()) as { events: number };
    if (found.ledger.stored === events && six.events === events) return;
    await pause(100);
  }
}

function rowOf(what: string, { seconds, each }: Sent, events: number): Row {
  const at = (share: number) => 1000 * (each[Math.floor(share * (each.length - 1))] ?? 0);
  const told = `${rate(events, seconds)} events/s; a request p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms`;
  return plain(what, seconds, told);
}

function plain(what: string, seconds: number, told: string): Row {
  const timing = { median: seconds, low: seconds, high: seconds, runs: 1 };
  return { what, timing, ratio: null, megabytes: null, told };
}

function rate(events: number, seconds: number): string {
  return Math.round(events / seconds).toLocaleString("en");
}
