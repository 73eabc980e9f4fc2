import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessCommand } from "./access.ts";
import type { Call } from "./client.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-access-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A server that knows these people, and gives its answer as bytes. */
function server(people: readonly string[]): { call: Call; asked: unknown[] } {
  const asked: unknown[] = [];
  const call = (name: string, given: unknown) => {
    asked.push([name, given]);
    return Promise.resolve(
      name === "findPeople"
        ? { people: people.map((person) => ({ person })) }
        : Buffer.from("held"),
    );
  };
  return { call: call as unknown as Call, asked };
}

const lines: string[] = [];
const io = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };

test("it finds the person by an identifier and writes a file that only its owner can read", async () => {
  const out = join(folder, "jan.pdf");
  const { call, asked } = server(["42"]);
  const args = ["jan@mail.nl", "--format", "pdf", "--lang", "nl", "--out", out];
  expect(await accessCommand(args, io, () => Promise.resolve(call))).toBe(0);
  expect(await readFile(out, "utf8")).toBe("held");
  expect((await stat(out)).mode & 0o077).toBe(0);
  expect(asked).toEqual([
    ["findPeople", { params: { workspace: "own" }, body: { value: "jan@mail.nl" } }],
    [
      "personAccess",
      { params: { workspace: "own", person: "42" }, query: { format: "pdf", language: "nl" } },
    ],
  ]);
});

test("it writes nothing for nobody, nor for one of several", async () => {
  const run = (people: readonly string[]) =>
    accessCommand(["x"], io, () => Promise.resolve(server(people).call));
  await expect(run([])).rejects.toMatchObject({ code: "not-found" });
  await expect(run(["1", "2"])).rejects.toMatchObject({ code: "conflict" });
});

test("it says how it is called", async () => {
  const never = () => Promise.reject(new Error("asked a server"));
  expect(await accessCommand([], io, never)).toBe(2);
  expect(await accessCommand(["x", "--format", "doc"], io, never)).toBe(2);
  expect(await accessCommand(["x", "--lang", "de"], io, never)).toBe(2);
});
