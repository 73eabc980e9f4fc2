import { writeFile } from "node:fs/promises";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { message, readMessage, say } from "../../../src/core/message/message.ts";
import { opened } from "../../../src/engine/identity/pseudonym.ts";
import { mappingOf, openStores, simple, type Stores } from "./stores.ts";

let stores: Stores;
beforeAll(async () => {
  stores = await openStores();
});
afterAll(() => stores[Symbol.asyncDispose]());

const events = (ws: number) =>
  stores.rows(
    "SELECT toUInt32(row) AS row, event, time FROM event WHERE ws = {ws:UInt32} ORDER BY row",
    { ws },
  );

test("the same file twice adds nothing, by its bytes and by its rows", async () => {
  const { slug, id } = await stores.workspace();
  const path = await stores.file(
    "a.csv",
    "journey,event,time\n1,A,2024-01-01 10:00:00\n1,B,2024-01-01 11:00:00\n",
  );
  const first = await stores.import(slug, [path], mappingOf([simple]));
  expect(first.ledger).toEqual({ received: 2, stored: 2, duplicate: 0, quarantined: 0 });
  const second = await stores.import(slug, [path], mappingOf([simple]));
  expect(second.ledger).toEqual({ received: 2, stored: 0, duplicate: 2, quarantined: 0 });
  // Other bytes, the same rows and one more.
  await writeFile(
    path,
    "journey,event,time\r\n1,B,2024-01-01 11:00:00\r\n1,A,2024-01-01 10:00:00\r\n2,A,2024-01-02 10:00:00",
  );
  const third = await stores.import(slug, [path], mappingOf([simple]));
  expect(third.ledger).toEqual({ received: 3, stored: 1, duplicate: 2, quarantined: 0 });
  expect(await events(id)).toHaveLength(3);
});

test("identical rows are one event when they have a time of day, and say so; several when they are asked for", async () => {
  const rows =
    "journey,event,time\n1,A,2024-01-01 10:00:00\n1,A,2024-01-01 10:00:00\n1,A,2024-01-01 10:00:00\n";
  const path = await stores.file("twice.csv", rows);
  const one = await stores.workspace();
  const merged = await stores.import(one.slug, [path], mappingOf([simple]));
  expect(merged.ledger).toEqual({ received: 3, stored: 1, duplicate: 2, quarantined: 0 });
  expect(merged.notes).toEqual([
    message("zone-taken", { file: "twice.csv", zone: "Europe/Amsterdam" }),
    message("identical-rows", { source: "s", rows: 2 }),
  ]);

  const two = await stores.workspace();
  const separate = mappingOf([simple], { identicalRows: "separate" });
  const apart = await stores.import(two.slug, [path], separate);
  expect(apart.ledger).toEqual({ received: 3, stored: 3, duplicate: 0, quarantined: 0 });
  // Three are known; of five, two are new.
  await writeFile(path, `${rows}1,A,2024-01-01 10:00:00\n1,A,2024-01-01 10:00:00\n`);
  const more = await stores.import(two.slug, [path], separate);
  expect(more.ledger).toEqual({ received: 5, stored: 2, duplicate: 3, quarantined: 0 });
  expect(await events(two.id)).toHaveLength(5);
});

test("identical rows with mere dates are several events by default", async () => {
  const { slug } = await stores.workspace();
  const path = await stores.file(
    "dates.csv",
    "journey,event,time\n1,A,2024-01-01\n1,A,2024-01-01\n",
  );
  const { ledger } = await stores.import(slug, [path], mappingOf([simple]));
  expect(ledger).toEqual({ received: 2, stored: 2, duplicate: 0, quarantined: 0 });
});

test("two files of one import with the same rows at the same places keep one of each", async () => {
  const { slug, id } = await stores.workspace();
  const text = "journey,event,time\n1,A,2024-01-01 10:00:00\n1,B,2024-01-01 11:00:00\n";
  const paths = [await stores.file("x1.csv", text), await stores.file("x2.csv", text)];
  const { ledger } = await stores.import(slug, paths, mappingOf([simple]));
  expect(ledger).toEqual({ received: 4, stored: 2, duplicate: 2, quarantined: 0 });
  expect((await events(id)).map(({ row }) => row)).toEqual([1, 2]);
});

