import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { commands } from "./commands.ts";
import { run } from "./run.ts";

const example = "examples/energy/switching.journey.yaml";

async function spoor(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await run(["convert", ...args], commands, "1.2.3", io);
  return { code, out, err };
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "spoor-convert-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

test("a map that went to Excel and came back is the same, byte for byte", async () => {
  const here = await folder();
  const [sheet, back] = [join(here, "map.xlsx"), join(here, "map.journey.yaml")];
  expect(await spoor(example, sheet)).toEqual({ code: 0, out: [sheet], err: [] });
  expect(await spoor(sheet, back)).toEqual({ code: 0, out: [back], err: [] });
  expect(await readFile(back, "utf8")).toBe(await readFile(example, "utf8"));
});

test("what a format has no place for is told beside it, in the language that is asked for", async () => {
  const file = join(await folder(), "map.mmd");
  const { code, err } = await spoor(example, file, "--lang", "nl");
  expect([code, err.length]).toEqual([0, 2]);
  expect(err[0]).toMatch(/^In Mermaid is geen plaats voor: .*\bteam\b.*zes vragen/);
  expect(await readFile(file, "utf8")).toMatch(
    /^journey\n {4}title Overstappen van energieleverancier\n/,
  );
});

test("what stands in a file tells its format, whatever it is called", async () => {
  const here = await folder();
  const [odd, back] = [join(here, "map.txt"), join(here, "back.json")];
  await writeFile(odd, "journey\n  title Buying\n  section Looking\n    I search: 4: Customer\n");
  expect(await spoor(odd, back)).toMatchObject({ code: 0, err: [] });
  expect(JSON.parse(await readFile(back, "utf8"))).toMatchObject({ title: "Buying" });
});

test.each([
  [[], /^From which file/],
  [[example], /^From which file/],
  [[example, "map.doc"], /^map\.doc does not tell a format/],
  [[example, "x.csv", "--to", "doc"], /^--to is one of yaml, json/],
  [[example, example], /is the file itself/],
  [[example, "x.csv", "--lang", "fr"], /^--lang is nl or en/],
])("spoor convert %j is wrong usage", async (args, why) => {
  const { code, err } = await spoor(...args);
  expect([code, err[0]]).toEqual([2, expect.stringMatching(why)]);
});

test("a file that is no map leaves nothing behind", async () => {
  const here = await folder();
  const [odd, target] = [join(here, "a.svg"), join(here, "b.yaml")];
  await writeFile(odd, "<svg></svg>");
  expect(await spoor(odd, target)).toMatchObject({
    code: 1,
    err: [/^a\.svg is <svg>/].map((re) => expect.stringMatching(re)),
  });
  await expect(readFile(target)).rejects.toThrow("ENOENT");
});
