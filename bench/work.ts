// One piece of work in a process of its own, so that its memory is its own: `node bench/work.ts NAME FILE FOLDER`.
import "../src/server/thread-pool.ts";
import { join } from "node:path";
import { balances } from "../src/core/event/import.ts";
import { must } from "../src/core/assert.ts";
import { openEngine } from "../src/engine/open.ts";
import { overview } from "../src/engine/question/overview.ts";
import { openSpoor } from "../src/server/compose.ts";
import { readConfig } from "../src/server/config.ts";
import { byEquality, probably } from "./kinship.ts";
import { fill, hundred } from "./near.ts";
import { importStatements, openPeer } from "./duckdb.ts";
import { parseWithSax, parseWithScanner } from "./parse-xes.ts";

const [name, file, folder] = process.argv.slice(2) as [string, string, string];

/** Seconds that the work takes once all is open. */
const work: Record<string, () => Promise<{ seconds: number; told: string }>> = {
  /** What the engine itself needs to read the file into a table sorted by journey and time. */
  async floor() {
    await using engine = await openEngine({ path: folder });
    await engine.intake.run(
      "CREATE TABLE floor (journey String, event LowCardinality(String), time DateTime) ENGINE = MergeTree ORDER BY (journey, time)",
    );
    return await timed(async () => {
      await engine.intake.run(
        `INSERT INTO floor SELECT * FROM file('${file}', 'CSVWithNames', 'journey String, event LowCardinality(String), time DateTime')`,
      );
      return "read and sorted";
    });
  },
  /** From file to all questions answerable, as \`spoor import\` does it. */
  async spoor() {
    const config = readConfig({ SPOOR_DATA: folder, SPOOR_DEMO: "0" });
    await using spoor = await openSpoor(config);
    const upload = await spoor.importer.offer("own", file);
    return await timed(async () => {
      const { mapping } = await spoor.importer.preview("own", [upload]);
      let status = await spoor.importer.start("own", [upload], mapping);
      while (status.finished === null) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        status = await spoor.importer.status("own", status.id);
      }
      if (status.state !== "done" || !balances(status.ledger))
        throw new Error(JSON.stringify(status));
      const six = await overview(spoor.engine, { ws: 1, filter: {}, segments: {} });
      return `${six.events} events, ${six.journeys} journeys, ${six.routes} routes`;
    });
  },
  /** The same by plain SQL in DuckDB. */
  async duckdb() {
    await using peer = await openPeer(join(folder, "peer.duckdb"));
    return await timed(async () => {
      for (const statement of importStatements(file)) await peer.run(statement);
      const [row] = await peer.rows(
        "SELECT sum(steps), count(*), count(DISTINCT route) FROM journey",
      );
      const [events, journeys, routes] = must(row, "the counts").map(Number);
      return `${events} events, ${journeys} journeys, ${routes} routes`;
    });
  },
  /** Only parsing an event log, by Spoor's own scanner. */
  scanner: () => timed(async () => `${await parseWithScanner(file)} events`),
  /** Probable links among as many synthetic people as `file` says. */
  links: () => probably(folder, Number(file)),
  /** The same by equality: one e-mail address; one surname and birth date. */
  email: () => byEquality(folder, Number(file), ["email"]),
  namesake: () => byEquality(folder, Number(file), ["surname", "birth"]),
  /** A workspace with as many events as `file` says. */
  fill: () => timed(() => fill(folder, Number(file))),
  /** A hundred new events in it, as often as `file` says. */
  hundred: () => timed(() => hundred(folder, Number(file))),
  /** Only parsing an event log, by a general streaming parser. */
  sax: () => timed(async () => `${await parseWithSax(file)} events`),
};

async function timed(run: () => Promise<string>): Promise<{ seconds: number; told: string }> {
  const start = performance.now();
  const told = await run();
  return { seconds: (performance.now() - start) / 1000, told };
}

const result = await must(work[name], `work called ${name}`)();
process.stdout.write(
  JSON.stringify({
    ...result,
    megabytes: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6),
  }),
);
