import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { LiveSource } from "../../src/protocol/event/source.ts";
import type { Engine, Lane } from "../../src/engine/port.ts";
import { openSpoor, type Spoor } from "../../src/server/compose.ts";
import { readConfig } from "../../src/server/config.ts";
import type { Documents } from "../../src/server/documents/documents.ts";
import { Intake } from "../../src/server/event/intake/intake.ts";
import { Keys } from "../../src/server/event/intake/keys.ts";

/** `SPOOR_FAILURES=100` for a long run. */
const RUNS = Number(process.env["SPOOR_FAILURES"] ?? 3);

let dataDir: string;
let spoor: Spoor;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "spoor-stores-"));
  spoor = await openSpoor(readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0" }));
});
afterAll(async () => {
  await spoor?.[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

/** Lets the statement through or not, and tells that it failed: whether it ran, the caller cannot know. */
type Mood = () => "well" | "refuses" | "goes";

function moody(engine: Engine, mood: Mood): Engine {
  const lane = (of: Lane): Lane => ({
    rows: (...asked) => fickle(mood, () => of.rows(...asked)),
    run: (...asked) => fickle(mood, () => of.run(...asked)),
  });
  return {
    intake: lane(engine.intake),
    lookup: engine.lookup,
    analysis: lane(engine.analysis),
    load: (...asked) => fickle(mood, () => engine.load(...asked)),
    unmerged: (work) => engine.unmerged(work),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

function moodyBooks(documents: Documents, mood: Mood): Documents {
  return {
    query: (...asked) => fickle(mood, () => documents.query(...asked)),
    transaction: (work) => fickle(mood, () => documents.transaction(work)),
    compact: () => documents.compact(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function fickle<T>(mood: Mood, work: () => Promise<T>): Promise<T> {
  const now = mood();
  if (now === "refuses") throw new Error("The store refuses.");
  const done = await work();
  if (now === "goes") throw new Error("The store went away.");
  return done;
}

let sources = 0;

async function source(): Promise<{ name: string; workspace: number }> {
  const name = `Source ${(sources += 1)}`;
  const made = await spoor.app.request("http://localhost/api/w/own/sources", {
    method: "POST",
    body: JSON.stringify({ name }),
  });
  const key = ((await made.json()) as LiveSource).keys[0]!.shown;
  return { name, workspace: (await new Keys(spoor.documents, Date.now).holder(key))!.workspace };
}

/** Events of the engine by their number, and the books of the source. */
async function standing(name: string) {
  const rows = await spoor.engine.lookup.rows(
    z.object({ nr: z.coerce.number(), times: z.number() }),
    `SELECT attributes['nr'] AS nr, toUInt32(count()) AS times FROM event
    WHERE source = {name:String} GROUP BY nr ORDER BY toUInt32(nr)`,
    { name },
  );
  const answer = await spoor.app.request("http://localhost/api/w/own/sources");
  const all = (await answer.json()) as LiveSource[];
  return { rows, ledger: all.find((one) => one.name === name)!.ledger };
}

function lines(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, nth) =>
    JSON.stringify({
      id: `e${from + nth}`,
      type: "event",
      time: 1_767_225_600_000 + (from + nth) * 1000,
      what: `Step ${(from + nth) % 3}`,
      who: { customer: `c${(from + nth) % 5}` },
      attributes: { nr: String(from + nth) },
    }),
  );
}

/** Steps of all journeys of the customers of a source, whatever the derivations went through. */
async function steps(name: string): Promise<number> {
  const rows = await spoor.engine.lookup.rows(
    z.object({ steps: z.coerce.number() }),
    `SELECT sum(length(steps)) AS steps FROM journey FINAL WHERE ws = 1
    AND person IN (SELECT arrayJoin(who) FROM event WHERE source = {name:String})`,
    { name },
  );
  return rows[0]!.steps;
}

test(
  "stores that fail at any statement, before or after it, lose nothing and count nothing twice",
  async () => {
    // Trouble seldom comes alone: what is done about the first may fail, too.
    const anyTrouble = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 4 })), {
        minLength: 3,
        maxLength: 6,
      })
      .map((pairs) => pairs.flat());
    let expected = 0;
    await fc.assert(
      fc.asyncProperty(anyTrouble, fc.boolean(), async (gaps, after) => {
        const { name, workspace } = await source();
        const folder = join(dataDir, name);
        await mkdir(folder);
        const left = [...gaps];
        let next = left.shift()!;
        const mood: Mood = () => {
          if ((next -= 1) !== 0) return "well";
          next = left.shift() ?? 0;
          return after ? "goes" : "refuses";
        };
        const deps = {
          ...spoor.imports,
          engine: moody(spoor.engine, mood),
          documents: moodyBooks(spoor.documents, mood),
          dataDir: folder,
          later: 5,
          report: () => undefined,
        };
        const opened = async () => {
          for (;;) {
            const intake = await Intake.open(deps).catch(() => null);
            if (intake) return intake;
          }
        };
        const COUNT = 40;
        {
          await using intake = await opened();
          for (let from = 0; from < COUNT; from += 10) {
            const told = {
              workspace,
              source: name,
              at: Date.now(),
              lines: lines(from, 10),
              bad: [],
            };
            await intake.receive(told);
            if (from === 10) await intake.receive(told);
            await pause(50);
          }
          await intake.settled();
        }
        // What a start finds must not take anything out that counts.
        await using again = await opened();
        await again.settled();
        const { rows, ledger } = await standing(name);
        expect(rows).toEqual(Array.from({ length: COUNT }, (_, nr) => ({ nr, times: 1 })));
        expect(ledger).toEqual({
          received: COUNT + 10,
          stored: COUNT,
          duplicate: 10,
          quarantined: 0,
          suppressed: 0,
        });
        expected += COUNT;
        expect(await steps(name)).toBe(expected);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  },
  RUNS * 120_000 + 120_000,
);

test("a clock that jumps back and forth, and a summer time that begins, change no count", async () => {
  const { name, workspace } = await source();
  const folder = join(dataDir, name);
  await mkdir(folder);
  const HOUR = 3_600_000;
  // 29 March 2026, 02:00 in Amsterdam: it is 03:00 a second later.
  const summer = Date.UTC(2026, 2, 29, 1);
  const clock = [summer - 1000, summer + 1000, summer + 5 * HOUR, summer - 30 * HOUR, summer, 0];
  let nth = 0;
  const deps = {
    ...spoor.imports,
    dataDir: folder,
    now: () => clock[nth]!,
    report: (error: unknown) => {
      throw error;
    },
  };
  {
    await using intake = await Intake.open(deps);
    for (nth = 0; nth < clock.length; nth += 1) {
      const at = clock[nth]!;
      await intake.receive({ workspace, source: name, at, lines: lines(nth * 10, 12), bad: [] });
      if (nth % 2 === 0) await intake.settled();
    }
    nth = 0;
    await intake.settled();
    expect(intake.state).toEqual({ backlog: 0, since: null, failure: null });
  }
  const { rows, ledger } = await standing(name);
  expect(rows).toEqual(Array.from({ length: 62 }, (_, nr) => ({ nr, times: 1 })));
  expect(ledger).toMatchObject({ received: 72, stored: 62, duplicate: 10, quarantined: 0 });
  const answer = await spoor.app.request(`http://localhost/api/w/own/sources/${name}/hours`);
  const hours = (await answer.json()) as { ledger: { received: number } }[];
  expect(hours.reduce((sum, hour) => sum + hour.ledger.received, 0)).toBe(72);
}, 300_000);
