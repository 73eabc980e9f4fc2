import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { must } from "../src/core/assert.ts";
import { derive } from "../src/engine/event/derive.ts";
import { openEngine } from "../src/engine/open.ts";
import type { Journey } from "../src/core/map/journey.ts";
import { judgeDays } from "../src/core/question/alerts/judge-days.ts";
import { draftMap } from "../src/engine/map/draft.ts";
import { readDays } from "../src/engine/question/alerts/read-days.ts";
import { archetypes } from "../src/engine/question/archetypes/archetypes.ts";
import { cohorts } from "../src/engine/question/cohorts.ts";
import { contrast } from "../src/engine/question/contrast/contrast.ts";
import { drift } from "../src/engine/question/drift/drift.ts";
import { drivers } from "../src/engine/question/drivers/drivers.ts";
import { facets } from "../src/engine/question/facets.ts";
import { fit } from "../src/engine/question/fit.ts";
import { funnel } from "../src/engine/question/funnel.ts";
import { gaps } from "../src/engine/question/gaps/gaps.ts";
import { goals } from "../src/engine/question/goals/goals.ts";
import { flow } from "../src/engine/question/flow.ts";
import { journeys } from "../src/engine/question/journeys.ts";
import { loyalty } from "../src/engine/question/loyalty/loyalty.ts";
import { overview } from "../src/engine/question/overview.ts";
import { pattern } from "../src/engine/question/pattern/pattern.ts";
import { routes } from "../src/engine/question/routes.ts";
import { segments } from "../src/engine/question/segments/segments.ts";
import { scores } from "../src/engine/question/scores/scores.ts";
import { timeTo } from "../src/engine/question/time-to.ts";
import { timeline } from "../src/engine/question/timeline.ts";
import { touchpoints } from "../src/engine/question/touchpoints.ts";
import { attribution, leave } from "../src/engine/question/towards.ts";
import { FLOW, openPeer, ROUTES, STEPS } from "./duckdb.ts";
import { insertMany, insertScores } from "./many-events.ts";
import { time } from "./measure.ts";
import { forgetPeak, peak } from "./peak.ts";
import type { Row } from "./report.ts";

