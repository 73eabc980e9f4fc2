import { createConnection } from "mysql2/promise";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DatabaseOrigin } from "../../src/core/event/pull/origin.ts";
import type { Place } from "../../src/core/event/pull/place.ts";
import { AppError } from "../../src/core/problem.ts";
import type { Database, Row } from "../../src/server/event/pull/database.ts";
import { likelyGrowth } from "../../src/server/event/pull/database.ts";
import { newRows } from "../../src/server/event/pull/new-rows.ts";
import { openDatabase } from "../../src/server/event/pull/open-database.ts";
import { describeTable, planTable } from "../../src/server/event/pull/table-plan.ts";
import { createOutgoing } from "../../src/server/outgoing.ts";
import { startMariaDb } from "./mariadb-server.ts";
import { startPostgres } from "./postgres-server.ts";

/** A database with rights to change it, beside which Spoor reads. */
type Shop = AsyncDisposable & {
  readonly origin: DatabaseOrigin;
  readonly password: string;
  run(sql: string): Promise<unknown>;
};

const outgoing = createOutgoing({ allow: ["127.0.0.1"] });
const chosen: Pick<DatabaseOrigin, "kind" | "table" | "grows" | "key" | "changes"> = {
  kind: "database",
  table: null,
  grows: null,
  key: [],
  changes: false,
};

