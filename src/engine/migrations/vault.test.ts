import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { connectChdb } from "../chdb.ts";
import { createLane, type Connection, type Statement } from "../lane.ts";
import { eventHash, identifierHash, journeyHash, opened } from "../identity/pseudonym.ts";
import { openVault, unkept } from "../identity/vault.ts";
import { migrate, type Migration } from "../migrate.ts";
import { createQueue } from "../queue.ts";
import { first } from "./0001-first.ts";
import { live } from "./0002-live.ts";
import { vault } from "./0004-vault.ts";
import { near } from "./0007-near.ts";

const folder = mkdtempSync(join(tmpdir(), "spoor-vault-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const allowance = { seconds: 60, memory: 1e9, settings: {} };
const never = new AbortController().signal;
const secret = Buffer.alloc(32, 7);
const keeper = { ...unkept, read: async () => secret };

const laneOf = (connection: Connection) =>
  createLane(
    connection,
    createQueue(allowance, async () => {}, never),
  );

const rows = `
  (1, 1, 's', 'f', 1, 1, 0, 'event', 11, '2026-01-01 00:00:00', 'a', 'order-77', [('email', 'secret-jan@mail.nl'), ('customer', 'secret-1')], '', '', map('mail', 'Secret-Jan@mail.nl', 'link', '?m=secret-jan@mail.nl', 'plan', 'green'), 'I am secret-jan@mail.nl'),
  (1, 1, 's', 'f', 2, 2, 0, 'event', 12, '2026-01-02 00:00:00', 'b', '', [('customer', 'secret-1')], '', '', map(), ''),
  (1, 1, 's', 'f', 3, 3, 0, 'event', 13, '2026-01-03 00:00:00', 'c', 'order-78', [], '', '', map(), ''),
  (2, 1, 's', 'f', 4, 4, 0, 'event', 14, '2026-01-03 00:00:00', 'd', '', [('email', 'secret-piet@mail.nl')], '', '', map(), ''),
  (2, 2, 's', 'f', 5, 5, 0, 'event', 15, NULL, 'e', '', [('email', 'secret-piet@mail.nl')], 'no time', '{"mail":"secret-piet@mail.nl"}', map(), ''),
  (2, 2, 's', 'f', 6, 6, 0, 'event', 16, NULL, 'e', '', [], 'no time', 'secret-piet@mail.nl', map(), '')`;

/** A folder as the version before wrote it. */
async function writtenBefore(
  connection: Connection,
  migrations: readonly Migration[],
): Promise<void> {
  const lane = laneOf(connection);
  await migrate(lane, migrations);
  await lane.run(
    `INSERT INTO load (ws, import, source, file, row, line, rule, kind, id, time, event, journey, who, problem, raw, attributes, comment) VALUES ${rows}`,
  );
  await lane.run("INSERT INTO link VALUES (1, 5, 6, 1)");
  await lane.run("INSERT INTO stage (ws, import, id) VALUES (1, 9, 1)");
}

/** All that the tables hold now, in the words of whoever has the key. */
async function told(connection: Connection): Promise<unknown> {
  const lane = laneOf(connection);
  const ask = (sql: string) => lane.rows(z.unknown(), sql);
  const known = `(SELECT groupArray((hash, concat(kind, ' ', ${opened("sealed")}))) FROM (SELECT DISTINCT hash, kind, sealed FROM identifier)) AS known,
    (SELECT groupArray((journey, ${opened("sealed")})) FROM journey_name) AS named`;
  return {
    event: await ask(
      `WITH ${known} SELECT event, toUInt8(indexOf([${[11, 12, 13, 14].map((id) => eventHash(`toUInt64(${id})`)).join(",")}], id)) AS nth,
        arrayFirst(n -> n.1 = journey, named).2 AS journey,
        arrayMap(one -> arrayFirst(k -> k.1 = one, known).2, who) AS who,
        actor = if(journey = '', if(empty(event.who), 0, event.who[1]), event.journey) AS acted,
        mapSort(attributes) AS attributes, comment
      FROM event ORDER BY event`,
    ),
    identifier: await ask(
      `SELECT ws, kind, ${opened("sealed")} AS value, hash = ${identifierHash("kind", "value")} AS right
      FROM identifier FINAL ORDER BY ws, kind`,
    ),
    names: await ask(
      `SELECT ${opened("sealed")} AS name, journey = ${journeyHash("name")} AS right FROM journey_name ORDER BY name`,
    ),
    quarantine: await ask(
      `SELECT import, ${opened("sealed")} AS raw, readable FROM quarantine ORDER BY line`,
    ),
    seen: await ask(
      "SELECT toUInt8(count()) AS n, toUInt8(countIf(id IN (SELECT id FROM event))) AS same FROM seen",
    ),
    stage: await ask("SELECT * FROM stage"),
    link: await ask("SELECT * FROM link"),
    met: await ask(
      `WITH ${known} SELECT ws, arrayFirst(k -> k.1 = identifier, known).2 AS identifier,
        actor IN (SELECT journey FROM journey_name) AS given FROM met FINAL ORDER BY identifier`,
    ),
    underived: await ask("SELECT DISTINCT ws FROM underived ORDER BY ws"),
  };
}

const expected = {
  event: [
    {
      event: "a",
      nth: 1,
      journey: "order-77",
      who: ["email secret-jan@mail.nl", "customer secret-1"],
      acted: 1,
      attributes: { link: "?m=…", plan: "green" },
      comment: "I am …",
    },
    {
      event: "b",
      nth: 2,
      journey: "",
      who: ["customer secret-1"],
      acted: 1,
      attributes: {},
      comment: "",
    },
    { event: "c", nth: 3, journey: "order-78", who: [], acted: 1, attributes: {}, comment: "" },
    {
      event: "d",
      nth: 4,
      journey: "",
      who: ["email secret-piet@mail.nl"],
      acted: 1,
      attributes: {},
      comment: "",
    },
  ],
  identifier: [
    { ws: 1, kind: "customer", value: "secret-1", right: 1 },
    { ws: 1, kind: "email", value: "secret-jan@mail.nl", right: 1 },
    { ws: 2, kind: "email", value: "secret-piet@mail.nl", right: 1 },
  ],
  names: [
    { name: "order-77", right: 1 },
    { name: "order-78", right: 1 },
  ],
  quarantine: [
    { import: 2, raw: '{"mail":"secret-piet@mail.nl"}', readable: true },
    { import: 2, raw: "secret-piet@mail.nl", readable: false },
  ],
  seen: [{ n: 4, same: 4 }],
  stage: [],
  link: [],
  met: [
    { ws: 1, identifier: "customer secret-1", given: 1 },
    { ws: 1, identifier: "email secret-jan@mail.nl", given: 1 },
  ],
  underived: [{ ws: 1 }, { ws: 2 }],
};

/** A connection that breaks down at every statement the first time it is asked for it. */
function failing(connection: Connection, failed: Set<string>): Connection {
  const once = <T>(statement: Statement, task: () => Promise<T>): Promise<T> => {
    const told = JSON.stringify([statement.sql, statement.parameters]);
    if (failed.has(told)) return task();
    failed.add(told);
    throw new Error("the lights went out");
  };
  return {
    query: async (statement) => once(statement, () => connection.query(statement)),
    command: async (statement) => once(statement, () => connection.command(statement)),
    close: () => connection.close(),
  };
}

const before = [
  { name: "of the release before", migrations: [first, live] },
  { name: "in which a later step was taken", migrations: [first, live, near] },
];

test.each(before)(
  "a folder $name says the same, however often it was cut short, and nobody can be found in it",
  async ({ name, migrations }) => {
    const path = join(folder, name);
    const connection = connectChdb(path);
    const failed = new Set<string>();
    const goes = () =>
      migrate(laneOf(failing(connection, failed)), [first, live, vault, near]).then(
        () => null,
        (error: unknown) => String(error),
      );
    try {
      await writtenBefore(connection, migrations);
      expect(found(path, "secret-piet")).not.toEqual([]);
      await openVault(laneOf(connection), keeper);
      for (let trouble = await goes(); trouble !== null; trouble = await goes())
        expect(trouble).toContain("the lights went out");
      expect(await told(connection)).toEqual(expected);
    } finally {
      await connection.close();
    }
    expect(failed.size).toBeGreaterThan(60);
    expect(found(path, "secret-")).toEqual([]);
  },
  300_000,
);

/** Files of a folder in which a text stands. */
function found(path: string, text: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}
