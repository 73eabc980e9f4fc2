import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { readConfig } from "../../config.ts";
import { openSpoor, type Spoor } from "../../compose.ts";
import type { LiveSource } from "../../../protocol/event/source.ts";
import { Intake } from "./intake.ts";
import { Keys } from "./keys.ts";

let dataDir: string;
let spoor: Spoor;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "spoor-intake-"));
  spoor = await openSpoor(readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0" }));
}, 60_000);
afterAll(async () => {
  await spoor[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const response = await spoor.app.request(`http://localhost${path}`, {
    ...(body !== undefined && {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "Content-Type": "application/json" },
    }),
  });
  expect(response.ok, await response.clone().text()).toBe(true);
  return response.json() as Promise<T>;
}

/** A source of its own in the own workspace, and its write key. */
async function source(name: string): Promise<{ key: string; state: () => Promise<LiveSource> }> {
  const made = await ask<LiveSource>("/api/w/own/sources", { name });
  return {
    key: made.keys[0]!.shown,
    async state() {
      await spoor.intake.settled();
      const all = await ask<LiveSource[]>("/api/w/own/sources");
      return all.find((each) => each.name === name)!;
    },
  };
}

function tell(path: string, key: string, body: string | Uint8Array<ArrayBuffer>, headers = {}) {
  const authorization = `Basic ${Buffer.from(`${key}:`).toString("base64")}`;
  return spoor.app.request(`http://localhost${path}`, {
    method: "POST",
    body,
    headers: { authorization, "Content-Type": "application/json", ...headers },
  });
}

const order = (id: string, user: string, event = "Order placed") => ({
  type: "track",
  messageId: id,
  userId: user,
  event,
  timestamp: "2026-03-01T10:00:00Z",
});

test("what is told counts once, however often and by whichever route it comes again", async () => {
  const { key, state } = await source("Shop");
  const batch = [order("s1", "c1"), order("s2", "c1"), order("s3", "c2")];
  for (let time = 0; time < 3; time += 1)
    expect((await tell("/v1/batch", key, JSON.stringify({ batch }))).status).toBe(200);
  await state();
  expect((await tell("/v1/t", key, JSON.stringify(batch[0]))).status).toBe(200);
  const { ledger } = await state();
  expect(ledger).toEqual({ received: 10, stored: 3, duplicate: 7, quarantined: 0, suppressed: 0 });
});

test("what does not fit is set aside with its reason, and the rest of the batch is kept", async () => {
  const { key, state } = await source("Mixed");
  const batch = [
    order("x1", "c9"),
    { ...order("x2", "c9"), event: undefined },
    { ...order("x3", "") },
    { ...order("x4", "c9"), timestamp: "yesterday" },
    { type: "dance", messageId: "x5", userId: "c9" },
    "text",
    { ...order("x6", "c9"), properties: { long: "y".repeat(100), big: Array(1e5).fill(1) } },
  ];
  expect((await tell("/v1/batch", key, JSON.stringify({ batch }))).status).toBe(200);
  expect((await tell("/v1/batch", key, "{ no json")).status).toBe(200);
  const { ledger } = await state();
  expect(ledger).toEqual({ received: 8, stored: 2, duplicate: 0, quarantined: 6, suppressed: 0 });
  const { rows } = await ask<{ rows: { source: string; reason: { key: string } }[] }>(
    "/api/w/own/quarantine",
  );
  const reasons = rows.filter((row) => row.source === "Mixed").map(({ reason }) => reason.key);
  expect(reasons.toSorted()).toEqual([
    "nobody",
    "not-an-object",
    "not-json",
    "nothing-happened",
    "time-unreadable",
    "unknown-call",
  ]);
});

test("what was set aside is read again with a mended mapping, and counts once", async () => {
  const { key, state } = await source("Mended");
  const batch = [{ ...order("r1", "c3"), event: undefined, properties: { kind: "Return" } }];
  await tell("/v1/batch", key, JSON.stringify({ batch }));
  expect((await state()).ledger.quarantined).toBe(1);
  const mapping = await ask<{ rows: { what?: string }[] }>("/api/w/own/sources/Mended/mapping");
  const rows = mapping.rows.map((row) => ({
    ...row,
    ...(row.what && { what: "attributes.kind" }),
  }));
  const body = {
    mapping: { spoor: "mapping/1", sources: [{ ...mapping, rows }] },
  };
  let status = await ask<{ id: string; state: string; ledger: object }>(
    "/api/w/own/quarantine/replay",
    body,
  );
  while (["waiting", "reading", "linking"].includes(status.state)) {
    await pause(20);
    status = await ask(`/api/w/own/imports/${status.id}`);
  }
  expect(status).toMatchObject({ state: "done", ledger: { stored: 1 } });
  await tell("/v1/batch", key, JSON.stringify({ batch }));
  const { ledger } = await state();
  expect(ledger).toMatchObject({ received: 2, stored: 0, quarantined: 2 });
});

test("gzip is unpacked under any label, and text is read as JSON", async () => {
  const { key, state } = await source("Packed");
  const body = JSON.stringify({ batch: [order("g1", "c1")] });
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  expect((await tell("/v1/batch", key, Buffer.from(gzipSync(body)), form)).status).toBe(200);
  const text = { "Content-Type": "text/plain" };
  expect((await tell("/v1/b", key, body.replace("g1", "g2"), text)).status).toBe(200);
  expect((await state()).ledger.stored).toBe(2);
});

test("a bomb is refused, and a body that is too large", async () => {
  const { key } = await source("Bomb");
  const bomb = Buffer.from(gzipSync(Buffer.alloc(200 << 20, 32)));
  expect((await tell("/v1/batch", key, bomb)).status).toBe(413);
  expect((await tell("/v1/batch", key, "x".repeat(5 << 20))).status).toBe(413);
  expect((await tell("/v1/batch", key, Buffer.from([0x1f, 0x8b, 8, 0, 1]))).status).toBe(400);
});

test("who is told apart and brought together: a device that signs in is one customer", async () => {
  const { key, state } = await source("Site");
  const said = [
    { type: "page", messageId: "w1", anonymousId: "dev-1", name: "Rates" },
    {
      type: "identify",
      messageId: "w2",
      anonymousId: "dev-1",
      userId: "klant-77",
      traits: { plan: "gold" },
    },
    { type: "track", messageId: "w3", userId: "klant-77", event: "Signed up" },
    { type: "alias", messageId: "w4", userId: "klant-77", previousId: "klant-77" },
  ];
  for (const one of said) await tell("/v1/batch", key, JSON.stringify({ batch: [one] }));
  expect((await state()).ledger.stored).toBe(4);
  const { journeys } = await ask<{ journeys: { path: string[] }[] }>("/api/w/own/journeys");
  expect(journeys.map(({ path }) => path)).toContainEqual(["Rates · web", "Signed up"]);
});

test("every published form of telling is understood", async () => {
  const { key, state } = await source("Forms");
  const posthog = {
    api_key: key,
    batch: [{ event: "Paid", uuid: "p1", distinct_id: "c5", properties: { amount: 3 } }],
  };
  expect((await tell("/batch/", "", JSON.stringify(posthog), { authorization: "" })).status).toBe(
    200,
  );
  const event = { specversion: "1.0", id: "1", source: "/crm", type: "Called", subject: "c5" };
  expect((await tell("/api/cloudevents", key, JSON.stringify(event))).status).toBe(204);
  expect((await tell("/api/cloudevents", key, JSON.stringify([event]))).status).toBe(204);
  const binary = {
    "ce-id": "2",
    "ce-source": "/crm",
    "ce-type": "Called%20back",
    "ce-subject": "c5",
  };
  expect((await tell("/api/cloudevents", key, "{}", binary)).status).toBe(204);
  const own = { events: [{ id: "o1", what: "Visited", who: { customer: "c5" } }, 4] };
  const answer = await tell("/api/events", key, JSON.stringify(own));
  expect(await answer.json()).toEqual({
    results: [
      { state: "accepted", id: "o1" },
      { state: "set aside", reason: { key: "not-an-object" } },
    ],
  });
  const { ledger } = await state();
  expect(ledger).toEqual({ received: 6, stored: 4, duplicate: 1, quarantined: 1, suppressed: 0 });
});

test("a key that is unknown, withdrawn or of a stopped source opens nothing", async () => {
  const { key } = await source("Keys");
  expect((await tell("/v1/batch", "spw_nothing", "{}")).status).toBe(403);
  expect((await tell("/v1/batch", key, "{}")).status).toBe(200);
  await ask("/api/w/own/sources/Keys/stop", { stopped: true });
  expect((await tell("/v1/batch", key, "{}")).status).toBe(403);
  await ask("/api/w/own/sources/Keys/stop", { stopped: false });
  expect((await tell("/v1/batch", key, "{}")).status).toBe(200);
});

test("any page may tell, and only tell", async () => {
  const origin = { Origin: "https://shop.example", "Sec-Fetch-Site": "cross-site" };
  const preflight = await spoor.app.request("http://localhost/v1/t", {
    method: "OPTIONS",
    headers: { ...origin, "Access-Control-Request-Method": "POST" },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("https://shop.example");
  expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
  const other = await spoor.app.request("http://localhost/api/w/own/sources", {
    method: "POST",
    body: "{}",
    headers: origin,
  });
  expect(other.status).toBe(403);
});

test("when too much waits, the sender is asked to come back; nothing that was acknowledged is lost", async () => {
  const { key, state } = await source("Crowded");
  const { workspace } = (await new Keys(spoor.documents, Date.now).holder(key))!;
  const own = { ...spoor.imports, dataDir: join(dataDir, "small"), backlog: 20_000 };
  await mkdir(own.dataDir);
  const report = (error: unknown) => {
    throw error;
  };
  await using small = await Intake.open({ ...own, report });
  const told = (nr: number) => ({
    workspace,
    source: "Crowded",
    at: Date.now(),
    lines: [
      JSON.stringify({
        id: `k${nr}`,
        type: "event",
        time: 1,
        what: "x",
        who: { customer: "c" },
        attributes: { long: "y".repeat(500) },
      }),
    ],
    bad: [],
  });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 400 }, (_, nr) => small.receive(told(nr))),
  );
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: "unavailable" });
  await small.settled();
  expect((await state()).ledger.stored).toBe(400 - refused.length);
  await small.receive(told(1000));
  await small.settled();
  expect((await state()).ledger.stored).toBe(401 - refused.length);
});

