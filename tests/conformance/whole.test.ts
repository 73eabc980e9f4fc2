import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { must } from "../../src/core/assert.ts";
import { createClient, type Call } from "../../src/cli/client.ts";
import type { Mapping } from "../../src/core/event/mapping.ts";
import type { Journey } from "../../src/core/map/journey.ts";
import type { Filter } from "../../src/core/question/filter.ts";
import { openSpoor, type Spoor } from "../../src/server/compose.ts";
import { readConfig } from "../../src/server/config.ts";
import { startClickhouse } from "./clickhouse-server.ts";
import { header, mapping, mixedRows } from "./mixed-file.ts";
import { startPostgres } from "./postgres-server.ts";

// The same files through the whole of Spoor, in one process and on servers: the same answers.
const receipt = fileURLToPath(
  new URL("../../../shared/data/receipt/receipt.xes.gz", import.meta.url),
);
const folder = await mkdtemp(join(tmpdir(), "spoor-whole-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
const postgres = await startPostgres();
if (typeof postgres === "string") console.warn(`Both sizes skipped: ${postgres}`);
else afterAll(() => postgres[Symbol.asyncDispose]());

/** The same for both: people are called after their hashes, and order by them where nothing else tells. */
const vaultKey = "5a".repeat(32);

const sets = [
  {
    name: "mixed",
    here: true,
    filter: {
      channels: ["web"],
      attributes: { region: ["Fryslân", "noord"] },
      from: "2025-03-01T00:00:00Z",
    },
  },
  {
    name: "receipt",
    here: existsSync(receipt),
    filter: { attributes: { "case:channel": ["Internet"] } },
  },
] satisfies { name: string; here: boolean; filter: Filter }[];

/** Everything that one size of Spoor answers about a set of files, by what was asked. */
async function answers(config: Record<string, string>): Promise<Record<string, unknown>> {
  await using spoor = await openSpoor(
    readConfig({ SPOOR_DEMO: "0", SPOOR_VAULT_KEY: vaultKey, ...config }),
  );
  const call = createClient("http://localhost", (request) => spoor.app.fetch(request));
  const all: Record<string, unknown> = {};
  for (const { name, here, filter } of sets) {
    if (!here) continue;
    await call("createWorkspace", { body: { name } });
    all[`${name}: imports`] =
      name === "mixed" ? await mixed(spoor, name) : [await bring(spoor, name, receipt)];
    all[`${name}: quarantine`] = await call("quarantine", { params: { workspace: name } });
    all[`${name}: facets`] = await call("facets", { params: { workspace: name } });
    const drafted = await call("draftMap", { params: { workspace: name }, body: { title: name } });
    const map = withGoals(drafted);
    await call("saveMap", { params: { workspace: name, map: map.id }, body: map });
    all[`${name}: map`] = map;
    for (const [which, asked] of Object.entries({ whole: {}, filtered: filter })) {
      const found = await ask(call, { workspace: name, map: map.id }, asked);
      for (const [question, answer] of Object.entries(found))
        all[`${name}: ${question}, ${which}`] = answer;
    }
  }
  return all;
}

/** A goal of each kind of measure. */
function withGoals(map: Journey): Journey {
  const [first, last] = [map.episodes[0], map.episodes.at(-1)].map(
    (episode) => must(episode?.touchpoints[0], "a touchpoint").id,
  );
  const places = { among: [must(first, "the first")], reach: [must(last, "the last")] };
  return {
    ...map,
    goals: [
      { id: "go_reach", title: "Come", kind: "quantitative", ...places, target: 90, unit: "%" },
      {
        id: "go_leave",
        title: "Stay",
        kind: "quantitative",
        measure: "leave",
        among: places.reach,
      },
      { id: "go_score", title: "Content", kind: "qualitative", measure: "CSAT" },
      { id: "go_after", title: "Come at all", kind: "qualitative", reach: places.reach },
    ],
  };
}

async function ask(call: Call, params: { workspace: string; map: string }, filter: Filter) {
  const query = { filter: JSON.stringify(filter) };
  const journeys = await call("journeys", { params, query: { ...query, limit: 50 } });
  const overlay = await call("overlay", { params, query });
  const seen = must(
    overlay.touchpoints.find(({ events }) => events > 0),
    "a touchpoint",
  );
  const { person } = must(journeys.journeys[0], "a journey");
  return {
    overview: await call("overview", { params, query }),
    flow: await call("flow", { params, query }),
    routes: await call("routes", { params, query: { ...query, limit: 500 } }),
    touchpoints: await call("touchpoints", { params, query }),
    journeys,
    overlay,
    touchpoint: await call("touchpoint", { params: { ...params, touchpoint: seen.id }, query }),
    timeline: await call("timeline", { params: { ...params, person } }),
    fit: await call("fit", { params, query }),
    gaps: await call("gaps", { params, query }),
    contrast: await call("contrast", { params, query: { ...query, other: "{}" } }),
    archetypes: await call("archetypes", { params, query }),
    segments: await call("segments", { params, query }),
    drift: await call("drift", { params, query }),
    scores: await call("scores", { params, query }),
    themes: await call("themes", { params, query }),
    drivers: await call("drivers", { params, query }),
    goals: await call("goals", { params, query }),
    leave: await call("leave", { params, query }),
    attribution: await call("attribution", { params, query }),
    timeTo: await call("timeTo", { params, query }),
    pattern: await call("pattern", {
      params,
      query: { ...query, pattern: "any step then directly any step within 30 days" },
    }),
    loyalty: await call("loyalty", { params, query: { ...query, days: 20 } }),
    cohorts: await call("cohorts", {
      params,
      query: { ...query, unit: "week", kind: "unbounded" },
    }),
    funnel: await call("funnel", { params, query: { ...query, steps: "1,2", order: "any" } }),
  };
}

/** Two files one after the other, and the first once more. */
async function mixed(spoor: Spoor, workspace: string) {
  const paths = [];
  for (const part of [0, 1] as const) {
    const path = join(folder, `part-${part}.csv`);
    await writeFile(path, [header, ...mixedRows(part, 2500), ""].join("\n"));
    paths.push(path);
  }
  const told = [];
  for (const path of [...paths, paths[0]!]) told.push(await bring(spoor, workspace, path, mapping));
  return told;
}

/** What an import tells, but for its times. */
async function bring({ importer }: Spoor, workspace: string, path: string, given?: Mapping) {
  const upload = await importer.offer(workspace, path);
  const looked = await importer.preview(workspace, [upload], given);
  let status = await importer.start(workspace, [upload], looked.mapping);
  while (status.state !== "done" && status.state !== "failed") {
    await pause(20);
    status = await importer.status(workspace, status.id);
  }
  const { state, files, rows, bytes, ledger, problem, notes } = status;
  return {
    looked: { events: looked.events, mapping: looked.mapping, missing: looked.missing },
    status: { state, files, rows, bytes, ledger, problem, notes },
  };
}

describe.skipIf(typeof postgres === "string")("both sizes", () => {
  let small: Record<string, unknown>;
  let large: Record<string, unknown>;
  beforeAll(async () => {
    await using clickhouse = await startClickhouse();
    small = await answers({ SPOOR_DATA: join(folder, "small") });
    large = await answers({
      SPOOR_DATA: join(folder, "large"),
      SPOOR_CLICKHOUSE_URL: clickhouse.url,
      SPOOR_POSTGRES_URL: typeof postgres === "string" ? "" : postgres.url,
    });
  });

  test("what is compared is there", () => {
    expect(Object.keys(large)).toEqual(Object.keys(small));
    expect(existsSync(join(folder, "large", "engine"))).toBe(false);
    expect(small["mixed: imports"]).toMatchObject([
      {
        status: {
          state: "done",
          ledger: {
            duplicate: expect.toSatisfy(positive),
            quarantined: expect.toSatisfy(positive),
          },
        },
      },
      { status: { state: "done", ledger: { stored: expect.toSatisfy(positive) } } },
      { status: { state: "done", ledger: { stored: 0, quarantined: 0 } } },
    ]);
    for (const [asked, answer] of Object.entries(small))
      if (asked.includes("overview"))
        expect
          .soft(answer, asked)
          .toMatchObject({ journeys: expect.toSatisfy((n: number) => n > 100) });
  });

  test.skipIf(!existsSync(receipt))("the receipt log has the size of its publishers", () => {
    const size = { journeys: 1434, events: 8577, touchpoints: 27, routes: 116 };
    expect(large["receipt: overview, whole"]).toMatchObject(size);
  });

  test("give the same answers to everything", () => {
    for (const [asked, answer] of Object.entries(large))
      expect.soft(answer, asked).toEqual(small[asked]);
  });
});

function positive(n: number): boolean {
  return n > 0;
}
