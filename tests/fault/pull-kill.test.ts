import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { z } from "zod";
import { Chance } from "../../src/core/demo/chance.ts";
import { openEngine } from "../../src/engine/open.ts";
import type { Pull } from "../../src/protocol/event/pull.ts";
import type { LiveSource } from "../../src/protocol/event/source.ts";
import { keepSecret } from "../../src/server/identity/secret.ts";
import { freePort, startPostgres } from "../conformance/postgres-server.ts";
import { startSpoor } from "../e2e/running-spoor.ts";

/** `SPOOR_KILLS=50` for more of it; a few in the suite. */
const KILLS = Number(process.env["SPOOR_KILLS"] ?? 4);
const AT_FIRST = 30_000;
const MORE = 2_000;

test("a pull that is killed again and again brings every row once: nothing is lost, nothing comes twice", async (context) => {
  await using postgres = await startedOrSkipped(context);
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query(
    "CREATE TABLE calls (id serial PRIMARY KEY, customer text, moment text, made timestamptz NOT NULL)",
  );
  // Fifty rows have one value each; one in a thousand says a moment that is none.
  const insert = (from: number, many: number) =>
    client.query(
      `INSERT INTO calls (customer, moment, made)
       SELECT 'klant-' || n % 700,
         CASE WHEN n % 1000 = 0 THEN 'never' ELSE '2026-03-01 10:00:00' END,
         '2026-03-01T10:00:00Z'::timestamptz + (n / 50) * interval '1 second'
       FROM generate_series($1::int, $2::int) AS n`,
      [from, from + many - 1],
    );
  await insert(1, AT_FIRST);

  const dataDir = await mkdtemp(join(tmpdir(), "spoor-pull-kill-"));
  process.env["SPOOR_ALLOW_HOSTS"] = "127.0.0.1";
  const port = await freePort();
  let spoor = await startSpoor({ demo: false, dataDir, port });
  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${spoor.address}/api/w/own${path}`, {
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
      headers: { "Content-Type": "application/json" },
    });
    return response.json() as Promise<T>;
  };
  const source = async () =>
    (await ask<LiveSource[]>("/sources")).find(({ name }) => name === "Calls");
  await ask<Pull>("/pull", {
    name: "Calls",
    origin: {
      kind: "database",
      server: "postgresql",
      host: "127.0.0.1",
      port: Number(new URL(postgres.url).port),
      database: "postgres",
      user: "spoor",
      tls: "none",
      table: { schema: "public", name: "calls" },
      grows: "made",
      key: ["id"],
    },
    schedule: { every: "hours", count: 24 },
    mapping: {
      name: "Calls",
      format: "jsonl",
      rows: [{ what: { value: "Call" }, time: "moment", who: { customer: "customer" } }],
    },
  });

  const chance = new Chance(7);
  let rows = AT_FIRST;
  for (let kill = 0; kill < KILLS; kill += 1) {
    // At any moment of a run, from its first row on.
    while (((await source())?.pull?.last?.rows ?? 0) === 0) await pause(10);
    await pause(chance.unit() * 1500);
    await spoor.kill();
    await insert(rows + 1, MORE);
    rows += MORE;
    spoor = await startSpoor({ demo: false, dataDir, port });
    await ask("/sources/Calls/pull/now", {});
  }
  // The run that was going on may have read past what came last: one more brings the rest.
  for (let round = 0; round < 2; round += 1) {
    while ((await source())?.pull?.last?.state === "running") await pause(50);
    await ask("/sources/Calls/pull/now", {});
    await pause(100);
  }
  while ((await source())?.pull?.last?.state !== "done") await pause(50);
  for (;;) {
    const found = await source();
    if (found && found.ledger.received >= rows) break;
    await pause(100);
  }
  const bad = Math.floor(rows / 1000);
  expect((await source())?.ledger).toEqual({
    received: rows,
    stored: rows - bad,
    duplicate: 0,
    quarantined: bad,
    suppressed: 0,
  });
  await spoor.stop();
  await client.end();
  {
    const keeper = keepSecret({ dataDir, vaultKey: null });
    await using engine = await openEngine({ path: join(dataDir, "engine") }, keeper);
    const count = async (what: string) =>
      (
        await engine.analysis.rows(
          z.object({ n: z.number() }),
          `SELECT toUInt32(${what}) AS n FROM event`,
        )
      )[0]?.n;
    expect([await count("count()"), await count("uniqExact(id)")]).toEqual([
      rows - bad,
      rows - bad,
    ]);
  }
  await rm(dataDir, { recursive: true, force: true });
}, 600_000);

async function startedOrSkipped(context: { skip: (note: string) => never }) {
  const postgres = await startPostgres();
  return typeof postgres === "string" ? context.skip(postgres) : postgres;
}
