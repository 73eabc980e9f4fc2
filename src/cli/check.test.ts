import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { commands } from "./commands.ts";
import { run } from "./run.ts";

const bad = "examples/bad.journey.yaml";
const good = "examples/energy/switching.journey.yaml";

async function spoor(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await run(["check", ...args], commands, "1.2.3", io);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

test("errors on a map end in exit code 1, and its findings stand under their obstacle", async () => {
  const { code, out } = await spoor(bad);
  expect(code).toBe(1);
  expect(out).toMatch(
    /Does it lead to something\?.*\n {2}error {2}This journey has no goal {2}\[no-goal\]/,
  );
});

test("a map without errors ends in 0 and is told of in its own language", async () => {
  const { code, out } = await spoor(good);
  expect([code, out.includes("0 fouten")]).toEqual([0, true]);
  expect((await spoor(good, "--lang", "en")).out).toContain("0 errors");
});

test("SARIF points at the line on which an element begins", async () => {
  const { out } = await spoor(bad, "--sarif");
  const { version, runs } = JSON.parse(out) as {
    version: string;
    runs: {
      tool: { driver: { version: string; rules: { id: string }[] } };
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        locations: { physicalLocation: { region: { startLine: number } } }[];
      }[];
    }[];
  };
  const { tool, results } = must(runs[0]);
  const jargon = must(results.find(({ ruleId }) => ruleId === "jargon"));
  const text = await readFile(bad, "utf8");
  const line = text.split("\n").findIndex((each) => each.includes("id: tp_intake")) + 1;
  expect([
    version,
    tool.driver.version.length > 0,
    tool.driver.rules[jargon.ruleIndex]?.id,
    jargon.level,
    jargon.locations[0]?.physicalLocation.region.startLine,
  ]).toEqual(["2.1.0", true, "jargon", "warning", line]);
});

test("settings weigh rules otherwise, and decide the exit code", async () => {
  const folder = await mkdtemp(join(tmpdir(), "spoor-check-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "check.yaml");
  await writeFile(file, "rules:\n  no-goal: off\n  no-owner: hint\n  no-persona: warning\n");
  expect((await spoor(bad, "--settings", file)).code).toBe(0);
  await writeFile(file, "rules:\n  no-gaol: off\n");
  expect(await spoor(bad, "--settings", file)).toMatchObject({
    code: 1,
    err: expect.stringContaining(`${file}: Line 2`),
  });
});

test.each([
  [[], "Which file?"],
  [[bad, "--lang", "fr"], "--lang is nl or en"],
  [[bad, "--json", "--sarif"], "Choose --json or --sarif"],
  [[bad, "--jsn"], "Unknown option"],
])("spoor check %j is wrong usage", async (args, why) => {
  expect(await spoor(...args)).toMatchObject({ code: 2, err: expect.stringContaining(why) });
});

test("a file that is not there is named", async () => {
  expect(await spoor("none.yaml")).toMatchObject({
    code: 1,
    err: "none.yaml cannot be read. Is the name right?",
  });
});

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("It is not there");
  return value;
}
