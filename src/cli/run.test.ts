import { parseArgs } from "node:util";
import { expect, test } from "vitest";
import { AppError } from "../core/problem.ts";
import type { Command } from "./command.ts";
import { run } from "./run.ts";

const commands: Command[] = [
  {
    name: "import",
    summary: "brings files in",
    help: "Usage: spoor import FILE…",
    run: (args, io) => {
      const { values } = parseArgs({ args, options: { json: { type: "boolean" } } });
      io.out(JSON.stringify(values));
      return Promise.resolve(0);
    },
  },
  {
    name: "ask",
    summary: "asks a question",
    help: "Usage: spoor ask NAME",
    run: () => Promise.reject(new AppError("unavailable", "Nobody is in. Try again.")),
  },
];

async function spoor(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await run(args, commands, "1.2.3", io);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

const overview = `Usage: spoor COMMAND …

  import  brings files in
  ask     asks a question

\`spoor help COMMAND\` tells more about one of them.`;

test.each([
  [[], { code: 0, out: overview, err: "" }],
  [["--help"], { code: 0, out: overview, err: "" }],
  [["help", "import"], { code: 0, out: "Usage: spoor import FILE…", err: "" }],
  [["import", "--help"], { code: 0, out: "Usage: spoor import FILE…", err: "" }],
  [["--version"], { code: 0, out: "1.2.3", err: "" }],
  [["import", "--json"], { code: 0, out: '{"json":true}', err: "" }],
  [["ask"], { code: 1, out: "", err: "Nobody is in. Try again." }],
  [
    ["improt"],
    { code: 2, out: "", err: "There is no command improt. Did you mean `spoor import`?" },
  ],
  [
    ["help", "teleport"],
    { code: 2, out: "", err: "There is no command teleport. `spoor help` lists what there is." },
  ],
])("spoor %j", async (args, expected) => {
  expect(await spoor(...args)).toEqual(expected);
});

test("an unknown flag is wrong usage and names where to look", async () => {
  expect(await spoor("import", "--jsno")).toEqual({
    code: 2,
    out: "",
    err: expect.stringMatching(/^Unknown option '--jsno'[^]*`spoor help import` tells how/),
  });
});
