import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { rm } from "node:fs/promises";
import { Analytics } from "@segment/analytics-node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openEngine } from "../../src/engine/open.ts";
import { openSpoor } from "../../src/server/compose.ts";
import { readConfig } from "../../src/server/config.ts";
import { keepSecret } from "../../src/server/identity/secret.ts";
import type { LiveSource } from "../../src/protocol/event/source.ts";
import { startSpoor, type RunningSpoor } from "../e2e/running-spoor.ts";

/** `SPOOR_KILLS=100` for the whole of it; a few in the suite. */
const KILLS = Number(process.env["SPOOR_KILLS"] ?? 6);

let spoor: RunningSpoor;
beforeAll(async () => {
  spoor = await startSpoor({ demo: false });
});
afterAll(async () => {
  await spoor?.[Symbol.asyncDispose]();
  if (spoor) await rm(spoor.dataDir, { recursive: true, force: true });
});

async function source(name: string): Promise<string> {
  const made = await fetch(`${spoor.address}/api/w/own/sources`, {
    method: "POST",
    body: JSON.stringify({ name }),
  });
  return ((await made.json()) as LiveSource).keys[0]!.shown;
}

/** Sends with the published client, and notes what it was told is delivered. */
function throughClient(writeKey: string, told: Set<string>) {
  const client = new Analytics({
    writeKey,
    host: spoor.address,
    path: "/v1/batch",
    flushInterval: 50,
    maxRetries: 1000,
  });
  let next = 0;
  return {
    send() {
      const nr = `c${(next += 1)}`;
      const event = { userId: `u${next % 40}`, event: "Step", properties: { nr } };
      client.track(event, (error) => void (error === undefined && told.add(nr)));
    },
    end: () => client.closeAndFlush({ timeout: 60_000 }),
  };
}

/** Sends by plain requests, each again until it is acknowledged, and now and then once more. */
function byHand(key: string, told: Set<string>, over: AbortSignal): Promise<void> {
  let next = 0;
  return (async () => {
    while (!over.aborted) {
      const batch = Array.from({ length: 1 + (next % 30) }, () => {
        const nr = `h${(next += 1)}`;
        return {
          type: "track",
          messageId: nr,
          userId: `u${next % 40}`,
          event: "Step",
          properties: { nr },
        };
      });
      for (let again = next % 7 === 0 ? 2 : 1; again > 0;) {
        const answer = await fetch(`${spoor.address}/v1/batch`, {
          method: "POST",
          body: JSON.stringify({ batch, writeKey: key }),
        }).catch(() => null);
        if (answer?.status === 200) again -= 1;
        else await pause(20);
      }
      for (const { messageId } of batch) told.add(messageId);
      await pause(3);
    }
  })();
}

/** The sources, once all that is on disk is in the engine and in the books. */
async function settledSources(dataDir: string): Promise<LiveSource[]> {
  await using opened = await openSpoor(readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0" }));
  await opened.intake.settled();
  const answer = await opened.app.request("http://localhost/api/w/own/sources");
  return (await answer.json()) as LiveSource[];
}

test(
  `whatever was acknowledged is there once, after ${KILLS} kills at random`,
  { timeout: KILLS * 60_000 + 120_000 },
  async () => {
    const keys = { client: await source("client"), hand: await source("hand") };
    const told = { client: new Set<string>(), hand: new Set<string>() };
    const client = throughClient(keys.client, told.client);
    const over = new AbortController();
    const hand = byHand(keys.hand, told.hand, over.signal);
    const port = Number(new URL(spoor.address).port);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const until = Date.now() + 200 + Math.random() * 1500;
      while (Date.now() < until) {
        client.send();
        await pause(4);
      }
      await spoor.kill();
      spoor = await startSpoor({ demo: false, dataDir: spoor.dataDir, port });
    }
    over.abort();
    await hand;
    await client.end();
    await spoor.stop();
    const sources = await settledSources(spoor.dataDir);

    await using engine = await openEngine(
      { path: join(spoor.dataDir, "engine") },
      keepSecret({ dataDir: spoor.dataDir, vaultKey: null }),
    );
    for (const { name, ledger } of sources) {
      const { received, stored, duplicate, quarantined } = ledger;
      expect(received).toBe(stored + duplicate + quarantined);
      expect(quarantined).toBe(0);
      const rows = await engine.lookup.rows(
        z.object({ nr: z.string(), times: z.number() }),
        `SELECT attributes['nr'] AS nr, toUInt32(count()) AS times FROM event
       WHERE source = {name:String} GROUP BY nr`,
        { name },
        { settings: { max_result_rows: 0 } },
      );
      expect(rows.filter(({ times }) => times > 1)).toEqual([]);
      expect(rows.length).toBe(stored);
      const there = new Set(rows.map(({ nr }) => nr));
      const acknowledged = [...told[name as keyof typeof told]];
      expect(acknowledged.length).toBeGreaterThan(KILLS * 10);
      expect(acknowledged.filter((nr) => !there.has(nr))).toEqual([]);
    }
  },
);
