import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startSpoor, type RunningSpoor } from "../e2e/running-spoor.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let spoor: RunningSpoor;
let folder: string;

beforeAll(async () => {
  spoor = await startSpoor({ demo: false });
  folder = await mkdtemp(join(tmpdir(), "spoor-through-"));
});

afterAll(async () => {
  await spoor?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

type Outcome = { code: number | null; out: string; err: string };

/** Runs `spoor` as a second process on the server's folder; `interrupt` tells when to press Ctrl-C. */
async function run(args: string[], interrupt?: Promise<unknown>): Promise<Outcome> {
  const child = spawn(process.execPath, [join(root, "src/cli/main.ts"), ...args], {
    env: { ...process.env, SPOOR_DATA: spoor.dataDir },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (err += text.toString()));
  void interrupt?.then(() => child.kill("SIGINT"));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out, err };
}

function log(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const time = new Date(Date.UTC(2026, 0, 1) + row * 1000).toISOString();
    return `j${row % 1000},step ${row % 7},${time}`;
  });
  return ["journey,event,time", ...lines, ""].join("\n");
}

test("while the server runs, another process imports and asks through it", async () => {
  const file = join(folder, "log.csv");
  await writeFile(file, log(7000));
  const imported = await run(["import", file]);
  expect(imported).toMatchObject({ code: 0 });
  expect(imported.out).toContain("received 7000 = stored 7000 + duplicate 0 + quarantined 0");

  const asked = await run(["ask", "overview", "--json"]);
  expect(JSON.parse(asked.out)).toMatchObject({ events: 7000, journeys: 1000, touchpoints: 7 });
  const page = await fetch(`${spoor.address}/api/w/own/overview`);
  expect(await page.json()).toEqual(JSON.parse(asked.out));

  const again = await run(["import", file]);
  expect(again.out).toContain("received 7000 = stored 0 + duplicate 7000 + quarantined 0");
});

test("what is wrong is told by the server and gives the same exit code", async () => {
  expect(await run(["import", join(folder, "absent.csv")])).toMatchObject({ code: 1, out: "" });
  const asked = await run(["ask", "overview", "--workspace", "nowhere"]);
  expect(asked).toMatchObject({ code: 1, out: "" });
  expect(asked.err).toContain("There is no workspace called nowhere");
});

test("Ctrl-C cancels the import in the server, and nothing of it stays", async () => {
  const file = join(folder, "large.csv");
  await writeFile(file, log(2_000_000));
  const states = async () => {
    const told = await fetch(`${spoor.address}/api/w/large/imports`);
    return told.ok ? ((await told.json()) as { state: string }[]).map(({ state }) => state) : [];
  };
  const reading = vi.waitUntil(async () => (await states()).includes("reading"), {
    timeout: 60_000,
    interval: 20,
  });
  const cancelled = await run(["import", file, "--workspace", "large"], reading);
  expect(cancelled).toMatchObject({ code: 1, err: expect.stringContaining("cancelled") });
  expect(await states()).toEqual(["cancelled"]);
  const asked = await run(["ask", "overview", "--workspace", "large", "--json"]);
  expect(JSON.parse(asked.out)).toMatchObject({ events: 0, journeys: 0, outside: 0 });
});