test("bad rows go to quarantine with line, reason and the row, and the rest is stored", async () => {
  const { slug, id } = await stores.workspace();
  const path = await stores.file(
    "bad.csv",
    Buffer.concat([
      Buffer.from(
        'journey,event,time\n1,"a ""quoted""\nname",2024-01-01 10:00:00\n\n1,B\n1,C,2024-02-31 10:00:00\n1,"D"x,2024-01-01\n',
      ),
      Buffer.from("1,nul\0,2024-01-01 10:00:00\n"),
      Buffer.from([0x31, 0x2c, 0xff, 0x2c, 0x32, 0x0a]),
      Buffer.from(
        "1,É,2024-01-01 10:30:00\n1,E,\n1,,2024-01-01 10:00:00\n,F,2024-01-01 10:00:00\nNA,G,2024-01-01 12:00:00",
      ),
    ]),
  );
  const status = await stores.import(slug, [path], mappingOf([simple]));
  expect(status.problem).toBeNull();
  expect(status.ledger).toEqual({ received: 11, stored: 3, duplicate: 0, quarantined: 8 });
  expect((await events(id)).map(({ event }) => event)).toEqual(['a "quoted"\nname', "É", "G"]);
  const rows = await stores.rows(
    `SELECT toUInt32(line) AS line, problem, ${opened("sealed")} AS raw FROM quarantine WHERE ws = {ws:UInt32} ORDER BY line`,
    { ws: id },
  );
  expect(rows.map(({ line, problem }) => [line, say(readMessage(String(problem)), "nl")])).toEqual([
    [5, "De rij heeft 2 cellen, de kopregel 3"],
    [6, 'De tijd in kolom "time" is niet te lezen'],
    [7, "Achter een sluitend aanhalingsteken staat nog tekst"],
    [8, "De rij bevat NUL-tekens"],
    [9, "De rij bevat tekens die geen UTF-8 zijn"],
    [11, 'In kolom "time" staat geen tijd'],
    [12, "Uit de rij blijkt niet wat er gebeurde"],
    [13, "Uit de rij blijkt niet wie het was, en ook niet bij welke klantreis hij hoort"],
  ]);
  expect(rows[1]?.["raw"]).toBe('{"journey":"1","event":"C","time":"2024-02-31 10:00:00"}');
  expect(rows[0]?.["raw"]).toBe("1,B");
});

test("a file reads the same plain, gzipped, as zstd, in UTF-16 and with old line endings", async () => {
  const text = "journey;event;time\n1;Überfall;2024-01-01 10:00:00\n2;B;2024-01-01 11:00:00\n";
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  const forms = {
    "f.csv": Buffer.from(text),
    "f.csv.gz": gzipSync(text),
    "f.csv.zst": zstdCompressSync(text),
    "f.dat": gzipSync(text),
    "f16.csv": utf16,
    "f1252.csv": Buffer.from(text, "latin1"),
    "fbom.csv": Buffer.from(`\uFEFF${text}`),
    "fcr.csv": Buffer.from(text.replaceAll("\n", "\r")),
    "fcrlf.csv": Buffer.from(text.replaceAll("\n", "\r\n")),
    "fsep.csv": Buffer.from(`sep=;\r\n${text}`),
  };
  for (const [name, bytes] of Object.entries(forms)) {
    const { slug, id } = await stores.workspace();
    const status = await stores.import(slug, [await stores.file(name, bytes)], mappingOf([simple]));
    expect([name, status.problem, await events(id)]).toEqual([
      name,
      null,
      [
        { row: 1, event: "Überfall", time: "2024-01-01T09:00:00.000Z" },
        { row: 2, event: "B", time: "2024-01-01T10:00:00.000Z" },
      ],
    ]);
  }
});

