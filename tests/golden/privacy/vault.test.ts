import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { must } from "../../../src/core/assert.ts";
import { createClient, type Call } from "../../../src/cli/client.ts";
import { openSpoor, type Spoor } from "../../../src/server/compose.ts";
import { readConfig } from "../../../src/server/config.ts";
import { others, people, tellOfPeople } from "./told-of-people.ts";

const dataDir = await mkdtemp(join(tmpdir(), "spoor-vault-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const config = readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0" });
const key = join(dataDir, "vault.key");

let spoor: Spoor;
let call: Call;
let slug: string;
beforeAll(async () => {
  spoor = await openSpoor(config);
  call = createClient("http://localhost", (request) => spoor.app.fetch(request));
  slug = (await call("createWorkspace", { body: { name: "Kluis" } })).slug;
  await tellOfPeople(spoor, slug);
}, 120_000);
afterAll(() => spoor[Symbol.asyncDispose]());

/** Files of the data folder, apart from that with the key, in which one of the texts stands. */
async function holding(texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const all = await readdir(dataDir, { recursive: true, withFileTypes: true });
  for (const entry of all.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = path === key ? null : await readFile(path).catch(() => null);
    for (const text of texts) if (bytes?.includes(text)) found.push(`${path}: ${text}`);
  }
  return found;
}

test("nobody can be found in the data folder by what was told of him", async () => {
  // The journal lets go of what was taken in a moment after it counts as taken in.
  await expect.poll(() => holding(people), { timeout: 60_000 }).toEqual([]);
  for (const text of others) expect(await holding([text])).not.toEqual([]);
  expect((await stat(key)).mode & 0o777).toBe(0o600);
});

test("nor in the tables of the engine, which are compressed on disk", async () => {
  const tables = await spoor.engine.lookup.rows(
    z.object({ name: z.string() }),
    "SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree'",
  );
  const found: string[] = [];
  let rows = 0;
  for (const { name } of tables) {
    const [held] = await spoor.engine.analysis.rows(
      z.object({ rows: z.number(), texts: z.array(z.string()) }),
      `SELECT toUInt32(count()) AS rows, arrayDistinct(arrayFlatten(groupArray(
          arrayFilter(text -> position(whole, text) > 0, {people:Array(String)})))) AS texts
        FROM (SELECT toString(tuple(*)) AS whole FROM ${name})`,
      { people },
    );
    rows += must(held, "the row").rows;
    found.push(...held!.texts.map((text) => `${name}: ${text}`));
  }
  expect(rows).toBeGreaterThan(20);
  expect(found).toEqual([]);
});

test("what is told beside an identifier stays, without it", async () => {
  const rows = await spoor.engine.lookup.rows(
    z.object({ attributes: z.record(z.string(), z.string()), comment: z.string() }),
    "SELECT attributes, comment FROM event WHERE event = 'Zonnepanelen gekocht' ORDER BY source",
  );
  expect(rows).toEqual([
    { attributes: { url: "/bedankt?klant=…" }, comment: "" },
    {
      attributes: { link: "https://x.example/?m=…&k=1", pakket: "voordeelpakket-groen" },
      comment: "Mail mij op … graag",
    },
  ]);
});

test("the page shows identifiers masked, and in full to who asks for just that", async () => {
  const { journeys } = await call("journeys", { params: { workspace: slug }, query: {} });
  const journey = must(
    journeys.find(({ name }) => name === "bestelling-5551212"),
    "the order's journey",
  );
  const params = { workspace: slug, person: journey.person };
  const masked = await call("timeline", { params, query: {} });
  expect(masked.identifiers).toEqual([
    { kind: "customer", value: "…1516" },
    { kind: "email", value: "g…@…example" },
    { kind: "phone", value: "…1516" },
  ]);
  const shown = await call("timeline", { params, query: { reveal: "1" } });
  expect(shown.identifiers).toEqual([
    { kind: "customer", value: "KLANT-00481516" },
    { kind: "email", value: "griet.zandstra@voorbeeld.example" },
    { kind: "phone", value: "+31623421516" },
  ]);
  expect({ ...shown, identifiers: [] }).toEqual({ ...masked, identifiers: [] });
});

test("rows in quarantine are shown as they came", async () => {
  const { rows } = await call("quarantine", { params: { workspace: slug }, query: {} });
  const raw = rows.map((row) => row.raw).join("\n");
  for (const text of ["kapot@nergens.example", "LID-77001122"]) expect(raw).toContain(text);
});

test("without its key, or with another, the data is not opened, and not changed", async () => {
  const params = { workspace: slug };
  const before = await call("overview", { params, query: {} });
  await spoor[Symbol.asyncDispose]();
  const own = await readFile(key, "utf8");

  await rm(key);
  await expect(openSpoor(config)).rejects.toMatchObject({
    code: "wrong-key",
    message: expect.stringContaining("vault.key does not stand in the data folder"),
  });
  await expect(stat(key)).rejects.toMatchObject({ code: "ENOENT" });
  const other = readConfig({
    SPOOR_DATA: dataDir,
    SPOOR_DEMO: "0",
    SPOOR_VAULT_KEY: "ab".repeat(32),
  });
  await expect(openSpoor(other)).rejects.toMatchObject({
    code: "wrong-key",
    message: expect.stringContaining("under another key"),
  });
  await writeFile(key, "half a k");
  await expect(openSpoor(config)).rejects.toMatchObject({
    code: "wrong-key",
    message: expect.stringContaining("does not hold a key"),
  });
  await rm(key);

  const set = readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0", SPOOR_VAULT_KEY: own.trim() });
  spoor = await openSpoor(set);
  call = createClient("http://localhost", (request) => spoor.app.fetch(request));
  expect(await call("overview", { params, query: {} })).toEqual(before);
  await expect(stat(key)).rejects.toMatchObject({ code: "ENOENT" });
});
