import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { demo } from "./demo.ts";

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await demo(args, (line) => lines.push(line));
  return { code, text: lines.join("\n") };
}

test("writes the files it names, and the truth beside them", async () => {
  const out = await mkdtemp(join(tmpdir(), "spoor-demo-"));
  onTestFinished(() => rm(out, { recursive: true }));
  const { code, text } = await run("--customers", "60", "--seed", "2", "--out", out);
  const written = (await readdir(out)).filter((name) => name !== "truth.json");
  expect(code).toBe(0);
  expect(text.split("\n").slice(0, -1).toSorted()).toEqual(
    written.map((name) => join(out, name)).toSorted(),
  );
  expect(text).toContain("truth.json");
});

test("wrong usage is 2, a set that cannot be is 1, each with what to do", async () => {
  const answers = [
    await run("--people", "5"),
    await run("--customers", "veel"),
    await run("--seed", "-1"),
    await run("--customers", "0"),
  ];
  expect(answers.map(({ code }) => code)).toEqual([2, 2, 2, 1]);
  expect(answers[1]?.text).toMatch(/--customers takes a whole number/);
  expect(answers[3]?.text).toMatch(/Choose a number/);
});