test("what is told with the key of a page ranks below what is told with a server key", async () => {
  const { key, state } = await source("Two keys");
  const made = await ask<{ secret: string }>("/api/w/own/sources/Two%20keys/keys", {
    kind: "server",
  });
  const batch = (...ids: string[]) => JSON.stringify({ batch: ids.map((id) => order(id, "c1")) });
  expect((await tell("/v1/batch", key, batch("k1", "k2"))).status).toBe(200);
  expect((await tell("/v1/batch", made.secret, batch("k3"))).status).toBe(200);
  const unreadable = JSON.stringify({ batch: [{ ...order("k4", "c1"), event: undefined }] });
  expect((await tell("/v1/batch", key, unreadable)).status).toBe(200);
  expect((await state()).ledger).toMatchObject({ stored: 3, quarantined: 1 });
  const told = (table: string) =>
    spoor.engine.lookup.rows(
      z.object({ trust: z.number(), rows: z.number() }),
      `SELECT trust, toUInt32(count()) AS rows FROM ${table}
      WHERE source = 'Two keys' GROUP BY trust ORDER BY trust`,
    );
  expect(await told("event")).toEqual([
    { trust: 1, rows: 2 },
    { trust: 2, rows: 1 },
  ]);
  expect(await told("quarantine")).toEqual([{ trust: 1, rows: 1 }]);
});
