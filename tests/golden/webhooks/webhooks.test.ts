import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { LiveSource } from "../../../src/protocol/event/source.ts";
import { openSpoor, type Spoor } from "../../../src/server/compose.ts";
import { readConfig } from "../../../src/server/config.ts";
import { webhookTools } from "../../../src/server/event/intake/tools.ts";
import { opened } from "../../../src/engine/identity/pseudonym.ts";

const fixtures = new URL("../../../examples/webhooks/", import.meta.url);
const tools = await webhookTools();

let dataDir: string;
let spoor: Spoor;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "spoor-webhooks-"));
  spoor = await openSpoor(readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0" }));
}, 60_000);
afterAll(async () => {
  await spoor[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

const Call = z.strictObject({
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown(),
});

/** The calls of a tool as it makes them: bodies of JSON, forms as their text, or JSON lines. */
async function callsOf(tool: string): Promise<z.infer<typeof Call>[]> {
  const lines = await readFile(new URL(`${tool}.jsonl`, fixtures), "utf8").catch(() => null);
  if (lines !== null) return [{ headers: {}, body: lines }];
  const text = await readFile(new URL(`${tool}.json`, fixtures), "utf8");
  return z.array(Call).parse(JSON.parse(text, asWritten as Parameters<typeof JSON.parse>[1]));
}

/** Numbers with all their digits, as the tools write them. */
function asWritten(_: string, value: unknown, { source }: { source?: string }): unknown {
  const rawJson = (JSON as unknown as { rawJSON(text: string): object }).rawJSON;
  return typeof value === "number" ? rawJson(source ?? "") : value;
}

async function json<T>(path: string, body?: object): Promise<T> {
  const response = await spoor.app.request(`http://localhost${path}`, {
    ...(body && { method: "POST", body: JSON.stringify(body) }),
    headers: { "Content-Type": "application/json" },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

const Row = z.object({
  kind: z.string(),
  event: z.string(),
  time: z.string(),
  journey: z.string(),
  channel: z.string(),
  place: z.string(),
  why: z.string(),
  how: z.string(),
  comment: z.string(),
  who: z.array(z.string()),
  attributes: z.record(z.string(), z.string()),
  measures: z.array(z.string()),
});

const sql = `WITH
    (SELECT groupArray((journey, name)) FROM (SELECT DISTINCT journey, ${opened("sealed")} AS name FROM journey_name)) AS names,
    (SELECT groupArray((hash, concat(kind, ' ', value))) FROM (SELECT DISTINCT hash, kind, ${opened("sealed")} AS value FROM identifier)) AS known,
    (SELECT groupArray((code, concat(name, if(unit = '', '', concat(' ', unit))))) FROM measure FINAL) AS measured
  SELECT event.kind AS kind, event, toString(event.time) AS time, channel, place, why, how, comment,
    mapSort(attributes) AS attributes,
    arrayFirst(n -> n.1 = event.journey, names).2 AS journey,
    arraySort(arrayMap(k -> k.2, arrayFilter(k -> has(event.who, k.1), known))) AS who,
    arrayMap(m -> concat(arrayFirst(c -> c.1 = m.1, measured).2, ' ', toString(m.2)), event.measures) AS measures
  FROM event WHERE source = {source:String} ORDER BY event.time, kind, journey, event, who, attributes`;

/** What became of what a tool told: an event a line, with what it says and not with what it does not. */
async function becameOf(tool: string, began: number): Promise<string> {
  const rows = await spoor.engine.analysis.rows(Row, sql, { source: tool });
  const lines = rows.map((row) => {
    const at = Date.parse(`${row.time.replace(" ", "T")}Z`);
    const said = { ...row, time: at >= began ? "when it came in" : row.time };
    const filled = Object.entries(said).filter(([, value]) => Object.keys(value).length > 0);
    return JSON.stringify(Object.fromEntries(filled));
  });
  return `${lines.join("\n")}\n`;
}

test("there is a ready mapping for each tool that is promised", () => {
  expect(tools.map(({ tool }) => tool).toSorted()).toEqual([
    "discourse",
    "freshdesk",
    "ga4",
    "hubspot",
    "mailchimp",
    "matomo",
    "other",
    "qualtrics",
    "salesforce",
    "shopify",
    "typeform",
    "whatsapp",
    "zendesk",
  ]);
});

test.each(tools)("what $name tells becomes events, and nothing is set aside", async ({ tool }) => {
  const began = Date.now();
  const made = await json<LiveSource>("/api/w/own/sources", { name: tool, kind: "webhook", tool });
  const key = made.keys[0]!.shown;
  for (const { headers, body } of await callsOf(tool)) {
    const response = await spoor.app.request(`http://localhost/hooks/${key}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    expect(response.status).toBe(200);
  }
  await spoor.intake.settled();
  const aside = await json<{ rows: { source: string; reason: object; raw: string }[] }>(
    "/api/w/own/quarantine",
  );
  const unread = aside.rows.filter(({ source }) => source === tool);
  expect(unread.map(({ raw }) => raw)).toEqual([]);
  await expect(await becameOf(tool, began)).toMatchFileSnapshot(`${tool}.golden.jsonl`);
});
