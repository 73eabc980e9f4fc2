import { expect, test } from "vitest";
import type { Erasure, ErasurePreview } from "../core/people/erasure.ts";
import type { Call } from "./client.ts";
import { eraseCommand } from "./erase.ts";
import { retentionCommand } from "./retention.ts";

const preview: ErasurePreview = {
  people: 1,
  identifiers: [{ kind: "email", value: "j…@…nl", short: false }],
  events: 3,
  sources: [{ source: "crm", events: 3 }],
  first: null,
  last: null,
  journeys: 1,
  comments: 0,
  quarantined: 2,
  mentioned: 1,
  shared: 0,
  refused: 0,
};

function erasure(clean: boolean): Erasure {
  return {
    id: 7,
    state: "done",
    step: "over",
    who: "Eva",
    request: null,
    forGood: false,
    started: "2026-11-30T10:00:00Z",
    finished: "2026-11-30T10:00:02Z",
    proof: {
      hashes: ["1"],
      removed: [{ store: "engine", table: "event", rows: 3 }],
      redacted: 1,
      uploads: 0,
      tables: [{ store: "engine", table: "event", rows: 9, found: clean ? 0 : 1 }],
      bytes: {
        files: 12,
        bytes: 345,
        milliseconds: 6,
        sought: 1,
        short: 0,
        found: [],
        elsewhere: 0,
      },
      clean,
      unknown: ["backups"],
    },
    problem: null,
  };
}

async function run(
  command: typeof eraseCommand,
  args: string[],
  answer: (name: string) => unknown,
) {
  const out: string[] = [];
  const err: string[] = [];
  const asked: unknown[] = [];
  const call = ((name: string, given: unknown) => {
    asked.push([name, given]);
    return Promise.resolve(answer(name));
  }) as unknown as Call;
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await command(args, io, () => Promise.resolve(call));
  return { code, out, err, asked };
}

test("without --yes the numbers are told and nothing is erased", async () => {
  const { code, out, err, asked } = await run(eraseCommand, ["email=jan@x.nl"], () => preview);
  expect([code, out[1], err]).toEqual([
    0,
    "events 3 from crm",
    ["Nothing was erased. With --yes all of this goes for good."],
  ]);
  expect(asked).toEqual([
    [
      "previewErasure",
      {
        params: { workspace: "own" },
        body: { people: [], identifiers: [{ kind: "email", value: "jan@x.nl" }] },
      },
    ],
  ]);
});

test.each([
  [true, 0, []],
  [false, 1, ["  found in 1 rows of event"]],
])("the exit code tells whether anything was found: clean %s", async (clean, code, found) => {
  const told = await run(eraseCommand, ["42", "--yes", "--by", "Eva"], () => erasure(clean));
  expect([told.code, told.out]).toEqual([
    code,
    [
      `erasure 7: ${clean ? "nothing found any more" : "still found"}`,
      "  removed 3 from event",
      "  searched 12 files, 345 bytes, in 6 ms; 1 tables read in full",
      ...found,
      "  not known: backups",
    ],
  ]);
  expect(told.asked[0]).toEqual([
    "erase",
    {
      params: { workspace: "own" },
      body: { people: ["42"], identifiers: [], who: "Eva", forGood: false },
    },
  ]);
});

test("who is not named as one can be is told how to", async () => {
  expect(await run(eraseCommand, ["jan@x.nl"], () => null)).toMatchObject({ code: 2, asked: [] });
  expect(await run(eraseCommand, [], () => null)).toMatchObject({ code: 2, asked: [] });
});

test("a rule is made with --yes only; a scope that is none is refused", async () => {
  const reach = { of: 9, events: 4, people: 3, whole: 1, first: null };
  const asked = await run(retentionCommand, ["--days", "30", "--event", "view"], () => reach);
  expect([asked.out, asked.asked.map((each) => (each as [string])[0])]).toEqual([
    ["4 of 9 events would go, of 3 people; of 1 of them nothing would be left"],
    ["previewRetention"],
  ]);
  expect(await run(retentionCommand, ["--days", "soon"], () => null)).toMatchObject({ code: 2 });
  expect((await run(retentionCommand, [], () => [])).out).toEqual(["No rule: everything is kept."]);
});
