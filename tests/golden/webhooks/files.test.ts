import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readMapping } from "../../../src/core/event/mapping-file.ts";
import { opened } from "../../../src/engine/identity/pseudonym.ts";
import { openStores, type Stores } from "../import/stores.ts";

const fixtures = new URL("../../../examples/webhooks/", import.meta.url);

let stores: Stores;
beforeAll(async () => {
  stores = await openStores();
}, 60_000);
afterAll(() => stores[Symbol.asyncDispose]());

async function mappingOf(tool: string) {
  return readMapping(await readFile(new URL(`${tool}.mapping.yaml`, fixtures), "utf8"));
}

test("an export of Google Analytics is a file like others: its lists are read by their keys", async () => {
  const { slug } = await stores.workspace();
  const path = fileURLToPath(new URL("ga4.jsonl", fixtures));
  const status = await stores.import(slug, [path], await mappingOf("ga4"));
  expect(status).toMatchObject({ state: "done", ledger: { received: 3, stored: 3 } });
  expect(
    await stores.rows("SELECT event, place FROM event WHERE event != '' ORDER BY time"),
  ).toEqual([
    { event: "Page viewed", place: "https://shop.example/rates" },
    { event: "Order placed", place: "https://shop.example/thanks" },
  ]);
});

test("a file of visits gives an event for each action; what cannot be read keeps its line", async () => {
  const { slug, id } = await stores.workspace();
  const calls = JSON.parse(await readFile(new URL("matomo.json", fixtures), "utf8")) as {
    body: object[];
  }[];
  const visits = calls[0]!.body.map((visit) => JSON.stringify(visit));
  const path = await stores.file("visits.jsonl", `${visits[0]}\n{ no json\n${visits[1]}\n`);
  const status = await stores.import(slug, [path], await mappingOf("matomo"));
  expect(status).toMatchObject({
    state: "done",
    ledger: { received: 5, stored: 4, quarantined: 1 },
  });
  const events = "SELECT event FROM event WHERE ws = {id:UInt32} ORDER BY time";
  expect((await stores.rows(events, { id })).map(({ event }) => event)).toEqual([
    "Page viewed",
    "Searched",
    "Quote asked for",
    "Order placed",
  ]);
  const aside = `SELECT toUInt32(line) AS line, ${opened("sealed")} AS raw FROM quarantine WHERE ws = {id:UInt32}`;
  expect(await stores.rows(aside, { id })).toEqual([{ line: 2, raw: "{ no json" }]);
});
