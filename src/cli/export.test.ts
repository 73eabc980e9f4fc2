import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readJourney } from "../core/map/file.ts";
import type { Call } from "./client.ts";
import { exportCommand } from "./export.ts";

const sample = "examples/energy/switching.journey.yaml";

const run = (...args: string[]) => runOn({}, ...args);

/** Runs the command beside a server that has these answers, and else three bytes. */
async function runOn(answers: Readonly<Record<string, unknown>>, ...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const asked: [name: string, ...unknown[]][] = [];
  const call = ((name: string, ...given: unknown[]) => {
    asked.push([name, ...given]);
    return Promise.resolve(answers[name] ?? new Uint8Array([1, 2, 3]));
  }) as unknown as Call;
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await exportCommand(args, io, () => Promise.resolve(call));
  return { code, out, err, asked };
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "spoor-cli-export-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

test("a journey file becomes what the name of the file says, in the map's language", async () => {
  const file = join(await folder(), "map.svg");
  expect(await run(sample, "-o", file)).toEqual({ code: 0, out: [file], err: [], asked: [] });
  const svg = await readFile(file, "utf8");
  expect(svg).toContain("Overstappen van energieleverancier");
  expect(svg).toContain("zonder cijfers");
});

test("a map of the workspace is asked of the server, with its figures unless they are not wanted", async () => {
  const file = join(await folder(), "map.pdf");
  const { code, asked } = await run("jo_a", "--out", file, "--no-figures", "--lang", "en");
  expect(code).toBe(0);
  expect(asked).toEqual([
    [
      "exportMap",
      {
        params: { workspace: "own", map: "jo_a" },
        query: { format: "pdf", figures: "0", language: "en", filter: undefined },
      },
    ],
  ]);
  expect([...(await readFile(file))]).toEqual([1, 2, 3]);
});

test("what a format has no place for is told, and so are pictures that are not in the file", async () => {
  const path = await folder();
  const { code, err } = await run(sample, "-o", join(path, "map.mmd"), "--lang", "en");
  expect([code, err[0]]).toEqual([0, expect.stringMatching(/^Mermaid has no place for: .*goals/)]);
  expect((await run(sample, "-o", join(path, "map.yaml"))).err).toEqual([]);
  const text = (await readFile(sample, "utf8")).replace(
    "      - id: tp_jaarrekening\n",
    `      - id: tp_jaarrekening\n        pictures: [{ id: pi_a, hash: "${"0".repeat(64)}", alt: A bill }]\n`,
  );
  const pictured = join(path, "pictured.journey.yaml");
  await writeFile(pictured, text);
  const told = await run(pictured, "-o", join(path, "map.svg"), "--lang", "en");
  expect(told.err).toEqual([expect.stringMatching(/^Pictures left out: 1\./)]);
});

test("of a map of the workspace the server is asked what a format has no place for", async () => {
  const journey = readJourney(await readFile(sample, "utf8"));
  const { err, asked } = await runOn({ map: journey }, "jo_a", "-o", join(await folder(), "a.csv"));
  expect(asked.map(([name]) => name)).toEqual(["exportMap", "map"]);
  expect(err).toEqual([expect.stringMatching(/^CSV has no place for: /)]);
});

test.each([
  [[], /^Which map\?/],
  [["a", "b"], /^Which map\?/],
  [[sample, "--format", "doc"], /^--format is one of svg, /],
  [[sample, "-o", "map"], /^--format is one of svg, /],
  [[sample, "--lang", "fr"], /^--lang is nl or en/],
])("%j is told what is wrong", async (args, told) => {
  const { code, err } = await run(...args);
  expect(code).toBe(2);
  expect(err.join("\n")).toMatch(told);
});

test("a report is asked of the server by its name, a saved question by its id; the file says as what", async () => {
  const path = await folder();
  const answers = {
    reports: [{ id: "r1", title: "For the board" }],
    savedQuestions: [{ id: "q1", name: "Where they leave" }],
  };
  const file = join(path, "board.xlsx");
  const report = await runOn(answers, "--report", "for the board", "-o", file, "--lang", "nl");
  expect(report).toMatchObject({ code: 0, out: [file] });
  expect(report.asked.at(-1)).toEqual([
    "reportFile",
    { params: { workspace: "own", report: "r1" }, query: { format: "xlsx", language: "nl" } },
  ]);
  expect([...(await readFile(file))]).toEqual([1, 2, 3]);
  const saved = await runOn(answers, "--saved", "q1", "--out", join(path, "leave.pdf"));
  expect(saved.asked.at(-1)).toEqual([
    "questionFile",
    { params: { workspace: "own", question: "q1" }, query: { format: "pdf", language: "en" } },
  ]);
  await expect(runOn(answers, "--report", "for the bord")).rejects.toThrow(
    'There is no report "for the bord". Did you mean "For the board"?',
  );
  expect((await runOn(answers, "--saved", "q1", "--format", "docx")).code).toBe(2);
});
