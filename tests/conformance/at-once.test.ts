import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { derive, type DeriveTask } from "../../src/engine/event/derive.ts";
import { openEngine } from "../../src/engine/open.ts";
import type { Engine } from "../../src/engine/port.ts";
import { overview } from "../../src/engine/question/overview.ts";
import { startClickhouse } from "./clickhouse-server.ts";

const folder = mkdtempSync(join(tmpdir(), "spoor-at-once-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const server = await startClickhouse();
afterAll(() => server[Symbol.asyncDispose]());

const adapters = [
  { name: "in this process", where: { path: join(folder, "engine") } },
  { name: "server", where: { url: server.url } },
];

describe.each(adapters)("while it is derived: $name", ({ where }) => {
  let engine: Engine;
  let ws = 0;
  beforeAll(async () => {
    engine = await openEngine(where);
  });
  afterAll(() => engine[Symbol.asyncDispose]());

  /** Two who are nobody's yet, with so many events each, of so many letters. */
  async function two(events: number, letters: number): Promise<number> {
    ws += 1;
    const who = "[('cookie', toString(number % 2))]";
    await insert(ws, { number: 1, events: 2 * events, letters, who });
    await derive(engine, { ws, imports: [1], settings });
    return ws;
  }

  /** An event in which both are named: they are one. */
  const join2 = (space: number) =>
    insert(space, {
      number: 2,
      events: 1,
      letters: 1,
      who: "[('cookie', '0'), ('cookie', '1')]",
    });

  const settings: DeriveTask["settings"] = { identity: {} };

  function insert(
    space: number,
    of: { number: number; events: number; letters: number; who: string },
  ): Promise<void> {
    return engine.intake.run(
      `INSERT INTO load (ws, import, source, file, row, line, rule, kind, id, time, event, channel, who, comment)
      SELECT {space:UInt32}, {number:UInt32}, 'web', 'f', number + 1, number + 1, 0, 'event',
        sipHash64({number:UInt32}, number), toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + number,
        concat('Step ', toString(number % 5)), '', ${of.who}, repeat('x', {letters:UInt32})
      FROM numbers({events:UInt64})`,
      { space, number: of.number, events: of.events, letters: of.letters },
    );
  }

  async function look(space: number): Promise<string> {
    const { events, journeys, people } = await overview(engine, {
      ws: space,
      filter: {},
      segments: {},
    });
    return `${events} events, ${journeys} journeys, ${people} people`;
  }

  /** Derives while the counts are looked at all the time, and after every statement. */
  async function seenWhile(task: DeriveTask): Promise<string[]> {
    const seen: string[] = [await look(task.ws)];
    const note = async () => {
      const now = await look(task.ws);
      if (now !== seen.at(-1)) seen.push(now);
    };
    let over = false;
    const looking = (async () => {
      while (!over) await note();
    })();
    try {
      await derive(after(engine, note), task);
    } finally {
      over = true;
      await looking;
    }
    await note();
    return seen;
  }

  test("what few events change is seen as it was, then as it is", async () => {
    const space = await two(3, 1);
    await join2(space);
    expect(await seenWhile({ ws: space, imports: [2], settings })).toEqual([
      "6 events, 2 journeys, 2 people",
      "7 events, 1 journeys, 1 people",
    ]);
  });

  test("and so is what is too much for one block", async () => {
    const space = await two(30_000, 2_000);
    await join2(space);
    expect(await seenWhile({ ws: space, imports: [2], settings })).toEqual([
      "60000 events, 2 journeys, 2 people",
      "60001 events, 1 journeys, 1 people",
    ]);
  });

  test("and all of it, when it is derived anew in another way", async () => {
    const space = await two(3, 1);
    await join2(space);
    const gap: DeriveTask["settings"] = {
      ...settings,
      journeys: { by: "gap", days: 0.5 / 86_400 },
    };
    expect(await seenWhile({ ws: space, imports: null, settings: gap })).toEqual([
      "6 events, 2 journeys, 2 people",
      "7 events, 6 journeys, 1 people",
    ]);
    const none: DeriveTask["settings"] = {
      ...settings,
      journeys: { by: "bounds", start: ["Never"], end: [] },
    };
    expect(await seenWhile({ ws: space, imports: null, settings: none })).toEqual([
      "7 events, 6 journeys, 1 people",
      "0 events, 0 journeys, 0 people",
    ]);
  });

  test.each([{ imports: [2] }, { imports: null }])(
    "a derivation of $imports that fails anywhere leaves it as it was or as it is, and the next ends it",
    async ({ imports }) => {
      for (let failing = 0; ; failing += 1) {
        const space = await two(3, 1);
        await join2(space);
        const task: DeriveTask = { ws: space, imports, settings };
        const broken = await derive(failingAt(engine, failing), task).then(
          () => false,
          () => true,
        );
        const now = "7 events, 1 journeys, 1 people";
        if (broken) expect(["6 events, 2 journeys, 2 people", now]).toContain(await look(space));
        else expect(failing).toBeGreaterThan(3);
        await derive(engine, task);
        expect(await look(space)).toBe(now);
        if (!broken) break;
      }
    },
    300_000,
  );
});

/** The engine, which does something after every statement that writes. */
function after(engine: Engine, then: () => Promise<void>): Engine {
  const { intake } = engine;
  const run: typeof intake.run = async (...statement) => {
    await intake.run(...statement);
    await then();
  };
  return { ...engine, intake: { ...intake, run } };
}

/** The engine, in which one of the statements that change journeys fails: the nth. */
function failingAt(engine: Engine, nth: number): Engine {
  const { intake } = engine;
  let told = 0;
  const run: typeof intake.run = async (sql, ...more) => {
    if (/^\s*(INSERT INTO|ALTER TABLE) journey/.test(sql) && told++ === nth)
      throw new Error("Just now.");
    await intake.run(sql, ...more);
  };
  return { ...engine, intake: { ...intake, run } };
}
