import { createWriteStream } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importCommand } from "../../../src/cli/import.ts";
import { quarantineCommand } from "../../../src/cli/quarantine.ts";
import { run } from "../../../src/cli/run.ts";
import { createImporter } from "../../../src/server/event/importer.ts";
import { openStores, type Stores } from "./stores.ts";

let stores: Stores;
beforeAll(async () => {
  stores = await openStores();
});
afterAll(() => stores[Symbol.asyncDispose]());

/** Runs `spoor …` over the stores of this test, in a workspace of its own. */
async function spoor(...args: string[]) {
  const { slug, id } = await stores.workspace();
  return { ...(await spoorIn(slug, ...args)), slug, id };
}

async function spoorIn(workspace: string, ...args: string[]) {
  const importer = createImporter(stores.deps);
  const tools = { open: () => Promise.resolve(importer), workspace, progress: null };
  const out: string[] = [];
  const err: string[] = [];
  const commands = [
    {
      name: "import",
      summary: "",
      help: "",
      run: (rest: string[], io: Parameters<typeof importCommand>[1]) =>
        importCommand(rest, io, tools),
    },
    {
      name: "quarantine",
      summary: "",
      help: "",
      run: (rest: string[], io: Parameters<typeof importCommand>[1]) =>
        quarantineCommand(rest, io, tools),
    },
  ];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  return { code: await run(args, commands, "0", io), out: out.join("\n"), err: err.join("\n") };
}

const stored = async (ws: number) =>
  (
    await stores.rows("SELECT toUInt32(count()) AS n FROM event WHERE ws = {ws:UInt32}", { ws })
  )[0]?.["n"];

const good = "journey,event,time\n1,A,2024-01-01 10:00:00\n";
const columns = ["--journey", "journey", "--event", "event", "--time", "time"];

test.each([
  ["a file that is not there", "nowhere.csv", null, "nowhere.csv does not exist"],
  ["an empty file", "empty.csv", "", "empty.csv is empty"],
  ["a file of mere gzip", "hollow.csv.gz", gzipSync(""), "hollow.csv.gz is empty"],
  [
    "half a gzip",
    "half.csv.gz",
    gzipSync(good.repeat(1000)).subarray(0, 60),
    "half.csv.gz cannot be unpacked",
  ],
  ["a zip renamed", "zip.csv", "PK\x03\x04 and so on", "zip.csv is a zip archive. Unpack it"],
  ["a PDF", "paper.csv", "%PDF-1.4 and so on", "paper.csv is a PDF"],
  [
    "a JSON list",
    "list.json",
    '[{"a":1}]',
    "list.json is one JSON list. Write one object per line",
  ],
  [
    "broken XES",
    "log.xes",
    '<?xml version="1.0"?>\n<log>\n<trace>\n<event>\n</trace>\n</log>',
    "log.xes is broken at line 5: </trace> closes <event>",
  ],
  [
    "XES that ends early",
    "cut.xes",
    '<?xml version="1.0"?>\n<log>\n<trace>\n',
    "cut.xes is broken at line 4: the file ends inside <trace>",
  ],
  [
    "a log without events",
    "none.xes",
    '<?xml version="1.0"?><log></log>',
    "none.xes is a log without events",
  ],
])("%s: exit 1 and a message that says what to do", async (_, name, content, message) => {
  const path = content === null ? join(stores.dataDir, name) : await stores.file(name, content);
  const { code, err, id } = await spoor("import", path, ...(name.endsWith(".xes") ? [] : columns));
  expect(err).toContain(message);
  expect(code).toBe(1);
  expect(await stored(id)).toBe(0);
});

test("a folder", async () => {
  await mkdir(join(stores.dataDir, "folder"));
  const { code, err } = await spoor("import", join(stores.dataDir, "folder"), ...columns);
  expect(err).toContain("folder is a folder. Name the files in it");
  expect(code).toBe(1);
});

test("a missing column names the nearest, and the command lines that are wrong say how", async () => {
  const path = await stores.file("good.csv", good);
  const slip = await spoor(
    "import",
    path,
    "--journey",
    "journey",
    "--event",
    "evnt",
    "--time",
    "time",
  );
  expect([slip.code, slip.err]).toEqual([
    1,
    'good.csv has no column "evnt". Did you mean "event"?',
  ]);
  expect((await spoor("import")).code).toBe(2);
  expect((await spoor("import", path, "--nonsense")).code).toBe(2);
  expect((await spoor("import", path, "--date-order", "xyz")).err).toContain(
    "--date-order is ymd, dmy or mdy",
  );
  expect((await spoor("import", path, "--who", "email")).code).toBe(2);
  expect((await spoor("import", path, "--zone", "Mars")).code).toBe(2);
});

