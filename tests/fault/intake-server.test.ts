import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { LiveSource } from "../../src/protocol/event/source.ts";
import { openSpoor, type Spoor } from "../../src/server/compose.ts";
import { readConfig } from "../../src/server/config.ts";
import { startClickhouse, type ClickhouseServer } from "../conformance/clickhouse-server.ts";

/** `SPOOR_CRASHES=50` for a long run. */
const CRASHES = Number(process.env["SPOOR_CRASHES"] ?? 2);

let clickhouse: ClickhouseServer;
let dataDir: string;
let spoor: Spoor;
beforeAll(async () => {
  clickhouse = await startClickhouse();
  dataDir = await mkdtemp(join(tmpdir(), "spoor-server-"));
  spoor = await openSpoor(
    readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0", SPOOR_CLICKHOUSE_URL: clickhouse.url }),
  );
});
afterAll(async () => {
  await spoor?.[Symbol.asyncDispose]();
  await clickhouse?.[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

const Six = z.object({ events: z.number() });

test(
  `the engine's server crashes ${CRASHES} times in the middle: what was acknowledged is there once`,
  async () => {
    const made = await spoor.app.request("http://localhost/api/w/own/sources", {
      method: "POST",
      body: JSON.stringify({ name: "Site" }),
    });
    const writeKey = ((await made.json()) as LiveSource).keys[0]!.shown;
    let next = 0;
    let over = false;
    const send = async () => {
      while (!over) {
        const batch = Array.from({ length: 20 }, () => ({
          type: "track",
          messageId: `m${(next += 1)}`,
          userId: `u${next % 40}`,
          anonymousId: `a${next % 90}`,
          event: `Step ${next % 5}`,
          properties: { nr: String(next) },
        }));
        const { status } = await spoor.app.request("http://localhost/v1/batch", {
          method: "POST",
          body: JSON.stringify({ batch, writeKey }),
        });
        // The journal answers, whatever the engine does.
        expect(status).toBe(200);
        await pause(20);
      }
    };
    const sending = send();
    for (let crash = 0; crash < CRASHES; crash += 1) {
      await pause(500 + Math.random() * 2500);
      await clickhouse.crash();
      await pause(Math.random() * 3000);
      const health = await spoor.app.request("http://localhost/api/health");
      expect(await health.json()).toMatchObject({ status: "failing" });
      await clickhouse.restart();
    }
    await pause(1000);
    over = true;
    await sending;
    await spoor.intake.settled();
    const rows = await spoor.engine.lookup.rows(
      z.object({ nr: z.coerce.number(), times: z.number() }),
      `SELECT attributes['nr'] AS nr, toUInt32(count()) AS times FROM event
      WHERE source = 'Site' GROUP BY nr ORDER BY toUInt32(nr)`,
    );
    expect(rows).toEqual(Array.from({ length: next }, (_, nr) => ({ nr: nr + 1, times: 1 })));
    const sources = await spoor.app.request("http://localhost/api/w/own/sources");
    const [{ ledger }] = (await sources.json()) as [LiveSource];
    expect(ledger).toMatchObject({ received: next, stored: next, duplicate: 0, quarantined: 0 });
    const six = await spoor.app.request("http://localhost/api/w/own/overview");
    expect(Six.parse(await six.json()).events).toBe(next);
    const well = await spoor.app.request("http://localhost/api/health");
    expect(await well.json()).toMatchObject({ status: "ok" });
  },
  CRASHES * 40_000 + 180_000,
);
