import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LiveSource } from "../../../protocol/event/source.ts";
import type { Workspace } from "../../../protocol/workspace.ts";
import { openSpoor, type Spoor } from "../../compose.ts";
import { readConfig } from "../../config.ts";

let dataDir: string;
let spoor: Spoor;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "spoor-order-"));
  spoor = await openSpoor(readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0" }));
});
afterAll(async () => {
  await spoor[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const init = { method: "POST", body: JSON.stringify(body) };
  const response = await spoor.app.request(`http://localhost/api${path}`, body ? init : {});
  expect(response.ok).toBe(true);
  return (await response.json()) as T;
}

type Call = Readonly<Record<string, unknown>>;

/** A day of calls: visitors who sign in or not, and steps that may come at the same moment. */
const anyDay = fc
  .array(
    fc.record({
      visitor: fc.integer({ min: 0, max: 11 }),
      what: fc.constantFrom("page", "page", "track", "track", "identify", "alias"),
      name: fc.constantFrom("Rates", "Cart", "Order"),
      minute: fc.integer({ min: 0, max: 600 }),
      customer: fc.integer({ min: 0, max: 7 }),
    }),
    { minLength: 30, maxLength: 90 },
  )
  .map((all) =>
    all.map(({ visitor, what, name, minute, customer }, nr): Call => {
      const time = new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString();
      const base = { type: what, messageId: `d${nr}`, anonymousId: `v${visitor}`, timestamp: time };
      if (what === "identify") return { ...base, userId: `c${customer}`, traits: { plan: name } };
      if (what === "alias")
        return { ...base, userId: `c${customer}`, previousId: `c${(customer + 1) % 8}` };
      return { ...base, event: name, name, properties: { nr } };
    }),
  );

let spaces = 0;

/** All that can be asked of a workspace that was told these batches, one after the other. */
async function toldIn(batches: readonly (readonly Call[])[]): Promise<unknown> {
  const { slug } = await ask<Workspace>("/workspaces", { name: `Order ${(spaces += 1)}` });
  const made = await ask<LiveSource>(`/w/${slug}/sources`, { name: "Site" });
  for (const batch of batches) {
    const response = await spoor.app.request("http://localhost/v1/batch", {
      method: "POST",
      body: JSON.stringify({ batch, writeKey: made.keys[0]!.shown }),
    });
    expect(response.status).toBe(200);
    if (batch.length % 3 === 0) await spoor.intake.settled();
  }
  await spoor.intake.settled();
  const [{ ledger }] = await ask<[LiveSource]>(`/w/${slug}/sources`);
  const answers = await Promise.all(
    ["overview", "flow", "routes", "touchpoints", "journeys"].map((name) =>
      ask(`/w/${slug}/${name}`),
    ),
  );
  return { stored: ledger.stored, quarantined: ledger.quarantined, answers: plainly(answers) };
}

/** Codes, and what is made of them, are given in the order of arrival; so is the order of equals in a list. */
function plainly(answer: unknown): unknown {
  if (Array.isArray(answer)) {
    const all = answer.map(plainly);
    const parts = all.every((one) => typeof one === "object");
    return parts ? all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : all;
  }
  if (typeof answer !== "object" || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).flatMap(([name, value]) =>
      name === "code" || name === "id" ? [] : [[name, plainly(value)]],
    ),
  );
}

test("the outcome depends on what was told, not on the order, the batches or how often", async () => {
  const anyTelling = fc.tuple(anyDay, fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 25 }));
  await fc.assert(
    fc.asyncProperty(anyTelling, async ([day, chance, size]) => {
      const shuffled = [...day, ...day.filter((_, nr) => nr % 4 === 0)]
        .map((call) => ({ call, at: chance.next().value as number }))
        .toSorted((one, other) => one.at - other.at)
        .map(({ call }) => call);
      const batches: Call[][] = [];
      for (let at = 0; at < shuffled.length; at += size)
        batches.push(shuffled.slice(at, at + size));
      expect(await toldIn(batches)).toEqual(await toldIn([day]));
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 180_000);
