import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Journal } from "./journal.ts";

const start = { segment: 0, at: 0 };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-journal-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const texts = (records: readonly Buffer[]) => records.map(String);

test("what was appended is read in order, over several files, by a later opening too", async () => {
  const said = Array.from({ length: 40 }, (_, index) => `record ${index} ${"x".repeat(index * 7)}`);
  {
    await using journal = await Journal.open(folder, start, { segment: 500 });
    await Promise.all(said.slice(0, 20).map((text) => journal.append(Buffer.from(text))));
    for (const text of said.slice(20, 30)) await journal.append(Buffer.from(text));
  }
  await using journal = await Journal.open(folder, start, { segment: 500 });
  for (const text of said.slice(30)) await journal.append(Buffer.from(text));
  expect((await readdir(folder)).length).toBeGreaterThan(3);
  expect(texts((await journal.read(start, 1e6)).records)).toEqual(said);
});

test("read in pieces of any size, every record comes once", async () => {
  await using journal = await Journal.open(folder, start, { segment: 300 });
  const said = Array.from(
    { length: 25 },
    (_, index) => `${index}:${"y".repeat((index * 37) % 90)}`,
  );
  for (const text of said) await journal.append(Buffer.from(text));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (most) => {
      const all: string[] = [];
      let at = start;
      for (;;) {
        const { records, to } = await journal.read(at, most);
        if (records.length === 0) break;
        all.push(...texts(records));
        at = to;
      }
      expect(all).toEqual(said);
    }),
    { numRuns: 30 },
  );
});

test("what a crash left half written is left out, and what comes after it is not lost", async () => {
  {
    await using journal = await Journal.open(folder, start);
    await journal.append(Buffer.from("whole"));
  }
  const [name] = await readdir(folder);
  const path = join(folder, name!);
  const whole = await readFile(path);
  for (let cut = 1; cut < whole.length; cut += 1) {
    await writeFile(path, whole);
    await appendFile(path, whole.subarray(0, cut));
    await using journal = await Journal.open(folder, start);
    await journal.append(Buffer.from("next"));
    expect(texts((await journal.read(start, 1e6)).records)).toEqual(["whole", "next"]);
    await journal.taken({ segment: journal.end.segment, at: 0 });
    await journal[Symbol.asyncDispose]();
    for (const other of await readdir(folder)) await rm(join(folder, other));
  }
});

test("files that are taken in go, and do not count as waiting", async () => {
  await using journal = await Journal.open(folder, start, { segment: 100 });
  for (let index = 0; index < 10; index += 1) await journal.append(Buffer.alloc(60, 65));
  expect(journal.backlog).toBe(10 * 68);
  const { to } = await journal.read(start, 1e6);
  await journal.taken(to);
  expect(journal.backlog).toBe(0);
  await journal.turn();
  await journal.taken(journal.end);
  expect(await readdir(folder)).toEqual([]);
});

test("when too much waits, more is refused and nothing of it is kept", async () => {
  await using journal = await Journal.open(folder, start, { backlog: 200 });
  await journal.append(Buffer.alloc(150));
  await expect(journal.append(Buffer.alloc(100))).rejects.toMatchObject({ code: "unavailable" });
  expect((await journal.read(start, 1e6)).records).toHaveLength(1);
});
