import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { migrate } from "../../src/engine/migrate.ts";
import { openEngine } from "../../src/engine/open.ts";
import type { Engine, Lane } from "../../src/engine/port.ts";
import {
  eventHash,
  identifierHash,
  journeyHash,
  opened,
} from "../../src/engine/identity/pseudonym.ts";
import type { SecretKeeper } from "../../src/engine/identity/vault.ts";
import { startClickhouse } from "./clickhouse-server.ts";
import { freePort } from "./postgres-server.ts";

const folder = mkdtempSync(join(tmpdir(), "spoor-engine-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const server = await startClickhouse();
afterAll(() => server[Symbol.asyncDispose]());

const adapters = [
  { name: "in this process", where: { path: join(folder, "engine") } },
  { name: "server", where: { url: server.url } },
];
const secret = Buffer.alloc(32, 5);
const keeper: SecretKeeper = { read: async () => secret, make: async () => secret };
const anything = z.unknown();
const Count = z.strictObject({ n: z.number() });

/** Runs until it is stopped, on whatever machine. */
const endless = "SELECT toUInt8(sum(sipHash64(number)) % 2) AS n FROM numbers(1000000000000)";

async function count(lane: Lane, from: string): Promise<number | undefined> {
  const [row] = await lane.rows(Count, `SELECT toUInt32(count()) AS n FROM ${from}`);
  return row?.n;
}

describe.each(adapters)("engine: $name", ({ where }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(where, keeper);
  });
  afterAll(() => engine[Symbol.asyncDispose]());

  test("values come back in the same form from every adapter", async () => {
    const sql = `SELECT 18446744073709551615 AS large, toUInt32(7) AS small, nan AS none,
      toDateTime64('2026-03-29 00:30:00.250', 3, 'UTC') AS time, [toUInt64(1)] AS ids, 'ï\n' AS text`;
    expect(await engine.lookup.rows(anything, sql)).toEqual([
      {
        large: "18446744073709551615",
        small: 7,
        none: null,
        time: "2026-03-29T00:30:00.250Z",
        ids: ["1"],
        text: "ï\n",
      },
    ]);
  });

  test("parameters arrive as they are and are never read as SQL", async () => {
    const nasty = "it's {b:String} \\ \t\n\r'; DROP TABLE event; --";
    const parameters = {
      text: nasty,
      texts: [nasty, ""],
      ids: [18446744073709551615n],
      id: "18446744073709551615",
      none: null,
      truth: true,
      real: -0.5,
    };
    const sql = `SELECT {text:String} AS text, {texts:Array(String)} AS texts,
      {ids:Array(UInt64)} AS ids, {id:UInt64} AS id, {none:Nullable(String)} AS none,
      {truth:Bool} AS truth, {real:Float64} AS real`;
    expect(await engine.lookup.rows(anything, sql, parameters)).toEqual([
      { ...parameters, ids: ["18446744073709551615"] },
    ]);
  });

  test("a parameter without a value is an error, also when an earlier statement had one", async () => {
    const sql = "SELECT {missing:String} AS text";
    await engine.lookup.rows(anything, sql, { missing: "here" });
    await expect(engine.lookup.rows(anything, sql)).rejects.toMatchObject({
      code: "engine",
      message: expect.stringContaining("missing"),
    });
  });

  test("the settings of one statement end with it", async () => {
    const sql = "SELECT toString(getSetting('max_block_size')) AS size";
    const [before] = await engine.lookup.rows(anything, sql);
    const changed = await engine.lookup.rows(
      anything,
      sql,
      {},
      { settings: { max_block_size: 7 } },
    );
    expect(changed).toEqual([{ size: "7" }]);
    expect(await engine.lookup.rows(anything, sql)).toEqual([before]);
  });

  test("lanes run beside each other, and a lane's own statements one by one", async () => {
    const stop = new AbortController();
    const ended: string[] = [];
    const scans = (["analysis", "intake"] as const).map(async (lane) => {
      const scan = engine[lane].rows(anything, endless, {}, { signal: stop.signal });
      await expect(scan).rejects.toMatchObject({ code: "cancelled" });
      ended.push(lane);
    });
    const behind = engine.analysis.rows(anything, "SELECT 1 AS n").then(() => ended.push("behind"));
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        engine.lookup.rows(anything, "SELECT {n:UInt8} AS n", { n }),
      ),
    );
    ended.push("look-ups");
    stop.abort();
    await Promise.all([...scans, behind]);
    expect(ended[0]).toBe("look-ups");
    expect(ended.filter((each) => each !== "intake")).toEqual(["look-ups", "analysis", "behind"]);
  });

  test("aborting kills the statement in the engine and frees the lane", async () => {
    const stop = new AbortController();
    const scan = engine.analysis.rows(anything, endless, {}, { signal: stop.signal });
    const running = () =>
      count(
        engine.lookup,
        "system.processes WHERE query LIKE '%1000000000000%' AND query NOT LIKE '%processes%' AND NOT is_cancelled",
      );
    await expect.poll(running).toBe(1);
    stop.abort();
    await expect(scan).rejects.toMatchObject({ code: "cancelled" });
    expect(await running()).toBe(0);
    expect(await count(engine.analysis, "numbers(3)")).toBe(3);
  });

  test("a statement that is killed leaves nothing to the answers after it", async () => {
    const row = z.strictObject({ mine: z.number() });
    let told = 0;
    for (let mine = 0; mine < 300; mine += 1) {
      const stop = new AbortController();
      const sql = `SELECT toUInt16(${mine}) AS mine FROM numbers(20000) GROUP BY number < 0`;
      const asked = engine.analysis.rows(row, sql, {}, { signal: stop.signal });
      if (mine % 4 > 0) setImmediate(() => stop.abort());
      const [answer] = await Promise.allSettled([asked]);
      if (answer.status === "fulfilled") expect(answer.value).toEqual([{ mine }]);
      else expect(answer.reason).toMatchObject({ code: "cancelled" });
      told += answer.status === "fulfilled" ? 1 : 0;
    }
    expect(told).toBeGreaterThanOrEqual(75);
  });

  test("a statement that is aborted at once, or while it waits, does nothing", async () => {
    await engine.intake.run(
      "CREATE OR REPLACE TABLE never (n UInt8) ENGINE = MergeTree ORDER BY n",
    );
    const stop = new AbortController();
    const scan = engine.intake.rows(anything, endless, {}, { signal: stop.signal });
    const waiting = AbortSignal.abort();
    const insert = engine.intake.run("INSERT INTO never VALUES (1)", {}, { signal: waiting });
    await expect(insert).rejects.toMatchObject({ code: "cancelled" });
    stop.abort();
    await expect(scan).rejects.toMatchObject({ code: "cancelled" });
    expect(await count(engine.intake, "never")).toBe(0);
  });

  test("too long, too much and nonsense are told apart", async () => {
    await expect(engine.analysis.rows(anything, endless, {}, { seconds: 1 })).rejects.toMatchObject(
      { code: "timeout" },
    );
    const hungry = "SELECT length(groupArray(number)) AS n FROM numbers(100000000)";
    await expect(
      engine.analysis.rows(anything, hungry, {}, { memory: 50_000_000 }),
    ).rejects.toMatchObject({ code: "too-much" });
    await expect(engine.analysis.rows(anything, "SELECT nonsense")).rejects.toMatchObject({
      code: "engine",
      message: expect.stringContaining("nonsense"),
    });
  });

  test("a row of another shape than the reader's is a fault, not an answer", async () => {
    const Text = z.strictObject({ n: z.string() });
    await expect(engine.lookup.rows(Text, "SELECT toUInt8(1) AS n")).rejects.toThrow(z.ZodError);
  });

  describe("load", () => {
    const structure = "place UInt64, text String";
    const numbered = (from: string) =>
      `INSERT INTO numbered SELECT rowNumberInAllBlocks() + 1, place, text, {ws:UInt32} FROM ${from}`;
    const wrong = "numbered WHERE row != place";
    const large = 700_000;

    beforeAll(async () => {
      await engine.intake.run(
        `CREATE OR REPLACE TABLE numbered (row UInt64, place UInt64, text String, ws UInt32)
         ENGINE = MergeTree ORDER BY place`,
      );
      await engine.intake.run(
        "CREATE OR REPLACE TABLE sink (place UInt64, text String) ENGINE = Null",
      );
    });

    test("keeps the rows of a CSV in order and numbers them, two files at once", async () => {
      const path = join(folder, "large.csv");
      const line = (_: unknown, n: number) => `${n + 1},"text ""${n}"",\nsecond line"\n`;
      writeFileSync(path, Array.from({ length: large }, line).join(""));
      const small = { max_block_size: 5000, max_insert_block_size: 5000, max_threads: 4 };
      const chunk = { path, format: "CSV", structure, settings: small } as const;
      await Promise.all([1, 2].map((ws) => engine.load(chunk, numbered, { ws })));
      expect(await count(engine.lookup, "numbered WHERE ws = 1")).toBe(large);
      expect(await count(engine.lookup, "numbered WHERE ws = 2")).toBe(large);
      expect(await count(engine.lookup, wrong)).toBe(0);
      expect(
        await engine.lookup.rows(anything, "SELECT text FROM numbered WHERE place = 8 AND ws = 1"),
      ).toEqual([{ text: 'text "7",\nsecond line' }]);
    });

    test("reads lines and Parquet", async () => {
      await engine.intake.run("TRUNCATE TABLE numbered");
      const path = join(folder, "lines.jsonl");
      writeFileSync(path, '{"place":1}\n{"place":2}\n');
      await engine.load(
        { path, format: "LineAsString", structure: "line String" },
        (from) =>
          `INSERT INTO numbered SELECT rowNumberInAllBlocks() + 1, JSONExtractUInt(line, 'place'), line, 3 FROM ${from}`,
      );
      expect(await count(engine.lookup, "numbered WHERE ws = 3")).toBe(2);
      expect(await count(engine.lookup, wrong)).toBe(0);
      const parquet = new URL("numbers.parquet", import.meta.url).pathname;
      await engine.load({ path: parquet, format: "Parquet", structure }, numbered, { ws: 4 });
      expect(await count(engine.lookup, "numbered WHERE ws = 4")).toBe(1000);
      expect(await count(engine.lookup, wrong)).toBe(0);
    });

    test("an unreadable cell fails it, and aborting stops it", async () => {
      const path = join(folder, "bad.csv");
      writeFileSync(path, "1,a\nx,b\n");
      const chunk = { path, format: "CSV", structure } as const;
      await expect(engine.load(chunk, numbered, { ws: 5 })).rejects.toMatchObject({
        code: "engine",
      });
      expect(await count(engine.lookup, "numbered WHERE ws = 5")).toBe(0);
      const signal = AbortSignal.abort();
      await expect(engine.load(chunk, numbered, { ws: 5 }, { signal })).rejects.toMatchObject({
        code: "cancelled",
      });
    });
  });

  test("the door sorts good rows from bad and keeps names and identifiers once", async () => {
    const columns =
      "ws, import, source, file, row, line, rule, kind, id, time, event, journey, who, problem, raw";
    await engine.intake.run(
      `INSERT INTO load (${columns}) VALUES
        (9, 1, 's', 'f', 1, 1, 0, 'event', 1, '2026-01-01 00:00:00', 'a', 'j', [('mail', 'x')], '', ''),
        (9, 1, 's', 'f', 2, 2, 0, 'event', 2, '2026-01-02 00:00:00', 'b', 'j', [('mail', 'x')], '', ''),
        (9, 1, 's', 'f', 3, 3, 0, 'event', 3, '2026-01-03 00:00:00', 'c', '', [('mail', 'x')], '', ''),
        (9, 1, 's', 'f', 4, 4, 0, 'event', 4, NULL, 'd', 'j', [('mail', 'y')], 'no time', 'raw d')`,
    );
    const known = { j: journeyHash("'j'"), x: identifierHash("'mail'", "'x'") };
    expect(
      await engine.lookup.rows(
        anything,
        `SELECT event, time, journey = ${known.j} AS named, actor = if(named, ${known.j}, ${known.x}) AS acted,
          who = [${known.x}] AS mailed FROM event WHERE ws = 9 ORDER BY row`,
      ),
    ).toEqual([
      { event: "a", time: "2026-01-01T00:00:00.000Z", named: 1, acted: 1, mailed: 1 },
      { event: "b", time: "2026-01-02T00:00:00.000Z", named: 1, acted: 1, mailed: 1 },
      { event: "c", time: "2026-01-03T00:00:00.000Z", named: 0, acted: 1, mailed: 1 },
    ]);
    expect(
      await engine.lookup.rows(
        anything,
        `SELECT * FROM (
           SELECT 'name' AS what, ${opened("sealed")} AS value, journey = ${known.j} AS right FROM journey_name WHERE ws = 9
           UNION ALL SELECT kind, ${opened("sealed")}, hash = ${known.x} FROM identifier WHERE ws = 9
           UNION ALL SELECT problem, ${opened("sealed")}, line = 4 FROM quarantine WHERE ws = 9
         ) ORDER BY what`,
      ),
    ).toEqual([
      { what: "mail", value: "x", right: 1 },
      { what: "name", value: "j", right: 1 },
      { what: "no time", value: "raw d", right: 1 },
    ]);
  });

  test("a vault that was emptied, as by a server that began anew, is opened again by who needs it", async () => {
    if (!("url" in where)) return;
    await engine.intake.run("TRUNCATE TABLE vault");
    const name = `SELECT ${opened("sealed")} AS name FROM journey_name WHERE ws = 9`;
    expect(await engine.lookup.rows(anything, name)).toEqual([{ name: "j" }]);
    await engine.intake.run("TRUNCATE TABLE vault");
    await engine.intake.run(
      `INSERT INTO load (ws, import, row, kind, id, event, who)
      SELECT 9, 2, 5, 'event', ${eventHash("toUInt64(5)")}, 'e', [('mail', 'x')]`,
    );
    const found = `event WHERE ws = 9 AND import = 2 AND who = [${identifierHash("'mail'", "'x'")}]`;
    expect(await count(engine.lookup, found)).toBe(1);
  });

  test("a server notes nothing of the keys", async () => {
    if (!("url" in where)) return;
    const [keys] = await engine.lookup.rows(
      z.object({ cipher: z.string(), who: z.string() }),
      "SELECT cipher, toString(who.1) AS who FROM vault LIMIT 1",
    );
    await expect(
      engine.lookup.rows(
        anything,
        `SELECT ${opened("concat(toString(number), repeat('x', 40))")} FROM numbers(2)`,
      ),
    ).rejects.toSatisfy((error: Error) => {
      const said = `${error.message} ${String(error.cause)}`;
      return !said.includes(keys!.cipher) && !said.includes(keys!.who);
    });
  });

  test("a migration that was cut short runs again; what is done is not repeated", async () => {
    const table = (name: string) => `CREATE TABLE ${name} (n UInt8) ENGINE = MergeTree ORDER BY n`;
    const steps = (second: string) => [
      { number: 50, name: "fifty", statements: [table("fifty"), second] },
    ];
    await expect(migrate(engine.intake, steps("SELECT nonsense"))).rejects.toMatchObject({
      code: "engine",
    });
    await engine.intake.run("INSERT INTO fifty VALUES (1)");
    await migrate(engine.intake, steps(table("fifty_more")));
    await migrate(engine.intake, steps("SELECT nonsense"));
    expect(await count(engine.lookup, "fifty")).toBe(1);
    expect(await count(engine.lookup, "migration WHERE number = 50")).toBe(1);
  });

  test("closing stops what runs, and opening again finds the data", async () => {
    const scan = engine.analysis.rows(anything, endless);
    const closed = engine[Symbol.asyncDispose]();
    await expect(scan).rejects.toMatchObject({ code: "cancelled" });
    await closed;
    // Step 50 of the test above is newer than what this Spoor knows.
    await expect(openEngine(where, keeper)).rejects.toMatchObject({
      code: "newer-schema",
      message: expect.stringMatching(/version 50.*Update Spoor/),
    });
  });
});

