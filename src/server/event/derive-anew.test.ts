import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { derive } from "../../engine/event/derive.ts";
import { listUnderived } from "../../engine/event/underived.ts";
import type { Workspace } from "../../protocol/workspace.ts";
import { openSpoor, type Spoor } from "../compose.ts";
import { readConfig } from "../config.ts";
import { findWorkspace } from "../documents/workspace.ts";
import { Loading } from "../workspace/loading.ts";
import { deriveAnew } from "./derive-anew.ts";

const folder = await mkdtemp(join(tmpdir(), "spoor-anew-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
const open = () => openSpoor(readConfig({ SPOOR_DATA: folder, SPOOR_DEMO: "0" }));

const send = (spoor: Spoor, path: string) => spoor.app.request(`http://localhost${path}`);
async function own(spoor: Spoor): Promise<Workspace> {
  const all = (await (await send(spoor, "/api/workspaces")).json()) as Workspace[];
  return all.find(({ slug }) => slug === "own")!;
}

/** As a change of the tables leaves it: nothing is derived, and it is noted that it must be. */
async function takeAway({ engine }: Spoor, ws: number): Promise<void> {
  await engine.intake.run(`ALTER TABLE journey DROP PARTITION ${ws}`);
  await engine.intake.run(`INSERT INTO underived (ws) VALUES (${ws})`);
}

test("what an update took away is derived while its page says how far it is; until then no number is told", async () => {
  let before: unknown;
  let ws: number;
  {
    await using spoor = await open();
    ws = (await findWorkspace(spoor.documents, "own")).id;
    await spoor.engine.intake.run(
      `INSERT INTO load (ws, import, source, file, row, line, rule, kind, id, time, event, who)
      SELECT ${ws}, 1, 'crm', 'f', number, number, 0, 'event', sipHash64(number),
        toDateTime64('2026-03-01 10:00:00', 3, 'UTC') + number, 'bought', [('customer', toString(number % 50))]
      FROM numbers(500)`,
    );
    await derive(spoor.engine, { ws, imports: null, settings: { identity: {} } });
    before = await (await send(spoor, "/api/w/own/overview")).json();
    expect(before).toMatchObject({ people: 50, events: 500 });
    await takeAway(spoor, ws);

    // With a derivation that waits: what is shown and answered meanwhile, and what a stop leaves.
    const { engine, documents, imports } = spoor;
    const loading = new Loading();
    const begun = Promise.withResolvers<void>();
    const anew = await deriveAnew({
      engine,
      documents,
      queue: imports.queue,
      loading,
      derive: (_, { onProgress, signal }) => {
        onProgress?.(0.4);
        begun.resolve();
        return new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => reject(new Error("stopped")));
        });
      },
      report(error) {
        throw error;
      },
    });
    expect(loading.of("own")?.step).toBe("derive");
    await begun.promise;
    expect(loading.of("own")).toEqual({ step: "derive", share: 0.4 });
    await anew[Symbol.asyncDispose]();
    expect(await listUnderived(engine.intake)).toEqual([ws]);
  }
  await using spoor = await open();
  // It is open at once. No number of what is half derived is told.
  const answers: number[] = [];
  for (;;) {
    const { loading } = await own(spoor);
    const answer = await send(spoor, "/api/w/own/overview");
    answers.push(answer.status);
    if (loading !== null) expect(loading.step).toBe("derive");
    if (answer.status === 503)
      expect(await answer.json()).toMatchObject({ message: { key: "derived-anew" } });
    else {
      expect(await answer.json()).toEqual(before);
      break;
    }
  }
  await expect.poll(async () => (await own(spoor)).loading, { timeout: 60_000 }).toBeNull();
  expect(answers.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(await listUnderived(spoor.engine.intake)).toEqual([]);
  const [rows] = await spoor.engine.lookup.rows(
    z.object({ journeys: z.number() }),
    `SELECT toUInt32(count()) AS journeys FROM journey FINAL WHERE ws = ${ws}`,
  );
  expect(rows).toEqual({ journeys: 50 });
}, 400_000);