test("a row with several kinds tells each of them once, and skips what did not happen", async () => {
  const { slug, id } = await stores.workspace();
  const path = await stores.file(
    "o.csv",
    "order,placed,paid,score,type\no1,2024-01-01 10:00:00,2024-01-01 10:05:00,4,web\no2,2024-01-02 10:00:00,,,shop\no3,soon,,9,web\n",
  );
  const mapping = mappingOf([
    {
      journey: "order",
      what: { value: "placed" },
      time: "placed",
      channel: { column: "type", values: { web: "Website" } },
    },
    { journey: "order", what: { value: "paid" }, time: "paid" },
    {
      kind: "feedback",
      journey: "order",
      what: { value: "placed" },
      time: "placed",
      when: [{ column: "score", filled: true }],
      measures: [{ kind: "score", name: "rating", column: "score", scale: [1, 5] }],
    },
  ]);
  const { ledger, problem } = await stores.import(slug, [path], mapping);
  expect(problem).toBeNull();
  expect(ledger).toEqual({ received: 6, stored: 4, duplicate: 0, quarantined: 2 });
  expect(
    await stores.rows(
      "SELECT toUInt32(row) AS row, rule, event, channel, measures.value AS v FROM event WHERE ws = {ws:UInt32} ORDER BY row, rule",
      { ws: id },
    ),
  ).toEqual([
    { row: 1, rule: 0, event: "placed", channel: "Website", v: [] },
    { row: 1, rule: 1, event: "paid", channel: "", v: [] },
    { row: 1, rule: 2, event: "placed", channel: "", v: [4] },
    { row: 2, rule: 0, event: "placed", channel: "shop", v: [] },
  ]);
});

test("names of columns and values from a mapping never become SQL", async () => {
  const { slug, id } = await stores.workspace();
  const evil = "x`'\"); DROP TABLE event; --\\";
  const path = await stores.file(
    "evil.csv",
    `"${evil.replaceAll('"', '""')}",event,time\n1,A,2024-01-01 10:00:00\n1,A,never\n`,
  );
  const mapping = mappingOf(
    [
      {
        journey: evil,
        what: { column: "event", values: { A: evil } },
        time: "time",
        attributes: { [evil]: "event" },
        who: { [evil]: evil },
        when: [{ column: evil, notIn: [evil] }],
      },
    ],
    { name: evil },
  );
  const { ledger, problem } = await stores.import(slug, [path], mapping);
  expect(problem).toBeNull();
  expect(ledger).toEqual({ received: 2, stored: 1, duplicate: 0, quarantined: 1 });
  expect(
    await stores.rows("SELECT source, event, attributes FROM event WHERE ws = {ws:UInt32}", {
      ws: id,
    }),
  ).toEqual([{ source: evil, event: evil, attributes: { [evil]: "A" } }]);

  const json = await stores.workspace();
  const lines = await stores.file(
    "evil.jsonl",
    `${JSON.stringify({ [evil]: { [evil]: 7 }, event: "A", time: "2024-01-01 10:00:00" })}\n`,
  );
  const nested = mappingOf([{ journey: `${evil}.${evil}`, what: "event", time: "time" }]);
  const second = await stores.import(json.slug, [lines], nested);
  expect([second.problem, second.ledger.stored]).toEqual([null, 1]);
  expect(
    await stores.rows(
      `SELECT ${opened("sealed")} AS name FROM journey_name WHERE ws = {ws:UInt32}`,
      { ws: json.id },
    ),
  ).toEqual([{ name: "7" }]);
});

test("a cancelled import leaves nothing, and the next one runs", async () => {
  const { slug, id } = await stores.workspace();
  const lines = Array.from(
    { length: 200_000 },
    (_, i) => `j${i % 5000},e${i % 7},2024-01-01 10:00:${String(i % 60).padStart(2, "0")},${i}`,
  );
  const path = await stores.file("big.csv", `journey,event,time,n\n${lines.join("\n")}\n`);
  const { startImport } = await import("../../../src/server/event/import.ts");
  const handle = await startImport(stores.deps, {
    workspace: slug,
    files: [{ path }],
    mapping: mappingOf([simple]),
  });
  while (handle.status().state !== "reading") await new Promise((next) => setTimeout(next, 1));
  handle.cancel();
  expect(await handle.done).toMatchObject({
    state: "cancelled",
    problem: null,
    ledger: { stored: 0 },
  });
  for (const table of ["event", "quarantine", "journey_name", "identifier", "tally"])
    expect(
      await stores.rows(`SELECT count() AS n FROM ${table} WHERE ws = {ws:UInt32}`, { ws: id }),
    ).toEqual([{ n: "0" }]);
  const again = await stores.import(slug, [path], mappingOf([simple]));
  expect(again.ledger).toEqual({
    received: 200_000,
    stored: 200_000,
    duplicate: 0,
    quarantined: 0,
  });
});