test("a server that does not answer is unavailable", async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  await expect(openEngine({ url })).rejects.toMatchObject({ code: "unavailable" });
});

const writer = new URL("engine-writer.ts", import.meta.url).pathname;

test("in this process, rows that were acknowledged outlive a kill", async () => {
  const path = join(folder, "killed");
  const child = spawn(process.execPath, [writer, path], { stdio: ["ignore", "pipe", "inherit"] });
  let acknowledged = 0;
  for await (const chunk of child.stdout) {
    acknowledged = Number(String(chunk).trim().split("\n").at(-1));
    if (acknowledged >= 20) child.kill("SIGKILL");
  }
  await using engine = await openEngine({ path }, keeper);
  expect(await count(engine.lookup, "event")).toBeGreaterThanOrEqual(acknowledged * 1000);
});

test("a folder that another process has is in use, and free when that process ends", async () => {
  const path = join(folder, "shared");
  const engine = await openEngine({ path }, keeper);
  const second = spawnSync(process.execPath, [writer, path], { encoding: "utf8" });
  expect(second.stderr).toContain(`is in use by process ${process.pid}`);
  expect(second.stderr).toContain("folder-in-use");
  await engine[Symbol.asyncDispose]();
  await using again = await openEngine({ path }, keeper);
  expect(await count(again.lookup, "event")).toBe(0);
});
