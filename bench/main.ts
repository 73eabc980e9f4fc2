// `npm run bench [-- NAME …] [--runs N] [--json FILE] [--rows N] [--events N] [--millions 1,5,20] [--told N] [--minutes N] [--rate N] [--people N] [--log FILE]`
import "../src/server/thread-pool.ts";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { drawMap } from "./drawing.ts";
import { compareWork } from "./imports.ts";
import { listen } from "./intake.ts";
import { nearMany } from "./near.ts";
import { askMany } from "./questions.ts";
import { machine, table, type Row } from "./report.ts";
import { soak } from "./soak.ts";
import { writeLog } from "./synthetic.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "5" },
    rows: { type: "string", default: "5000000" },
    events: { type: "string", default: "20000000" },
    millions: { type: "string", default: "1,5,20" },
    minutes: { type: "string", default: "60" },
    rate: { type: "string", default: "5000" },
    told: { type: "string", default: "200000" },
    people: { type: "string", default: "1000000" },
    /** A gzipped XES log. */
    log: {
      type: "string",
      default: fileURLToPath(
        new URL("../../shared/data/bpic2012/bpic2012.xes.gz", import.meta.url),
      ),
    },
    json: { type: "string" },
  },
});
const runs = Number(values.runs);

if (positionals.includes("soak")) {
  process.stdout.write(`${machine()}\n\n`);
  await soak(Number(values.minutes), Number(values.rate));
  process.exit();
}

const benches: Record<string, () => Promise<Row[] | null>> = {
  /** From a CSV file to all questions answerable, against the engine's own sorted read of that file. */
  async import() {
    const folder = await mkdtemp(join(tmpdir(), "spoor-bench-"));
    try {
      const file = join(folder, "log.csv");
      await writeLog(file, Number(values.rows));
      return await compareWork(file, ["floor", "spoor", "duckdb"], runs);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  /** An event log in XES, against only parsing it. */
  async xes() {
    if (!existsSync(values.log)) return null;
    return compareWork(values.log, ["sax", "scanner", "spoor"], runs);
  },
  /** What systems tell by themselves, over HTTP. */
  intake: () => listen(Number(values.told)),
  /** A hundred new events where there are many millions. */
  near: () => nearMany(values.millions.split(",").map(Number), runs),
  /** Who is probably one person, among records with planted truth, beside what equality finds. */
  kinship: () => compareWork(values.people, ["email", "namesake", "links"], 1),
  questions: () => askMany(Number(values.events), runs),
  /** A large map in a browser, against tables without any of Spoor. */
  drawing: () => drawMap(runs),
};

const chosen = positionals.length > 0 ? positionals : Object.keys(benches);
const results: Record<string, Row[]> = {};
process.stdout.write(`${machine()}\n\n`);
for (const name of chosen) {
  const bench = benches[name];
  if (!bench)
    throw new Error(`There is no bench ${name}; there are ${Object.keys(benches).join(", ")}.`);
  const rows = await bench();
  if (rows === null)
    process.stdout.write(`${name}: left out, since ${values.log} is not there.\n\n`);
  else {
    results[name] = rows;
    process.stdout.write(`${table(name, rows)}\n`);
  }
}
if (values.json)
  await writeFile(values.json, JSON.stringify({ machine: machine(), results }, null, 2));
