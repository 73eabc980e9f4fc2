import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Call } from "./client.ts";
import { exportCommand } from "./export.ts";

const sample = "examples/energy/switching.journey.yaml";

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const asked: unknown[] = [];
  const call = ((...given: unknown[]) => {
    asked.push(given);
    return Promise.resolve(new Uint8Array([1, 2, 3]));
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
