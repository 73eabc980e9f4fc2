import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import type { PullOrigin } from "../../src/core/event/pull/origin.ts";
import type { Found } from "../../src/protocol/event/pull.ts";
import { openSpoor } from "../../src/server/compose.ts";
import { readConfig } from "../../src/server/config.ts";
import { startPostgres, type Server } from "./postgres-server.ts";
import { PullDesk } from "./pull-desk.ts";

// Each waits for imports and runs that others on the machine slow down.
vi.setConfig({ testTimeout: 400_000 });

let dataDir: string;
let desk: PullDesk;
let postgres: Server | string;
const hourly = { every: "hours", count: 1 } as const;
const open = () =>
  openSpoor(readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0", SPOOR_ALLOW_HOSTS: "127.0.0.1" }));
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "spoor-pull-"));
  postgres = await startPostgres();
  desk = new PullDesk(await open());
}, 300_000);
afterAll(async () => {
  await desk?.spoor[Symbol.asyncDispose]();
  if (typeof postgres === "object") await postgres[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

test("a table is tried, looked at, pulled in, and later only what is new", async (context) => {
  if (typeof postgres === "string") return context.skip(postgres);
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query(
    `CREATE TABLE orders (id bigserial PRIMARY KEY, customer text NOT NULL, status text NOT NULL,
     amount numeric(10,2), updated_at timestamptz NOT NULL, photo bytea)`,
  );
  const insert = (from: number, to: number, at: string) =>
    client.query(
      `INSERT INTO orders (customer, status, amount, updated_at)
       SELECT 'klant-' || n % 500, 'Order placed', n / 4.0, $3::timestamptz + n * interval '1 second'
       FROM generate_series($1::int, $2::int) AS n`,
      [from, to, at],
    );
  await insert(1, 2500, "2026-03-01T10:00:00Z");
  const { port } = new URL(postgres.url);
  const origin = {
    kind: "database",
    server: "postgresql",
    host: "127.0.0.1",
    port: Number(port),
    database: "postgres",
    user: "spoor",
    tls: "none",
    table: null,
    grows: null,
    key: [],
    changes: false,
  } satisfies PullOrigin;
  const { tables } = await desk.ask<Found>("/pull/try", { origin });
  expect(tables).toContainEqual({ schema: "public", name: "orders" });
  const table = { schema: "public", name: "orders" };
  const found = await desk.ask<Found>("/pull/try", { origin: { ...origin, table } });
  expect([found.key, found.grows, found.columns.filter(({ grows }) => grows)]).toEqual([
    ["id"],
    "id",
    [
      { name: "id", type: "bigint", grows: true },
      { name: "amount", type: "numeric(10,2)", grows: true },
      { name: "updated_at", type: "timestamp with time zone", grows: true },
    ],
  ]);
  const chosen = { ...origin, table, grows: "updated_at", key: ["id"] };
  const given = { event: "status", who: { customer: "customer" } };
  const { looked, first } = await desk.add("Orders", chosen, "in-vain-but-kept", given);
  expect(looked.missing).toEqual([]);
  expect(looked.events[0]).toMatchObject({
    event: "Order placed",
    who: ["customer: klant-1"],
    problem: null,
  });
  expect(looked.mapping.rows[0]).toMatchObject({ id: ["id"], time: "updated_at" });
  expect(first.pull.last).toMatchObject({ state: "done", rows: 2500, problem: null });
  expect(first.ledger).toMatchObject({ received: 2500, stored: 2500, duplicate: 0 });
  expect(first.pull.secret).toBe(true);
  expect(JSON.stringify(await desk.ask("/sources"))).not.toContain("in-vain");

  expect((await desk.pulled("Orders")).pull.last).toMatchObject({ state: "done", rows: 0 });
  await insert(2501, 2600, "2026-03-01T10:00:00Z");
  // One more at the very last value.
  await client.query(
    `INSERT INTO orders (customer, status, updated_at) SELECT 'klant-9', 'Order placed', max(updated_at) FROM orders`,
  );
  const second = await desk.pulled("Orders");
  expect(second.pull.last).toMatchObject({ state: "done", rows: 101 });
  expect(second.ledger).toMatchObject({ received: 2601, stored: 2601, duplicate: 0 });

  // A column that came is left alone; one that went and is needed is named, and nothing moves.
  await client.query("ALTER TABLE orders ADD COLUMN extra int, DROP COLUMN amount");
  await insert2(client, 1);
  expect((await desk.pulled("Orders")).pull.last).toMatchObject({ state: "done", rows: 1 });
  await client.query("ALTER TABLE orders RENAME COLUMN customer TO buyer");
  const broken = await desk.pulled("Orders");
  expect(broken.pull).toMatchObject({
    failures: 1,
    last: { state: "failed", problem: { key: "pull-no-column", column: "customer" } },
  });
  expect(Date.parse(broken.pull.next)).toBeGreaterThan(Date.now());
  await client.query("ALTER TABLE orders RENAME COLUMN buyer TO customer");
  await insert2(client, 2);
  expect((await desk.pulled("Orders")).pull).toMatchObject({
    failures: 0,
    last: { state: "done", rows: 2 },
  });

  // A stored secret goes nowhere else.
  const elsewhere = { ...chosen, host: "db.example" };
  expect(await desk.problem("/pull/try", { origin: elsewhere, source: "Orders" })).toBe(
    "pull-secret-again",
  );
  const save = { origin: elsewhere, schedule: hourly };
  expect(await desk.problem("/sources/Orders/pull", save, "PUT")).toBe("pull-secret-again");
  expect(await desk.problem("/pull/try", { origin: { ...origin, host: "localhost" } })).toBe(
    "host-refused",
  );

  // Paused, it is not asked.
  await desk.ask("/sources/Orders/stop", { stopped: true });
  expect(await desk.problem("/sources/Orders/pull/now", {})).toBe("pull-stopped");
  await desk.ask("/sources/Orders/stop", { stopped: false });
  // Other names would count all rows once more.
  for (const change of [{ changes: true }, { key: [] }, { table: { ...table, name: "other" } }]) {
    const body = { origin: { ...chosen, ...change }, schedule: hourly };
    expect(await desk.problem("/sources/Orders/pull", body, "PUT")).toBe("pull-names-settled");
  }
  // Another schedule changes nothing about where it is.
  await desk.ask("/sources/Orders/pull", { origin: chosen, schedule: hourly }, "PUT");
  expect((await desk.pulled("Orders")).pull.last).toMatchObject({ state: "done", rows: 0 });

  // Where each change counts, a row that changes is told again.
  const each = { ...chosen, changes: true };
  const changing = await desk.add("Changes", each, null, given);
  expect(changing.looked.mapping.rows[0]?.id).toEqual(["id", "updated_at"]);
  await client.query(
    `UPDATE orders SET status = 'Order paid', updated_at = (SELECT max(updated_at) FROM orders) + interval '1 second'
     WHERE id = 1`,
  );
  const told = await desk.pulled("Changes");
  expect(told.pull.last).toMatchObject({ state: "done", rows: 1 });
  expect(told.ledger.stored).toBe(changing.first.ledger.stored + 1);
  expect((await desk.pulled("Orders")).ledger).toMatchObject({ stored: 2604, duplicate: 1 });
  await client.end();
});

async function insert2(client: pg.Client, many: number): Promise<void> {
  for (let n = 0; n < many; n += 1)
    await client.query(
      `INSERT INTO orders (customer, status, updated_at)
       SELECT 'klant-7', 'Order placed', max(updated_at) + interval '1 second' FROM orders`,
    );
}

test("secrets are sealed: neither the stores nor the journal hold them as they are", async (context) => {
  if (typeof postgres === "string") return context.skip(postgres);
  const kept = await desk.spoor.documents.query(
    z.object({ all: z.string() }),
    "SELECT string_agg(pull::text, ' ') AS all FROM pull",
  );
  expect(kept[0]?.all).toContain("127.0.0.1");
  expect(kept[0]?.all).not.toContain("in-vain");
});

test("what a stopped Spoor left is gone on with: sources, places and secrets stay", async (context) => {
  if (typeof postgres === "string") return context.skip(postgres);
  const before = await desk.source("Orders");
  await desk.spoor[Symbol.asyncDispose]();
  desk.spoor = await open();
  const after = await desk.source("Orders");
  expect(after.pull.origin).toEqual(before.pull.origin);
  expect(after.ledger).toEqual(before.ledger);
  const again = await desk.pulled("Orders");
  expect(again.pull.last).toMatchObject({ state: "done", problem: null });
});