/** Every question over `events` synthetic events, over all journeys and one segment, beside DuckDB. */
export async function askMany(events: number, runs: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "spoor-bench-"));
  const rows: Row[] = [];
  const row = async (what: string, work: () => Promise<unknown>) => {
    await forgetPeak();
    const timing = await time(work, runs);
    rows.push({ what, timing, ratio: null, megabytes: await peak(), told: "" });
  };
  try {
    {
      await using engine = await openEngine({ path: join(folder, "engine") });
      await insertMany(engine, 1, events);
      await insertScores(engine, 1, events);
      const start = performance.now();
      await derive(engine, { ws: 1, imports: [1], settings: { identity: {} } });
      const seconds = (performance.now() - start) / 1000;
      const once = { median: seconds, low: seconds, high: seconds, runs: 1 };
      rows.push({
        what: "derive",
        timing: once,
        ratio: null,
        megabytes: null,
        told: `${events} events`,
      });
      const all = { ws: 1, filter: {}, segments: {} };
      const segment = { ...all, filter: { attributes: { segment: ["mover"] } } };
      const map = await draftMap(engine, all, { title: "Drafted", language: "en" });
      const ends = [map.episodes[0], map.episodes.at(-1)].map(
        (episode) => must(episode?.touchpoints.at(-1), "a touchpoint").id,
      );
      const aimed: Journey = {
        ...map,
        goals: [
          { id: "go_far", title: "Far", kind: "quantitative", among: ends, reach: ends },
          { id: "go_stay", title: "Stay", kind: "quantitative", measure: "leave", among: ends },
          { id: "go_content", title: "Content", kind: "qualitative", measure: "CSAT" },
        ],
      };
      const passed = (await touchpoints(engine, all)).touchpoints.map(
        ({ touchpoint }) => touchpoint,
      );
      for (const [scope, asked] of [
        ["all", all],
        ["segment", segment],
      ] as const) {
        await row(`flow, ${scope}`, () => flow(engine, asked));
        await row(`routes, ${scope}`, () => routes(engine, asked, 50));
        await row(`overview, ${scope}`, () => overview(engine, asked));
        await row(`touchpoints, ${scope}`, () => touchpoints(engine, asked));
        await row(`fit, ${scope}`, () => fit(engine, asked, map));
        await row(`gaps, ${scope}`, () => gaps(engine, asked, null, map));
        await row(`goals, ${scope}`, () => goals(engine, asked, aimed, new Map()));
        await row(`leave, ${scope}`, () => leave(engine, asked, null));
        await row(`attribution, ${scope}`, () => attribution(engine, asked, null));
        await row(`time to, ${scope}`, () =>
          timeTo(engine, asked, { aim: null, from: null, by: "segment" }),
        );
        await row(`funnel, ${scope}`, () =>
          funnel(engine, asked, {
            steps: passed.slice(0, 3).map(({ code }) => code),
            order: "ordered",
            withinHours: null,
          }),
        );
        await row(`drift, ${scope}`, () => drift(engine, asked, null));
        await row(`scores, ${scope}`, () => scores(engine, asked, null, []));
        for (const outcome of ["CSAT", "goal"]) {
          const question = { aim: null, outcome, about: null, crosshair: "mean" } as const;
          await row(`drivers of ${outcome}, ${scope}`, () => drivers(engine, asked, question, map));
        }
        await row(`journeys, ${scope}`, () => journeys(engine, asked, { limit: 50, offset: 0 }));
      }
      await row("segments", () => segments(engine, all, null, []));
      await row("archetypes", () => archetypes(engine, all, null, null));
      await row("contrast", () => contrast(engine, segment, null, null));
      for (const unit of ["month", "week"] as const)
        await row(`cohorts by ${unit}`, () =>
          cohorts(engine, all, {
            first: null,
            back: null,
            unit,
            kind: "bracket",
            zone: "Europe/Amsterdam",
          }),
        );
      const [one, two, three] = passed.map(({ label }) => `"${label}"`);
      for (const text of [
        `${one} then ${two}`,
        `${one} then ${two} at least 3 times within 7 days, without ${three}, not followed by ${one}`,
      ])
        await row(`pattern, ${text.length < 40 ? "short" : "long"}`, () =>
          pattern(engine, all, text),
        );
      await row("loyalty", () =>
        loyalty(engine, all, {
          buying: null,
          leastBought: 1,
          leastScore: 0.75,
          days: null,
          map,
          zone: "Europe/Amsterdam",
        }),
      );
      await row("odd days", async () => {
        const before = 70;
        const today = Date.parse("2025-12-31") / 86_400_000;
        const days = must(await readDays(engine, 1, { length: before + 180, today }), "whole days");
        return judgeDays(days.series, days.sources, before, String);
      });
      await row("facets", () => facets(engine, all, []));
      rows.push(await lookUps(engine));
    }
    {
      await using peer = await openPeer(join(folder, "peer.duckdb"));
      await peer.run(
        `CREATE TABLE raw AS SELECT hash(i // 500000, hash(i) % 50000) AS journey, hash(i, 7) AS id,
           'event_' || lpad((30 * ((hash(i, 1) % 1000000) / 1e6) * ((hash(i, 2) % 1000000) / 1e6))::UTINYINT::VARCHAR, 2, '0') AS event,
           TIMESTAMP '2024-01-01' + to_seconds(i * 63072000 // ${events} + hash(i, 3) % 86400) AS time, i AS line
         FROM range(${events}) t(i)`,
      );
      await peer.run(
        "CREATE TABLE touchpoint AS SELECT row_number() OVER (ORDER BY event)::USMALLINT AS code, event FROM (SELECT DISTINCT event FROM raw)",
      );
      const start = performance.now();
      for (const statement of STEPS) await peer.run(statement);
      const seconds = (performance.now() - start) / 1000;
      const once = { median: seconds, low: seconds, high: seconds, runs: 1 };
      rows.push({
        what: "DuckDB derive",
        timing: once,
        ratio: null,
        megabytes: null,
        told: `${events} events`,
      });
      await row("DuckDB flow, all", () => peer.rows(FLOW));
      await row("DuckDB routes, all", () => peer.rows(ROUTES));
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One customer after another while a scan of some seconds runs beside it; the median and the 99th percentile. */
async function lookUps(engine: Awaited<ReturnType<typeof openEngine>>): Promise<Row> {
  const people = await engine.lookup.rows(
    z.object({ person: z.string() }),
    "SELECT person FROM journey WHERE ws = 1 ORDER BY cityHash64(journey) LIMIT 200",
  );
  let scanning = true;
  const scan = engine.analysis
    .run("SELECT sum(sipHash64(number)) FROM numbers(700000000) FORMAT Null")
    .finally(() => (scanning = false));
  const seconds: number[] = [];
  for (let at = 0; scanning; at += 1) {
    const { person } = must(people[at % people.length], "a person");
    const start = performance.now();
    await timeline(engine, { ws: 1, person });
    seconds.push((performance.now() - start) / 1000);
  }
  await scan;
  const sorted = seconds.toSorted((a, b) => a - b);
  const at = (share: number) => must(sorted[Math.floor(share * (sorted.length - 1))], "a time");
  return {
    what: "timeline during a scan",
    timing: { median: at(0.5), low: at(0), high: at(0.99), runs: sorted.length },
    ratio: null,
    megabytes: null,
    told: "high = 99th percentile",
  };
}
