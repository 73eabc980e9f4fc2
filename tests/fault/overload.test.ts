import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openEngine } from "../../src/engine/open.ts";
import { keepSecret } from "../../src/server/identity/secret.ts";
import type { LiveSource } from "../../src/protocol/event/source.ts";
import { startSpoor, type RunningSpoor } from "../e2e/running-spoor.ts";

/** `SPOOR_SECONDS=120` for a long run. */
const SECONDS = Number(process.env["SPOOR_SECONDS"] ?? 6);
/** Megabytes that may wait. */
const BACKLOG = 1;
const HANDS = 40;
const BATCH = 100;

let spoor: RunningSpoor;
beforeAll(async () => {
  const environment = { SPOOR_BACKLOG: String(BACKLOG) };
  spoor = await startSpoor({ demo: false, environment });
});
afterAll(async () => {
  await spoor?.[Symbol.asyncDispose]();
});

test(
  "far more than the engine can take: asked to come back, nothing acknowledged lost, memory bounded",
  async () => {
    const made = await fetch(`${spoor.address}/api/w/own/sources`, {
      method: "POST",
      body: JSON.stringify({ name: "Site" }),
    });
    const writeKey = ((await made.json()) as LiveSource).keys[0]!.shown;
    const counts = { accepted: 0, again: 0 };
    const until = Date.now() + SECONDS * 1000;
    let next = 0;
    const hand = async () => {
      while (Date.now() < until || counts.again === 0) {
        const first = (next += BATCH) - BATCH;
        const batch = Array.from({ length: BATCH }, (_, nth) => ({
          type: "track",
          messageId: `m${first + nth}`,
          userId: `u${(first + nth) % 500}`,
          event: `Step ${nth % 7}`,
          properties: { nr: String(first + nth), page: `/p/${nth}`, long: "x".repeat(200) },
        }));
        const body = JSON.stringify({ batch, writeKey });
        for (;;) {
          const answer = await fetch(`${spoor.address}/v1/batch`, { method: "POST", body });
          await answer.arrayBuffer();
          if (answer.status === 200) break;
          expect([429, 503]).toContain(answer.status);
          expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
          counts.again += 1;
          await pause(20);
        }
        counts.accepted += BATCH;
      }
    };
    const before = residentMegabytes();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, residentMegabytes())), 200);
    await Promise.all(Array.from({ length: HANDS }, hand));
    let events = 0;
    let ledger: LiveSource["ledger"];
    do {
      await pause(300);
      const sources = await fetch(`${spoor.address}/api/w/own/sources`);
      [{ ledger }] = (await sources.json()) as [LiveSource];
      const six = await (await fetch(`${spoor.address}/api/w/own/overview`)).json();
      events = z.object({ events: z.number() }).parse(six).events;
    } while (ledger.stored < counts.accepted || events < counts.accepted);
    clearInterval(watch);
    expect(counts.again).toBeGreaterThan(0);
    expect(ledger).toMatchObject({ received: next, stored: next, duplicate: 0, quarantined: 0 });
    expect(events).toBe(next);
    // What waits and what is on its way is bounded; a queue without end would go far beyond.
    expect(most - before).toBeLessThan(1500);
    await spoor.stop();
    await using engine = await openEngine(
      { path: join(spoor.dataDir, "engine") },
      keepSecret({ dataDir: spoor.dataDir, vaultKey: null }),
    );
    const rows = await engine.lookup.rows(
      z.object({ times: z.coerce.number(), numbers: z.coerce.number() }),
      "SELECT count() AS times, uniqExact(attributes['nr']) AS numbers FROM event",
    );
    expect(rows).toEqual([{ times: next, numbers: next }]);
  },
  SECONDS * 10_000 + 240_000,
);

function residentMegabytes(): number {
  const told = execFileSync("ps", ["-o", "rss=", "-p", String(spoor.pid)], { encoding: "utf8" });
  return Number(told) / 1024;
}
