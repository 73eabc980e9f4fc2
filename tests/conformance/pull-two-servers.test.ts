import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { PullOrigin } from "../../src/core/event/pull/origin.ts";
import type { PullRun } from "../../src/core/event/pull/run.ts";
import type { Looked } from "../../src/protocol/event/pull.ts";
import type { LiveSource } from "../../src/protocol/event/source.ts";
import { openSpoor, type Spoor } from "../../src/server/compose.ts";
import { readConfig } from "../../src/server/config.ts";
import { startClickhouse, type ClickhouseServer } from "./clickhouse-server.ts";
import { startPostgres, type Server } from "./postgres-server.ts";
import { PullDesk } from "./pull-desk.ts";

// Two whole servers with the same stores, each with a folder and a journal of its own, and one table
// that both are to ask.
const SLOW = 400_000;
let folder: string;
let postgres: Server | string;
let clickhouse: ClickhouseServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-two-"));
  postgres = await startPostgres();
  clickhouse = await startClickhouse();
}, SLOW);
afterAll(async () => {
  await clickhouse?.[Symbol.asyncDispose]();
  if (typeof postgres === "object") await postgres[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
}, SLOW);

const open = (name: string, postgresUrl: string): Promise<Spoor> =>
  openSpoor(
    readConfig({
      SPOOR_DATA: join(folder, name),
      SPOOR_DEMO: "0",
      SPOOR_ALLOW_HOSTS: "127.0.0.1",
      SPOOR_VAULT_KEY: "5a".repeat(32),
      SPOOR_CLICKHOUSE_URL: clickhouse.url,
      SPOOR_POSTGRES_URL: postgresUrl,
    }),
  );

test(
  "two servers that ask one table together bring every row once, and one goes on where the other stopped",
  async (context) => {
    if (typeof postgres === "string") return context.skip(postgres);
    const shop = new pg.Client(postgres.url);
    await shop.connect();
    await shop.query("CREATE SCHEMA shop");
    await shop.query(
      "CREATE TABLE shop.orders (id bigserial PRIMARY KEY, customer text NOT NULL, status text NOT NULL, at timestamptz NOT NULL)",
    );
    let rows = 0;
    const insert = async (more: number) => {
      await shop.query(
        `INSERT INTO shop.orders (customer, status, at)
         SELECT 'klant-' || n % 97, 'Order placed', timestamptz '2026-03-01T10:00:00Z' + n * interval '1 second'
         FROM generate_series($1::int, $2::int) AS n`,
        [rows + 1, rows + more],
      );
      rows += more;
    };
    await insert(3000);

    const one = await open("one", postgres.url);
    await using two = await open("two", postgres.url);
    const [here, there] = [new PullDesk(one), new PullDesk(two)];
    const table = { schema: "shop", name: "orders" };
    const origin = {
      kind: "database",
      server: "postgresql",
      host: "127.0.0.1",
      port: Number(new URL(postgres.url).port),
      database: "postgres",
      user: "spoor",
      tls: "none",
      table,
      grows: "at",
      key: ["id"],
      changes: false,
    } satisfies PullOrigin;
    const looked = await here.ask<Looked>("/pull/look", {
      origin,
      secret: null,
      name: "Orders",
      given: { event: "status", who: { customer: "customer" } },
    });
    const schedule = { every: "minutes", count: 1 };
    const body = { name: "Orders", origin, secret: null, schedule, mapping: looked.mapping };
    await here.ask("/pull", body);

    /** Both are told to ask now, at one moment, and all runs come to an end. */
    const together = async () => {
      await Promise.all([here, there].map((desk) => desk.tried("/sources/Orders/pull/now", {})));
      await expect
        .poll(async () => (await here.source("Orders")).pull.last?.state, { timeout: SLOW })
        .not.toBe("running");
      await Promise.all([one.intake.settled(), two.intake.settled()]);
    };
    const inEngine = async () => {
      const [counts] = await two.engine.analysis.rows(
        z.object({ rows: z.number(), ids: z.number() }),
        "SELECT toUInt32(count()) AS rows, toUInt32(uniqExact(id)) AS ids FROM event WHERE source = 'Orders'",
      );
      return counts;
    };
    for (let nth = 0; nth < 8; nth += 1) {
      await together();
      await insert(250);
    }
    await expect
      .poll(
        async () => {
          await together();
          return (await there.source("Orders")).ledger.stored;
        },
        { timeout: SLOW },
      )
      .toBe(rows);
    expect(await inEngine()).toEqual({ rows, ids: rows });
    const runs = async () => (await there.ask<{ runs: PullRun[] }>("/sources/Orders/pull")).runs;
    // Never two at one time: a run begins when the one before it has ended.
    const done = (await runs()).toReversed();
    for (const [nth, { began }] of done.entries())
      if (nth > 0)
        expect(Date.parse(began)).toBeGreaterThanOrEqual(Date.parse(done[nth - 1]!.ended!));
    const brought = done.reduce((sum, run) => sum + run.rows, 0);
    expect(brought).toBe(rows);

    // The one that brought most goes: the other goes on from the same place.
    await one[Symbol.asyncDispose]();
    await insert(500);
    await there.tried("/sources/Orders/pull/now", {});
    await expect
      .poll(async () => (await there.source("Orders")).ledger.stored, { timeout: SLOW })
      .toBe(rows);
    await two.intake.settled();
    const { ledger }: LiveSource = await there.source("Orders");
    expect(ledger).toMatchObject({ received: rows, stored: rows, duplicate: 0, quarantined: 0 });
    expect(await inEngine()).toEqual({ rows, ids: rows });
    await shop.end();
  },
  SLOW,
);
