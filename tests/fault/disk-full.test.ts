import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import type { LiveSource } from "../../src/protocol/event/source.ts";
import { openEngine } from "../../src/engine/open.ts";
import { keepSecret } from "../../src/server/identity/secret.ts";
import { startSpoor } from "../e2e/running-spoor.ts";

/** A disk of its own, which only root can make. */
const folder = mkdtempSync(join(tmpdir(), "spoor-full-"));
const mounted = mount();
afterAll(() => {
  if (mounted) execFileSync("umount", ["--lazy", folder]);
  rmSync(folder, { recursive: true, force: true });
});

function mount(): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=400m", "spoor", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Takes all of the disk but so many bytes. */
async function fillUp(left: number): Promise<string> {
  const path = join(folder, "ballast");
  const ballast = await open(path, "w");
  const block = Buffer.alloc(64 * 1024);
  const free = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  while (free() > left + block.length) await ballast.writeFile(block);
  await ballast.close();
  return path;
}

test.skipIf(!mounted)(
  "a full disk refuses for a while, and loses nothing that was acknowledged",
  async () => {
    await using spoor = await startSpoor({ demo: false, dataDir: join(folder, "data") });
    const made = await fetch(`${spoor.address}/api/w/own/sources`, {
      method: "POST",
      body: JSON.stringify({ name: "Site" }),
    });
    const writeKey = ((await made.json()) as LiveSource).keys[0]!.shown;
    const send = (from: number) => {
      const batch = Array.from({ length: 50 }, (_, nth) => ({
        type: "track",
        messageId: `m${from + nth}`,
        userId: `u${(from + nth) % 40}`,
        event: "Step",
        properties: { nr: String(from + nth), long: "x".repeat(1000) },
      }));
      const body = JSON.stringify({ batch, writeKey });
      return fetch(`${spoor.address}/v1/batch`, { method: "POST", body });
    };
    let told = 0;
    const refused = new Set<number>();
    const tell = async () => {
      const answer = await send(told);
      if (answer.status === 200) {
        told += 50;
        return;
      }
      refused.add(answer.status);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      await pause(50);
    };
    for (let nth = 0; nth < 10; nth += 1) await tell();
    const ballast = await fillUp(1 << 20);
    for (let nth = 0; nth < 200 || refused.size === 0; nth += 1) await tell();
    expect([...refused].filter((status) => status !== 507 && status !== 503)).toEqual([]);
    await rm(ballast);
    const before = told;
    while (told < before + 500) await tell();

    let ledger: LiveSource["ledger"];
    let events = 0;
    do {
      await pause(500);
      const [source] = (await (await fetch(`${spoor.address}/api/w/own/sources`)).json()) as [
        LiveSource,
      ];
      ({ ledger } = source);
      const six = await (await fetch(`${spoor.address}/api/w/own/overview`)).json();
      events = z.object({ events: z.number() }).parse(six).events;
    } while (ledger.stored < told || events < told);
    expect(ledger).toMatchObject({ stored: told, quarantined: 0 });
    expect(ledger.received).toBe(ledger.stored + ledger.duplicate + ledger.quarantined);
    await spoor.stop();
    await using engine = await openEngine(
      { path: join(spoor.dataDir, "engine") },
      keepSecret({ dataDir: spoor.dataDir, vaultKey: null }),
    );
    const rows = await engine.lookup.rows(
      z.object({ nr: z.coerce.number(), times: z.number() }),
      `SELECT attributes['nr'] AS nr, toUInt32(count()) AS times FROM event
      GROUP BY nr ORDER BY toUInt32(nr)`,
    );
    expect(rows).toEqual(Array.from({ length: told }, (_, nr) => ({ nr, times: 1 })));
  },
  600_000,
);
