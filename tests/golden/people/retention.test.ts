import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { ImportStatus } from "../../../src/core/event/import.ts";
import type { RetentionTerm } from "../../../src/core/people/retention-rule.ts";
import { retentionReach } from "../../../src/engine/people/retain.ts";
import { overview } from "../../../src/engine/question/overview.ts";
import { addRule, endRule, listRules } from "../../../src/server/documents/retention.ts";
import { RetentionClock } from "../../../src/server/people/retention-clock.ts";
import { mappingOf, openStores, type Stores } from "../import/stores.ts";

let stores: Stores;
beforeAll(async () => {
  stores = await openStores();
});
afterAll(() => stores[Symbol.asyncDispose]());

const DAY = 86_400_000;
const mapping = mappingOf([{ what: "what", time: "time", who: { email: "mail" } }]);

/** Ann has old views and a late order, Bob only old views; a day has one view more than the last. */
function file(): string {
  const rows = ["what,time,mail"];
  for (let day = 1; day <= 9; day += 1)
    for (let nth = 0; nth < day; nth += 1)
      rows.push(`view,2026-01-0${day}T10:00:0${nth}Z,${nth % 2 === 0 ? "ann" : "bob"}@x.nl`);
  return `${[...rows, "order,2026-02-01T10:00:00Z,ann@x.nl"].join("\n")}\n`;
}

test("events go a day after the rule was made, in pieces, with the people of whom nothing is left; a replay is suppressed", async () => {
  const { deps } = stores;
  const { engine, documents } = deps;
  const { id: ws, slug } = await stores.workspace();
  const path = await stores.file("views.csv", file());
  // The clock of this test; rules are made by that of the database, which is today's.
  let now = Date.now();
  const timed = { ...deps, now: () => now };
  const bring = async (): Promise<ImportStatus> => {
    const { startImport } = await import("../../../src/server/event/import.ts");
    return (await startImport(timed, { workspace: slug, files: [{ path }], mapping })).done;
  };
  expect((await bring()).ledger).toEqual({
    received: 46,
    stored: 46,
    duplicate: 0,
    quarantined: 0,
  });
  const figures = async () => {
    const { people, events } = await overview(engine, { ws, filter: {}, segments: {} });
    return { people, events };
  };
  expect(await figures()).toEqual({ people: 2, events: 46 });

  // So many days ago that views up to the 6th of January are too old today.
  const days = Math.floor((now - Date.UTC(2026, 0, 7)) / DAY);
  const term: RetentionTerm = { kind: null, event: "view", source: null, days };
  const limit = now - days * DAY;
  const old = Array.from({ length: 9 }, (_, day) => ({ day: day + 1, views: day + 1 })).filter(
    ({ day }) => Date.UTC(2026, 0, day, 10) < limit,
  );
  const gone = old.reduce((sum, { views }) => sum + views, 0);
  expect(await retentionReach(engine, { ws, term, now })).toMatchObject({
    of: 45,
    events: gone,
    people: 2,
    whole: 0,
    first: "2026-01-01T10:00:00.000Z",
  });

  const rule = await addRule(documents, ws, term, "Eva");
  const clock = new RetentionClock({
    ...timed,
    report: (error) => {
      throw error;
    },
    most: 7,
  });
  await using _ = clock;
  await clock.look();
  expect(await figures()).toEqual({ people: 2, events: 46 });

  // The next day all of them go, seven at a time.
  now += DAY;
  const left = Array.from({ length: 9 }, (_, day) => day + 1)
    .filter((day) => Date.UTC(2026, 0, day, 10) >= limit + DAY)
    .reduce((sum, views) => sum + views, 0);
  await clock.look();
  expect(await figures()).toEqual({ people: 2, events: left + 1 });
  const [told] = await listRules(documents, ws);
  expect([told!.gone, told!.last]).toEqual([45 - left, new Date(now).toISOString().slice(0, 10)]);
  await clock.look();
  expect((await listRules(documents, ws))[0]!.gone).toBe(45 - left);

  // The file once more: what is too old is not kept, what is there is known.
  expect((await bring()).ledger).toEqual({
    received: 46,
    stored: 0,
    duplicate: left + 1,
    quarantined: 0,
    suppressed: 45 - left,
  });
  expect(await figures()).toEqual({ people: 2, events: left + 1 });

  // All views go in the end, and Bob with them.
  now += 60 * DAY;
  await clock.look();
  expect(await figures()).toEqual({ people: 1, events: 1 });
  const identifiers = await engine.lookup.rows(
    z.object({ hash: z.string() }),
    `SELECT DISTINCT hash FROM identifier WHERE ws = ${ws}`,
  );
  expect(identifiers).toHaveLength(1);

  // Once the rule is ended, what is told again is kept again.
  await endRule(documents, ws, rule.id, { ended: true, who: "Eva" });
  expect((await bring()).ledger).toMatchObject({ received: 46, stored: 45, duplicate: 1 });
  expect(await figures()).toEqual({ people: 2, events: 46 });
}, 300_000);