test("a time that may be day-month or month-day asks for one flag, and takes it", async () => {
  const path = await stores.file("order.csv", "journey,event,time\n1,A,01-02-2024 10:00\n");
  const asked = await spoor("import", path, ...columns);
  expect(asked.code).toBe(2);
  expect(asked.err).toContain(
    'order.csv: in "time", "01-02-2024 10:00" may be day-month or month-day',
  );
  expect(asked.err).toContain("--date-order dmy");
  const told = await spoor("import", path, ...columns, "--date-order", "mdy");
  expect(told.out).toBe("received 1 = stored 1 + duplicate 0 + quarantined 0");
  expect(
    await stores.rows("SELECT time FROM event WHERE ws = {ws:UInt32}", { ws: told.id }),
  ).toEqual([{ time: "2024-01-02T09:00:00.000Z" }]);
});

test("columns that cannot be guessed are asked for, with what there is", async () => {
  const path = await stores.file("odd.csv", "a,b,c\nx,y,2024-01-01 10:00:00\n");
  const { code, err } = await spoor("import", path);
  expect(code).toBe(2);
  expect(err).toContain(
    "no column seems to say what happened. Add --event COL; the columns are a, b, c.",
  );
});

test("a mapping with a fault names its line; a good one is saved, shared and used", async () => {
  const bad = await stores.file(
    "bad.yaml",
    "spoor: mapping/1\nsources:\n  - files: '*'\n    rows: []\n",
  );
  const path = await stores.file("map.csv", good);
  const wrong = await spoor("import", path, "--mapping", bad);
  expect(wrong.code).toBe(1);
  expect(wrong.err).toMatch(/bad\.yaml: Line \d/);
  const saved = join(stores.dataDir, "saved.yaml");
  expect((await spoor("import", path, "--save-mapping", saved)).code).toBe(0);
  expect(await readFile(saved, "utf8")).toContain("journey: journey");
  const again = await spoor("import", path, "--mapping", saved, "--json");
  expect(JSON.parse(again.out)).toMatchObject({
    state: "done",
    ledger: { received: 1, stored: 1 },
  });
});

test("quarantine lists what could not be read, and replays it with a mended mapping", async () => {
  const text =
    "journey,event,when,score\n1,A,2024-01-01 10:00:00,4\n1,B,2024-01-01 11:00:00,9\n2,A,soon,1\nx\n";
  const path = await stores.file("replay.csv", text);
  const yaml = (high: number) => `spoor: mapping/1
sources:
  - name: replay
    files: "*"
    rows:
      - journey: journey
        what: event
        time: when
        measures: [{ kind: score, name: s, column: score, scale: [1, ${high}] }]
`;
  const five = await stores.file("five.yaml", yaml(5));
  const ten = await stores.file("ten.yaml", yaml(10));
  const first = await spoor("import", path, "--mapping", five);
  expect(first.out).toBe("received 4 = stored 1 + duplicate 0 + quarantined 3");
  const list = await spoorIn(first.slug, "quarantine");
  expect(list.out).toContain(
    'replay.csv:3  The score in column "score" lies outside its scale 1 to 5',
  );
  expect(list.out).toContain("3 rows in quarantine.");
  const replayed = await spoorIn(first.slug, "quarantine", "--replay", "--mapping", ten);
  expect(replayed.out).toBe("received 2 = stored 1 + duplicate 0 + quarantined 1");
  expect(await stored(first.id)).toBe(2);
  const left = JSON.parse((await spoorIn(first.slug, "quarantine", "--json")).out) as {
    rows: { line: number; file: string }[];
  };
  expect(left.rows.map(({ line, file }) => [file, line])).toEqual([
    ["replay.csv", 5],
    ["replay.csv", 4],
  ]);
  // What was replayed is known when its file comes again.
  const again = await spoorIn(first.slug, "import", path, "--mapping", ten);
  expect(again.out).toBe("received 4 = stored 0 + duplicate 2 + quarantined 2");
});

test("a line of 300 MB is put aside with bounded memory, and the rows around it are stored", async () => {
  const path = join(stores.dataDir, "long.csv");
  const piece = "x".repeat(1 << 20);
  await pipeline(function* () {
    yield good;
    for (let i = 0; i < 300; i += 1) yield piece;
    yield "\n2,B,2024-01-01 11:00:00\n";
  }, createWriteStream(path));
  const before = process.memoryUsage().rss;
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const { out, id } = await spoor("import", path, ...columns);
  clearInterval(watch);
  expect(out).toBe("received 3 = stored 2 + duplicate 0 + quarantined 1");
  expect(
    await stores.rows(
      "SELECT toUInt32(line) AS line, problem FROM quarantine WHERE ws = {ws:UInt32}",
      { ws: id },
    ),
  ).toEqual([{ line: 3, problem: '{"key":"row-too-long"}' }]);
  expect(peak - before).toBeLessThan(250 << 20);
});