async function postgresShop(): Promise<Shop | string> {
  const server = await startPostgres();
  if (typeof server === "string") return server;
  const { port } = new URL(server.url);
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query("CREATE ROLE spoor_reader LOGIN SUPERUSER PASSWORD 'x'");
  return {
    origin: {
      ...chosen,
      server: "postgresql",
      host: "127.0.0.1",
      port: Number(port),
      database: "postgres",
      user: "spoor",
      tls: "none",
    },
    password: "",
    run: (sql) => client.query(sql),
    async [Symbol.asyncDispose]() {
      await client.end();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function mariaShop(): Promise<Shop | string> {
  const server = await startMariaDb();
  if (typeof server === "string") return server;
  const { port, user, password, database } = server;
  const client = await createConnection({ host: "127.0.0.1", port, user, password, database });
  await client.query("SET time_zone = '+00:00'");
  return {
    origin: {
      ...chosen,
      server: "mysql",
      host: "127.0.0.1",
      port,
      database,
      user,
      tls: "none",
    },
    password,
    run: (sql) => client.query(sql),
    async [Symbol.asyncDispose]() {
      await client.end();
      await server[Symbol.asyncDispose]();
    },
  };
}

describe.each([
  ["PostgreSQL", postgresShop, { schema: "public", zoned: "timestamptz(6)", json: "jsonb" }],
  ["MariaDB", mariaShop, { schema: "shop", zoned: "timestamp(6)", json: "json" }],
] as const)("%s", (_, start, { schema, zoned, json }) => {
  let shop: Shop;
  let database: Database;
  let absent: string | null = null;
  beforeAll(async () => {
    const started = await start();
    if (typeof started === "string") {
      absent = started;
      return;
    }
    shop = started;
    database = await openDatabase(
      shop.origin,
      shop.password,
      outgoing,
      new AbortController().signal,
    );
  }, 300_000);
  afterAll(async () => {
    await database?.[Symbol.asyncDispose]();
    await shop?.[Symbol.asyncDispose]();
  });

  const source = (...columns: string[]) => ({
    name: "Shop",
    files: "*",
    rows: [
      {
        kind: "event" as const,
        what: { value: "Order" },
        attributes: Object.fromEntries(columns.map((column) => [column, column])),
      },
    ],
  });

  async function plan(name: string, grows: string, key: string[], columns: string[]) {
    const origin = { ...shop.origin, table: { schema, name }, grows, key };
    return planTable(await describeTable(database, origin), origin, source(...columns));
  }

  /** All that is new since a place, and the place after it. */
  async function read(of: Awaited<ReturnType<typeof plan>>, place: Place | null, atOnce = 3) {
    const rows: Row[] = [];
    let at = place;
    for await (const brought of newRows(database, of, at, atOnce)) {
      rows.push(...brought.rows);
      at = brought.place;
    }
    return { rows, place: at };
  }
  const ids = (rows: readonly Row[]) => rows.map(({ id }) => Number(id));

  test("a table and its columns are listed as they are called, and values come as text of one form", async (context) => {
    context.skip(absent !== null, absent ?? "");
    const q = schema === "shop" ? "`" : '"';
    const odd = `${q}Odd ${q === "`" ? "``" : '""'} name; DROP${q}`;
    await shop.run(
      `CREATE TABLE ${odd} (id bigint PRIMARY KEY, ${q}on${q} ${zoned} NOT NULL, amount decimal(12,2),
       note varchar(200), said ${json}, day date)`,
    );
    await shop.run(
      `INSERT INTO ${odd} VALUES (9007199254740993, '2026-03-01 10:00:00.123456', 12.50,
       'Zoë "quoted"', '{"mood": {"is": "good"}}', '2026-02-28')`,
    );
    const name = `Odd ${q} name; DROP`;
    expect(await database.tables(100)).toContainEqual({ schema, name });
    const described = await describeTable(database, { ...shop.origin, table: { schema, name } });
    expect([described.key, likelyGrowth(described)]).toEqual([["id"], "id"]);
    const all = await plan(name, "id", ["id"], ["on", "amount", "note", "said.mood", "day"]);
    const { rows } = await read(all, null);
    expect(rows.map(({ said, ...row }) => ({ ...row, said: JSON.parse(said ?? "") }))).toEqual([
      {
        id: "9007199254740993",
        on: "2026-03-01T10:00:00.123456Z",
        amount: "12.50",
        note: 'Zoë "quoted"',
        day: "2026-02-28",
        said: { mood: { is: "good" } },
      },
    ]);
    await shop.run(`DROP TABLE ${odd}`);
  });

  test("equal values over the edge of a batch are all read, once, with a key and without", async (context) => {
    context.skip(absent !== null, absent ?? "");
    await shop.run(`CREATE TABLE alike (id int PRIMARY KEY, at ${zoned} NOT NULL)`);
    await shop.run(`CREATE TABLE bare (id int, at ${zoned} NOT NULL)`);
    const moments = ["09:00:00.000001", "09:00:00.000001", "09:00:00.000002", "10:00:00"];
    const rows = Array.from(
      { length: 40 },
      (_, id) => `(${40 - id}, '2026-03-01 ${moments[Math.floor(id / 10)]}')`,
    );
    for (const table of ["alike", "bare"]) {
      await shop.run(`INSERT INTO ${table} VALUES ${rows.join(", ")}`);
      const of = await plan(table, "at", table === "alike" ? ["id"] : [], ["id"]);
      const { rows: found, place } = await read(of, null);
      expect(ids(found).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 40 }, (_, id) => id + 1),
      );
      expect(ids((await read(of, place)).rows)).toEqual([]);
      // Late rows: at the very last value, and a little before it.
      await shop.run(
        `INSERT INTO ${table} VALUES (51, '2026-03-01 10:00:00'), (52, '2026-03-01 09:58:00'),
         (53, '2026-03-01 10:00:01')`,
      );
      const late = await read(of, place);
      expect(ids(late.rows)).toEqual([52, 51, 53]);
      expect(ids((await read(of, late.place)).rows)).toEqual([]);
    }
    await shop.run("DROP TABLE alike");
    await shop.run("DROP TABLE bare");
  });

  test("a run that ends after any batch goes on there: nothing is missed, nothing read twice", async (context) => {
    context.skip(absent !== null, absent ?? "");
    await shop.run("CREATE TABLE counted (id int PRIMARY KEY, n int NOT NULL)");
    const insert = (from: number, to: number) => {
      const rows = Array.from({ length: to - from }, (_, k) => `(${from + k}, ${(from + k) % 97})`);
      return shop.run(`INSERT INTO counted VALUES ${rows.join(", ")}`);
    };
    await insert(0, 60);
    const of = await plan("counted", "id", ["id"], ["n"]);
    const seen: number[] = [];
    let place: Place | null = null;
    for (let batches = 1; batches <= 12; batches += 1) {
      let left = batches % 4;
      for await (const brought of newRows(database, of, place, 7)) {
        seen.push(...ids(brought.rows));
        place = brought.place;
        left -= 1;
        if (left <= 0) break;
      }
      await insert(60 + batches * 5, 65 + batches * 5);
    }
    const rest = await read(of, place, 7);
    expect([...seen, ...ids(rest.rows)].toSorted((a, b) => a - b)).toEqual([
      ...Array.from({ length: 60 }, (_, id) => id),
      ...Array.from({ length: 60 }, (_, id) => 65 + id),
    ]);
    await shop.run("DROP TABLE counted");
  });

  test("a key of several columns, of text too, is followed in its own order", async (context) => {
    context.skip(absent !== null, absent ?? "");
    await shop.run(
      `CREATE TABLE several (shop varchar(20) NOT NULL, id int NOT NULL, v int NOT NULL, PRIMARY KEY (shop, id))`,
    );
    const names = ["a", "B", "c ", "é", "Z", "_", "aa"];
    const rows = names.flatMap((name) => [1, 2, 3].map((id) => `('${name}', ${id}, 7)`));
    await shop.run(`INSERT INTO several VALUES ${rows.join(", ")}`);
    const of = await plan("several", "v", ["shop", "id"], ["v"]);
    const { rows: found, place } = await read(of, null, 2);
    expect(new Set(found.map(({ shop, id }) => `${shop} ${id}`)).size).toBe(21);
    expect(found).toHaveLength(21);
    expect((await read(of, place, 2)).rows).toEqual([]);
    await shop.run("DROP TABLE several");
  });

  test("a table that changes its columns: one that came is left alone, one that went is named", async (context) => {
    context.skip(absent !== null, absent ?? "");
    await shop.run("CREATE TABLE changing (id int PRIMARY KEY, note varchar(20))");
    await shop.run("INSERT INTO changing VALUES (1, 'one')");
    await shop.run("ALTER TABLE changing ADD COLUMN more int");
    const of = await plan("changing", "id", ["id"], ["note"]);
    expect((await read(of, null)).rows).toEqual([{ id: "1", note: "one" }]);
    await shop.run("ALTER TABLE changing DROP COLUMN note");
    const without = await plan("changing", "id", ["id"], ["note"]);
    expect((await read(without, null)).rows).toEqual([{ id: "1" }]);
    await expect(plan("changing", "id", ["number"], [])).rejects.toMatchObject({
      told: { key: "pull-no-column", column: "number" },
    });
    await shop.run("ALTER TABLE changing ADD COLUMN said varchar(20)");
    await expect(plan("changing", "said", ["id"], [])).rejects.toMatchObject({
      told: { key: "pull-no-growth" },
    });
    await shop.run("DROP TABLE changing");
    await expect(read(of, null)).rejects.toMatchObject({ told: { key: "pull-no-table" } });
    await expect(plan("changing", "id", ["id"], [])).rejects.toMatchObject({
      told: { key: "pull-no-table" },
    });
  });

  test("the connection can only read", async (context) => {
    context.skip(absent !== null, absent ?? "");
    await shop.run("CREATE TABLE kept (id int PRIMARY KEY)");
    const quote = schema === "shop" ? "`" : '"';
    const name = `kept${quote}; DELETE FROM kept; --`;
    await expect(database.describe({ schema, name })).resolves.toBeNull();
    const of = await plan("kept", "id", ["id"], []);
    const hostile = { ...of, table: { schema, name } };
    await expect(read(hostile, null)).rejects.toThrow(AppError);
    await shop.run("DROP TABLE kept");
  });

  test("what goes wrong with the connection is said in words", async (context) => {
    context.skip(absent !== null, absent ?? "");
    const { signal } = new AbortController();
    const told = (change: Partial<DatabaseOrigin>, out = outgoing, password = "wrong") =>
      openDatabase({ ...shop.origin, ...change }, password, out, signal).then(
        () => "open",
        (error: AppError) => error.told?.key,
      );
    expect(await told({ user: "nobody_at_all" })).toBe("pull-sign-in");
    expect(await told({ database: "nowhere" }, outgoing, shop.password)).toBe("pull-no-database");
    expect(await told({ tls: "verified" }, outgoing, shop.password)).toBe("pull-no-tls");
    expect(await told({}, createOutgoing({ allow: [] }))).toBe("host-refused");
    expect(await told({ port: 9 })).toBe("call-refused");
  });
});
