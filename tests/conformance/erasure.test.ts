import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { createClient } from "../../src/cli/client.ts";
import { Mapping } from "../../src/core/event/mapping.ts";
import { openSpoor } from "../../src/server/compose.ts";
import { readConfig } from "../../src/server/config.ts";
import { startClickhouse } from "./clickhouse-server.ts";
import { startPostgres } from "./postgres-server.ts";

// Erasing, objecting and keeping on servers as in one process, and what cannot be known there is said.
const folder = await mkdtemp(join(tmpdir(), "spoor-erasing-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
const postgres = await startPostgres();
if (typeof postgres !== "string") afterAll(() => postgres[Symbol.asyncDispose]());

const mapping = Mapping.parse({
  spoor: "mapping/1",
  zone: "Europe/Amsterdam",
  identity: {},
  sources: [
    {
      name: "crm",
      files: "*",
      rows: [
        { kind: "event", what: "what", time: "time", who: { email: "mail" }, comment: "said" },
      ],
    },
  ],
});
const rows = `what,time,mail,said
call,2026-03-01T10:00:00Z,ann.smit@voorbeeld.example,hello
call,2026-03-02T10:00:00Z,bob.jansen@voorbeeld.example,I know Ann.Smit@voorbeeld.example
call,no time,ann.smit@voorbeeld.example,hello
call,2026-03-03T10:00:00Z,cor.bakker@voorbeeld.example,fine
`;

async function story(config: Record<string, string>) {
  const dataDir = await mkdtemp(join(folder, "data-"));
  const settings = { SPOOR_DEMO: "0", SPOOR_DATA: dataDir, SPOOR_VAULT_KEY: "5a".repeat(32) };
  await using spoor = await openSpoor(readConfig({ ...settings, ...config }));
  const call = createClient("http://localhost", (request) => spoor.app.fetch(request));
  const params = { workspace: "own" };
  const file = join(dataDir, "..", "crm.csv");
  await writeFile(file, rows);
  const bring = async () => {
    const upload = await spoor.importer.offer("own", file);
    let status = await spoor.importer.start("own", [upload], mapping);
    while (status.finished === null) {
      await pause(50);
      status = await spoor.importer.status("own", status.id);
    }
    return status.ledger;
  };
  const told: unknown[] = [await bring()];
  const figures = async () => {
    const { people, events, outside, objected } = await call("overview", { params });
    return { people, events, outside, objected };
  };
  const body = { identifiers: [{ kind: "email", value: "ann.smit@voorbeeld.example" }] };
  told.push(await call("previewErasure", { params, body }));
  let erasure = await call("erase", { params, body: { ...body, who: "Eva" } });
  while (erasure.state === "running") {
    await pause(50);
    erasure = await call("erasure", { params: { ...params, erasure: String(erasure.id) } });
  }
  const { proof, state, problem } = erasure;
  told.push([state, problem, proof?.clean, proof?.removed, proof?.redacted]);
  told.push(await bring(), await figures());

  const { people } = await call("findPeople", {
    params,
    body: { value: "bob.jansen@voorbeeld.example" },
  });
  const whose = { ...params, person: people[0]!.person };
  await call("setObjection", { params: whose, body: { objects: true, who: "Eva" } });
  told.push(await call("objection", { params: whose }), await figures());
  await call("setObjection", { params: whose, body: { objects: false, who: "Eva" } });
  told.push(await figures());
  const term = { kind: null, event: "call", source: "crm", days: 10 };
  told.push(await call("previewRetention", { params, body: term }));
  return { told, unknown: proof?.unknown };
}

test.skipIf(typeof postgres === "string")(
  "erasing, objecting and keeping do the same in one process and on servers",
  async () => {
    const one = await story({});
    await using clickhouse = await startClickhouse();
    const two = await story({
      SPOOR_CLICKHOUSE_URL: clickhouse.url,
      SPOOR_POSTGRES_URL: (postgres as Exclude<typeof postgres, string>).url,
    });
    expect(two.told).toEqual(one.told);
    expect(one.told[2]).toEqual([
      "done",
      null,
      true,
      expect.arrayContaining([{ store: "engine", table: "event", rows: 1 }]),
      1,
    ]);
    expect(one.told[3]).toEqual({
      received: 4,
      stored: 0,
      duplicate: 2,
      quarantined: 0,
      suppressed: 2,
    });
    expect(one.told.slice(4, 8)).toEqual([
      { people: 2, events: 2, outside: 0, objected: undefined },
      { objects: true },
      { people: 1, events: 1, outside: 0, objected: 1 },
      { people: 2, events: 2, outside: 0, objected: undefined },
    ]);
    expect([one.unknown, two.unknown]).toEqual([
      ["other-texts", "backups"],
      ["engine-server", "documents-server", "other-texts", "backups"],
    ]);
  },
  400_000,
);
