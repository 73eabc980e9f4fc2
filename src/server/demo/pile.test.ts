import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Pile } from "./pile.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "spoor-pile-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test("lines are written in order of arrival, equals as they were added, under the header", async () => {
  const pile = new Pile("latin1");
  for (const [arrived, line] of [
    [3, "c"],
    [1, "é"],
    [3, "d"],
    [2, "b"],
  ] as const)
    pile.add(arrived, line);
  const path = join(await folder(), "file.csv");
  await pile.write(path, "head");
  expect(await readFile(path, "latin1")).toBe("head\né\nb\nc\nd\n");
});

test("more than a block comes through whole", async () => {
  const pile = new Pile("utf8");
  const lines = Array.from({ length: 40_000 }, (_, i) => `${i} ${"ë".repeat(i % 60)}`);
  for (const [i, line] of lines.entries()) pile.add(-i, line);
  const path = join(await folder(), "file.jsonl");
  await pile.write(path, null);
  expect(await readFile(path, "utf8")).toBe(`${lines.toReversed().join("\n")}\n`);
});

test("a folder that is not there is an error, not a file half written", async () => {
  await expect(new Pile("utf8").write("/nowhere/at/all.csv", null)).rejects.toThrow("ENOENT");
});
