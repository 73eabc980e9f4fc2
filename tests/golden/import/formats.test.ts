import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readMapping } from "../../../src/core/event/mapping-file.ts";
import { message } from "../../../src/core/message/message.ts";
import { createImporter } from "../../../src/server/event/importer.ts";
import { opened } from "../../../src/engine/identity/pseudonym.ts";
import { mappingOf, openStores, samples, simple, type Stores } from "./stores.ts";
import { workbook } from "./zip.ts";

let stores: Stores;
beforeAll(async () => {
  stores = await openStores();
});
afterAll(() => stores[Symbol.asyncDispose]());

/** Imports with the mapping that Spoor guesses by itself. */
async function guessed(path: string) {
  const { slug, id } = await stores.workspace();
  const importer = createImporter(stores.deps);
  const upload = await importer.offer(slug, path);
  const answer = await importer.preview(slug, [upload]);
  const started = await importer.start(slug, [upload], answer.mapping);
  let status = started;
  while (!["done", "failed", "cancelled"].includes(status.state)) {
    await new Promise((next) => setTimeout(next, 20));
    status = await importer.status(slug, started.id);
  }
  return { id, slug, status, answer };
}

const events = (ws: number) =>
  stores.rows(
    "SELECT event, channel, time, attributes FROM event WHERE ws = {ws:UInt32} ORDER BY row",
    { ws },
  );

test("JSON lines: nested paths, numbers and booleans as text, broken lines put aside", async () => {
  const lines = [
    '{"event":"page","timestamp":"2024-01-01T10:00:00Z","user":{"id":7,"premium":true},"context":{"page":{"url":"/a"}},"value":1.5}',
    "",
    '{"event":"buy","timestamp":"2024-01-01T11:00:00Z","user":{"id":7}}',
    '{"event":"half","timestamp":',
    "[1,2]",
  ];
  const path = await stores.file("web.jsonl", `${lines.join("\n")}\n`);
  const { slug, id } = await stores.workspace();
  const mapping = mappingOf([
    {
      who: { customer: "user.id" },
      what: "event",
      time: "timestamp",
      place: "context.page.url",
      attributes: { premium: "user.premium", value: "value", never: "not.there" },
    },
  ]);
  const { ledger, problem } = await stores.import(slug, [path], mapping);
  expect(problem).toBeNull();
  expect(ledger).toEqual({ received: 4, stored: 2, duplicate: 0, quarantined: 2 });
  expect(await events(id)).toEqual([
    {
      event: "page",
      channel: "",
      time: "2024-01-01T10:00:00.000Z",
      attributes: { premium: "true", value: "1.5" },
    },
    { event: "buy", channel: "", time: "2024-01-01T11:00:00.000Z", attributes: {} },
  ]);
  expect(
    await stores.rows(
      "SELECT toUInt32(line) AS line, problem FROM quarantine WHERE ws = {ws:UInt32} ORDER BY line",
      { ws: id },
    ),
  ).toEqual([
    { line: 4, problem: '{"key":"not-an-object"}' },
    { line: 5, problem: '{"key":"not-an-object"}' },
  ]);
});

test("a workbook is read like a table, whatever its name", async () => {
  const bytes = workbook([
    ["Klantnummer", "Activiteit", "Datum", "Kanaal"],
    ["K1", "Gebeld", "2024-01-01 10:00:00", "telefoon"],
    ["K2", "Gechat", "2024-01-02 10:00:00", "chat"],
  ]);
  const { id, status } = await guessed(await stores.file("book.csv", bytes));
  expect([status.problem, status.ledger]).toEqual([
    null,
    { received: 2, stored: 2, duplicate: 0, quarantined: 0 },
  ]);
  expect(await events(id)).toMatchObject([
    { event: "Gebeld", channel: "telefoon" },
    { event: "Gechat", channel: "chat" },
  ]);
});

test("Parquet is read by the engine, with its own types as text", async () => {
  const path = join(stores.dataDir, "events.parquet");
  await stores.deps.engine.intake.run(
    `INSERT INTO FUNCTION file('${path}', Parquet) SELECT toInt32(number) AS journey_id, concat('E', toString(number)) AS \`event\`, toDateTime64('2024-01-01 10:00:00', 3, 'UTC') + number AS time, number / 2 AS \`odd\`\`name\` FROM numbers(3)`,
  );
  const { id, status } = await guessed(path);
  expect([status.problem, status.ledger]).toEqual([
    null,
    { received: 3, stored: 3, duplicate: 0, quarantined: 0 },
  ]);
  expect((await events(id))[1]).toEqual({
    event: "E1",
    channel: "",
    time: "2024-01-01T10:00:01.000Z",
    attributes: { "odd`name": "0.5" },
  });
});

test("a preview shows what the first rows would become, or why they would not", async () => {
  const path = await stores.file(
    "show.csv",
    "journey,event,time,channel\n1,A,2024-01-01 10:00:00,web\n2,B,never,shop\n3,C,2024-01-01 11:00:00,web\n",
  );
  const { answer } = await guessed(path);
  expect(answer.events.slice(0, 2)).toEqual([
    {
      file: "show.csv",
      line: 2,
      time: "2024-01-01T09:00:00.000Z",
      event: "A",
      channel: "web",
      journey: "1",
      who: [],
      problem: null,
    },
    {
      file: "show.csv",
      line: 3,
      time: null,
      event: "B",
      channel: "shop",
      journey: "2",
      who: [],
      problem: message("time-unreadable", { column: "time" }),
    },
  ]);
  expect(answer.previews).toMatchObject([
    {
      format: "csv",
      compression: "none",
      notes: [message("zone-taken", { file: "show.csv", zone: "Europe/Amsterdam" })],
    },
  ]);
});

