import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { Chance } from "../../src/core/demo/chance.ts";
import { balances, ImportStatus } from "../../src/core/event/import.ts";
import { openEngine } from "../../src/engine/open.ts";
import { keepSecret } from "../../src/server/identity/secret.ts";

const cli = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const rows = 300_000;
const kills = 5;
/** The same in all folders, or nothing in them could be compared. */
const vaultKey = "7e".repeat(32);

const folder = await mkdtemp(join(tmpdir(), "spoor-kill-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** People with a cookie and sometimes a customer number; some rows twice, some without a readable time. */
function csv(): string {
  const chance = new Chance(11);
  const lines = ["customer,cookie,event,channel,time,n"];
  for (let i = 0; i < rows; i += 1) {
    const who = chance.whole(20_000);
    const time = chance.hit(0.001)
      ? "soon"
      : new Date(Date.UTC(2025, 0, 1) + chance.span(0, 2e10)).toISOString();
    const line = `${chance.hit(0.1) ? `c${who}` : ""},k${who * 3 + chance.whole(3)},event ${chance.whole(30)},${chance.pick(["web", "app", "phone"])},${time},${i}`;
    lines.push(line);
    if (chance.hit(0.002)) lines.push(line);
  }
  return `${lines.join("\n")}\n`;
}

type Ending = { code: number | null; signal: string | null; out: string; seconds: number };

/** Runs `spoor` on a data folder; kills it after so many seconds. */
async function spoor(data: string, args: readonly string[], killAfter?: number): Promise<Ending> {
  const began = performance.now();
  const env = { ...process.env, SPOOR_DATA: join(folder, data), SPOOR_VAULT_KEY: vaultKey };
  const child = spawn(process.execPath, [cli, ...args], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter * 1000);
  let out = "";
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  const [code, signal] = await new Promise<[number | null, string | null]>((over) =>
    child.once("close", (...how) => over(how)),
  );
  clearTimeout(timer);
  return { code, signal, out, seconds: (performance.now() - began) / 1000 };
}

/** What the stores hold, whatever the number of the import that brought it. */
async function contents(data: string): Promise<unknown> {
  await using engine = await openEngine(
    { path: join(folder, data, "engine") },
    keepSecret({ dataDir: join(folder, data), vaultKey }),
  );
  const whole = "toUInt32(count()) AS n, toString(groupBitXor(sipHash64(";
  const of = (columns: string, from: string) =>
    engine.analysis.rows(z.unknown(), `SELECT ${whole}${columns}))) AS mark FROM ${from}`);
  return {
    event: await of("source, row, rule, id, who, time, event, channel", "event"),
    quarantine: await of("file, line, problem, sealed", "quarantine"),
    identifier: await of("kind, sealed", "identifier FINAL"),
    link: await of("identifier, person", "link FINAL"),
    tally: await engine.analysis.rows(z.unknown(), "SELECT toUInt32(sum(rows)) AS n FROM tally"),
    history: await of("person, time", "history"),
    journey: await of("person, start, end, steps, waits", "journey FINAL"),
  };
}

test("an import that is killed again and again is complete in the end, and nothing is there twice", async () => {
  const path = join(folder, "events.csv");
  await writeFile(path, csv());
  const command = [
    "import",
    path,
    "--who",
    "customer=customer",
    "--who",
    "cookie=cookie",
    "--event",
    "event",
    "--time",
    "time",
    "--channel",
    "channel",
    "--json",
  ];
  // The stores are made at the first start: after that, two runs take the same time.
  for (const data of ["quiet", "killed"]) await spoor(data, ["ask", "overview"]);
  const quiet = await spoor("quiet", command);
  const expected = ImportStatus.parse(JSON.parse(quiet.out)).ledger;
  expect([quiet.code, expected.received > rows, balances(expected)]).toEqual([0, true, true]);

  const chance = new Chance(13);
  // What a whole run takes at most: one that comes to its end tells that the machine is faster by now.
  let whole = quiet.seconds;
  const ends: Ending[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const ending = await spoor("killed", command, (0.95 * whole * (kill + chance.unit())) / kills);
    if (ending.signal === null) whole = Math.min(whole, ending.seconds);
    ends.push(ending);
  }
  expect(ends.filter(({ signal }) => signal === "SIGKILL").length).toBeGreaterThanOrEqual(3);

  const last = await spoor("killed", command);
  const { ledger, problem } = ImportStatus.parse(JSON.parse(last.out));
  expect([last.code, problem, balances(ledger)]).toEqual([0, null, true]);
  // On a slow moment of the machine one of them may have come to its end before it was to be killed.
  if (ends.every(({ code }) => code !== 0)) expect(ledger).toEqual(expected);

  expect(await contents("killed")).toEqual(await contents("quiet"));
  expect(
    (await readdir(join(folder, "killed", "tmp"))).filter((name) => name.startsWith("import-")),
  ).toEqual([]);
  for (const question of ["overview", "flow"]) {
    const [killed, undisturbed] = [
      await spoor("killed", ["ask", question, "--json"]),
      await spoor("quiet", ["ask", question, "--json"]),
    ];
    expect([killed.code, JSON.parse(killed.out)]).toEqual([0, JSON.parse(undisturbed.out)]);
  }
});
