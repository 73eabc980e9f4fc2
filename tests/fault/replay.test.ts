import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Analytics } from "@segment/analytics-node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { Chance } from "../../src/core/demo/chance.ts";
import type { LiveSource } from "../../src/protocol/event/source.ts";
import { openSpoor, type Spoor } from "../../src/server/compose.ts";
import { readConfig } from "../../src/server/config.ts";

/** `SPOOR_DAY=50000` for a busy one. */
const CALLS = Number(process.env["SPOOR_DAY"] ?? 1500);

let dataDir: string;
let spoor: Spoor;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "spoor-replay-"));
  spoor = await openSpoor(readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0" }));
});
afterAll(async () => {
  await spoor?.[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

type Call = Readonly<Record<string, unknown>>;

/** What the published client sends of a day in which visitors come, sign in and order. */
async function recordedDay(): Promise<Call[]> {
  const calls: Call[] = [];
  const recorder = createServer((request, answer) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(parts).toString("utf8")) as { batch: Call[] };
      calls.push(...body.batch);
      answer.end("{}");
    });
  });
  await new Promise<void>((resolve) => recorder.listen(0, "127.0.0.1", resolve));
  const { port } = recorder.address() as AddressInfo;
  const client = new Analytics({ writeKey: "day", host: `http://127.0.0.1:${port}` });
  const chance = new Chance(4, 20_261_130);
  const steps = ["Landing", "Rates", "Cart", "Order", "Thanks", "Help"];
  for (let nth = 0; nth < CALLS; nth += 1) {
    const visitor = chance.whole(CALLS / 12);
    const timestamp = new Date(Date.UTC(2026, 10, 30, 6, 0, chance.whole(57_600)));
    const anonymousId = `visitor-${visitor}`;
    const userId = `customer-${visitor % 90}`;
    if (chance.hit(0.08))
      client.identify({ userId, anonymousId, timestamp, traits: { plan: `p${visitor % 4}` } });
    else if (chance.hit(0.2))
      client.track({
        userId,
        event: chance.pick(steps),
        timestamp,
        properties: { amount: chance.whole(90) },
      });
    else client.page({ anonymousId, name: chance.pick(steps), timestamp });
  }
  await client.closeAndFlush();
  recorder.close();
  return calls;
}

async function tell(writeKey: string, calls: readonly Call[], size: number): Promise<void> {
  for (let at = 0; at < calls.length; at += size) {
    const batch = calls.slice(at, at + size);
    const { status } = await spoor.app.request("http://localhost/v1/batch", {
      method: "POST",
      body: JSON.stringify({ batch, writeKey }),
    });
    expect(status).toBe(200);
  }
  await spoor.intake.settled();
}

const questions = "overview flow routes touchpoints journeys?limit=100 facets".split(" ");

/** Every answer as it goes over the wire. */
async function answers(): Promise<string[]> {
  return Promise.all(
    questions.map(async (question) => {
      const answer = await spoor.app.request(`http://localhost/api/w/own/${question}`);
      expect([question, answer.status]).toEqual([question, 200]);
      return answer.text();
    }),
  );
}

test("a day that is told again twice, shuffled, changes no number", async () => {
  const day = await recordedDay();
  expect(day.length).toBe(CALLS);
  const made = await spoor.app.request("http://localhost/api/w/own/sources", {
    method: "POST",
    body: JSON.stringify({ name: "Site" }),
  });
  const writeKey = ((await made.json()) as LiveSource).keys[0]!.shown;
  await tell(writeKey, day, 100);
  const before = await answers();
  const { events } = z.object({ events: z.number() }).parse(JSON.parse(before[0]!));
  expect(events).toBe(day.filter(({ type }) => type !== "identify").length);

  const chance = new Chance(30, 11);
  const twice = [...day, ...day]
    .map((call) => ({ call, at: chance.unit() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ call }) => call);
  await tell(writeKey, twice, 73);
  expect(await answers()).toEqual(before);
  const sources = await spoor.app.request("http://localhost/api/w/own/sources");
  const [{ ledger }] = (await sources.json()) as [LiveSource];
  expect(ledger).toMatchObject({
    received: 3 * day.length,
    stored: day.length,
    duplicate: 2 * day.length,
    quarantined: 0,
  });
}, 300_000);
