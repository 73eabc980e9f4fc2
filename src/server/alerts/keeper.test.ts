import { afterAll, beforeAll, expect, test } from "vitest";
import { mappingOf, openStores, type Stores } from "../../../tests/golden/import/stores.ts";
import { Chance } from "../../core/demo/chance.ts";
import type { Mapping } from "../../core/event/mapping.ts";
import { createQueue } from "../event/queue.ts";
import { alertHandlers } from "./handlers.ts";
import { AlertKeeper } from "./keeper.ts";

const DAY = 86_400_000;
const DAYS = 260;
const BEGIN = Date.UTC(2026, 0, 5);
const dayOf = (nth: number) => new Date(BEGIN + nth * DAY).toISOString().slice(0, 10);
/** Days on which something is planted. */
const [SURGE, OUTAGE, SILENT] = [170, 213, 234];

let stores: Stores;
let slug: string;
let ws: number;
beforeAll(async () => {
  stores = await openStores();
  ({ slug, id: ws } = await stores.workspace());
}, 120_000);
afterAll(() => stores[Symbol.asyncDispose](), 120_000);

/** Customers of each day at each touchpoint, fewer at weekends. */
function linesOf(source: "web" | "calls"): string {
  const chance = new Chance(source === "web" ? 3 : 4);
  const lines = ["journey,event,time"];
  for (let day = 0; day < DAYS; day += 1) {
    const weekend = day % 7 > 4;
    const events = source === "web" ? ["viewed", "ordered", "paid"] : ["called"];
    for (const [nth, event] of events.entries()) {
      let count = Math.round((weekend ? 25 : 60) + 5 * nth + 5 * chance.bell());
      if (day === SURGE && event === "ordered") count *= 3;
      if (day === OUTAGE && event === "paid") count = 0;
      if (day === SILENT && source === "calls") count = 0;
      for (let each = 0; each < count; each += 1)
        lines.push(
          `${source}-${event}-${day}-${each},${event},${new Date(BEGIN + day * DAY + each * 60_000).toISOString()}`,
        );
    }
  }
  return `${lines.join("\n")}\n`;
}

function mapped(source: string): Mapping {
  return mappingOf([{ journey: "journey", what: "event", time: "time" }], { name: source });
}

test("planted odd days are found, exactly those, kept, and can be dealt with", async () => {
  const { documents, engine } = stores.deps;
  for (const source of ["web", "calls"] as const)
    await stores.import(
      slug,
      [await stores.file(`${source}.csv`, linesOf(source))],
      mapped(source),
    );
  let now = BEGIN + DAYS * DAY;
  const told: string[] = [];
  await using keeper = new AlertKeeper({
    engine,
    documents,
    queue: createQueue(),
    now: () => now,
    report: (error) => {
      throw error;
    },
    onFresh: async (_, fresh) => void told.push(...fresh.map(({ day }) => day)),
    pause: 0,
  });
  const { alerts, changeAlert, muteAlerts } = alertHandlers({ engine, documents, now: () => now });
  const params = { workspace: slug };
  const ask = () => alerts({ params } as Parameters<typeof alerts>[0]);
  expect((await ask()).run).toBeNull();

  await keeper.look();
  const found = await ask();
  expect(
    found.alerts.map(({ day, at, to, z, reason }) => [day, at.event, to, z > 0, reason]),
  ).toEqual([
    [dayOf(SILENT), "called", null, false, { is: "source", source: "calls" }],
    [dayOf(OUTAGE), "paid", null, false, { is: "customers" }],
    [dayOf(SURGE), "ordered", null, true, { is: "customers" }],
  ]);
  // What lies back when Spoor first looks is no news.
  expect(told).toEqual([]);

  const [silent, outage] = found.alerts;
  const change = (alert: string, state: "new" | "seen" | "explained", note: string) =>
    changeAlert({ params: { ...params, alert }, body: { state, note, who: "Ann" } } as Parameters<
      typeof changeAlert
    >[0]);
  expect(await change(silent!.id, "explained", "The line was down")).toMatchObject({
    state: "explained",
    note: "The line was down",
    who: "Ann",
  });
  expect(await change(silent!.id, "new", "")).toMatchObject({ state: "new", note: "" });
  await change(outage!.id, "seen", "");
  await expect(change("al_none", "seen", "")).rejects.toMatchObject({ code: "not-found" });
  const body = { at: outage!.at.code, to: null, who: "Ann" };
  const mute = (muted: boolean) =>
    muteAlerts({ params, body: { ...body, muted } } as Parameters<typeof muteAlerts>[0]);
  expect((await mute(true)).alerts.map(({ muted }) => muted)).toEqual([false, true, false]);
  expect((await mute(true)).muted).toHaveLength(1);
  expect((await mute(false)).muted).toEqual([]);

  // Late events: the outage was none. It was looked at, so it stays and says so; a new surge is news.
  const late = ["journey,event,time"];
  for (let each = 0; each < 68; each += 1)
    late.push(`late-${each},paid,${new Date(BEGIN + OUTAGE * DAY + each * 60_000).toISOString()}`);
  for (let each = 0; each < 250; each += 1)
    late.push(`new-${each},viewed,${new Date(BEGIN + 250 * DAY + each * 60_000).toISOString()}`);
  await stores.import(slug, [await stores.file("late.csv", late.join("\n"))], mapped("web"));
  now += DAY;
  await keeper.look();
  const after = await ask();
  expect(after.alerts.map(({ day, withdrawn, state }) => [day, withdrawn, state])).toEqual([
    [dayOf(250), false, "new"],
    [dayOf(SILENT), false, "new"],
    [dayOf(OUTAGE), true, "seen"],
    [dayOf(SURGE), false, "new"],
  ]);
  expect(told).toEqual([dayOf(250)]);
  expect(ws).toBeGreaterThan(0);
}, 180_000);