test("identifiers are compared as people mean them, and journeys called NA or null are journeys", async () => {
  const { slug, id } = await stores.workspace();
  const path = await stores.file(
    "who.csv",
    "j;e;t;mail;tel\nNA;A;2024-01-01 10:00;Jan@X.nl ;06-12 34 56 78\nnull;A;2024-01-01 10:00;n/a;0031612345678\n;A;2024-01-01 10:00;test@test.nl;+49 (0)30 123456\n",
  );
  const mapping = mappingOf([
    { journey: "j", what: "e", time: "t", who: { email: "mail", phone: "tel" } },
  ]);
  expect((await stores.import(slug, [path], mapping)).problem).toBeNull();
  const found = await stores.rows(
    `SELECT DISTINCT kind, ${opened("sealed")} AS value FROM identifier WHERE ws = {ws:UInt32} ORDER BY kind, value`,
    { ws: id },
  );
  expect(found).toEqual([
    { kind: "email", value: "jan@x.nl" },
    { kind: "phone", value: "+31612345678" },
    { kind: "phone", value: "+4930123456" },
  ]);
  const names = await stores.rows(
    `SELECT DISTINCT ${opened("sealed")} AS name FROM journey_name WHERE ws = {ws:UInt32} ORDER BY name`,
    { ws: id },
  );
  expect(names).toEqual([{ name: "NA" }, { name: "null" }]);
});

test("uneven times, in one column, each become the right moment", async () => {
  const { slug, id } = await stores.workspace();
  const times = [
    "31-12-2024 9:05",
    "1-2-2024 10:00:30",
    "03.04.24",
    "5 mrt 2024 10:00",
    "13/1/2024 11:00 PM",
    "29-02-2023",
  ];
  const path = await stores.file(
    "t.csv",
    `journey;event;time\n${times.map((time) => `1;A;${time}`).join("\n")}\n`,
  );
  const { ledger } = await stores.import(slug, [path], mappingOf([simple]));
  expect(ledger).toEqual({ received: 6, stored: 5, duplicate: 0, quarantined: 1 });
  expect((await events(id)).map(({ time }) => time)).toEqual([
    "2024-12-31T08:05:00.000Z",
    "2024-02-01T09:00:30.000Z",
    "2024-04-02T22:00:00.000Z",
    "2024-03-05T09:00:00.000Z",
    "2024-01-13T22:00:00.000Z",
  ]);
});

describe.skipIf(!existsSync(samples))("real logs (../shared/data)", () => {
  test.each([
    ["bpic2012/bpic2012.xes.gz", 262_200, 13_087, 24, 4366],
    ["receipt/receipt.xes.gz", 8577, 1434, 27, 116],
  ])("%s", async (name, stored, journeys, names, routes) => {
    const { id, status } = await guessed(join(samples, name));
    expect([status.problem, status.ledger]).toEqual([
      null,
      { received: stored, stored, duplicate: 0, quarantined: 0 },
    ]);
    const [found] = await stores.rows(
      `SELECT toUInt32(uniqExact(journey)) AS journeys, toUInt32(uniqExact(event)) AS names,
        (SELECT toUInt32(uniqExact(route)) FROM journey FINAL WHERE ws = {ws:UInt32}) AS routes
       FROM event WHERE ws = {ws:UInt32}`,
      { ws: id },
    );
    expect(found).toEqual({ journeys, names, routes });
  });

  test("olist: seven tables with one mapping; who got it late was less content", async () => {
    const mapping = readMapping(
      await readFile(new URL("../olist.mapping.yaml", import.meta.url), "utf8"),
    );
    const { slug, id } = await stores.workspace();
    const names = await readdir(join(samples, "olist"));
    const status = await stores.import(
      slug,
      names.map((name) => join(samples, "olist", name)),
      mapping,
    );
    expect([status.problem, status.ledger]).toEqual([
      null,
      { received: 68_366, stored: 68_366, duplicate: 0, quarantined: 0 },
    ]);
    const scores = await stores.rows(
      `SELECT late, round(avg(score), 2) AS mean FROM
        (SELECT journey, measures[1].2 AS score FROM event WHERE ws = {ws:UInt32} AND source = 'reviews') AS r
        INNER JOIN (SELECT DISTINCT journey, attributes['late'] AS late FROM event WHERE ws = {ws:UInt32} AND attributes['late'] != '') AS o
        ON r.journey = o.journey GROUP BY late ORDER BY late`,
      { ws: id },
    );
    expect(scores).toEqual([
      { late: "no", mean: 4.28 },
      { late: "yes", mean: 2.5 },
    ]);
    const [looked] = await stores.rows(
      "SELECT toUInt32(countIf(attributes['category'] != '')) AS categories, toUInt32(countIf(attributes['seller state'] != '')) AS states FROM event WHERE ws = {ws:UInt32} AND source = 'items'",
      { ws: id },
    );
    expect(looked).toEqual({ categories: 8207, states: 8365 });
  });
});
