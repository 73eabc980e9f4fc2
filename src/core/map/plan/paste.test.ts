import { expect, test } from "vitest";
import { must } from "../../assert.ts";
import { apply } from "../apply.ts";
import { Journey, type Touchpoint } from "../journey.ts";
import type { CellRow } from "./cell-text.ts";
import {
  clearCells,
  copyCells,
  pasteCells,
  pasteTouchpoints,
  type BlockRow,
  type Pasted,
} from "./paste.ts";
import { writeTsv } from "./tsv.ts";

const base = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "A",
  lanes: [{ id: "ln_law", kind: "text", title: "The law" }],
  episodes: [
    {
      id: "ep_one",
      title: "One",
      goal: "To know",
      touchpoints: [
        {
          id: "tp_a",
          title: "I ask",
          pains: [
            { id: "pn_a", title: "Slow", severity: 3, evidence: { kind: "measured" } },
            { id: "pn_b", title: "Dear", evidence: { kind: "assumed" } },
          ],
          emotions: [{ id: "em_a", value: 0.25, evidence: { kind: "research" } }],
        },
        { id: "tp_b", title: "I wait", doing: "=1+1", importance: { customer: 4 } },
      ],
    },
  ],
});

const rows: (CellRow | null)[] = [
  { lane: "title" },
  { lane: "emotion" },
  { lane: "importance" },
  { lane: "pains" },
  { lane: "doing" },
  { own: "ln_law" },
  null,
];

const touchpointsOf = (journey: Journey): readonly Touchpoint[] =>
  journey.episodes.flatMap(({ touchpoints }) => touchpoints);

function counting() {
  let count = 0;
  return (prefix: string) => `${prefix}_new${(count += 1)}`;
}

function pasted(journey: Journey, plan: Pasted | null): Journey {
  const applied = apply(journey, must(must(plan, "a plan").command, "a command"));
  if (!applied.ok) throw new Error(`Refused: ${JSON.stringify(applied.why)}`);
  return applied.journey;
}

test("a block that was copied can be pasted on a map of the same shape, and copied again", () => {
  const tsv = writeTsv(copyCells(touchpointsOf(base), rows));
  expect(tsv).toBe('I ask\tI wait\n0.5\t\n\t4\n"Slow\nDear"\t\n\t\'=1+1\n\t\n\t');
  const blank = {
    ...base,
    episodes: base.episodes.map((episode) => ({
      ...episode,
      touchpoints: [
        { id: "tp_x", title: "I …" },
        { id: "tp_y", title: "I …" },
      ],
    })),
  };
  const plan = pasteCells(blank, touchpointsOf(blank), rows, tsv, counting());
  expect([plan?.landed, plan?.left]).toEqual([6, []]);
  const after = pasted(blank, plan);
  expect(writeTsv(copyCells(touchpointsOf(after), rows))).toBe(tsv);
});

test("a block is emptied, but for its titles", () => {
  const all: BlockRow[] = [...rows, { lane: "goal" }];
  const command = must(clearCells(base, touchpointsOf(base), all, counting()), "a command");
  const applied = apply(base, command);
  if (!applied.ok) throw new Error(`Refused: ${JSON.stringify(applied.why)}`);
  expect(applied.journey.episodes).toEqual([
    {
      id: "ep_one",
      title: "One",
      touchpoints: [
        { id: "tp_a", title: "I ask" },
        { id: "tp_b", title: "I wait" },
      ],
    },
  ]);
  expect(clearCells(applied.journey, touchpointsOf(applied.journey), all, counting())).toBeNull();
});

test("the goal of an episode stands under its first touchpoint, and nowhere else", () => {
  const plan = pasteCells(
    base,
    touchpointsOf(base),
    [{ lane: "goal" }],
    "To choose\tx",
    counting(),
  );
  expect(plan?.left).toEqual([{ row: 0, column: 1, text: "x" }]);
  expect(pasted(base, plan).episodes[0]?.goal).toBe("To choose");
});

test("cells are pasted to the right and below, each as its lane has it; what fits nowhere is told", () => {
  const plan = pasteCells(
    base,
    touchpointsOf(base),
    rows.slice(1),
    '-1,5\t+2\tfar\r\n6\t5/2\r\n"Slow\nToo dear\nRude"\t\r\n\r\nArt. 7\t\r\n',
    counting(),
  );
  const [a, b] = touchpointsOf(pasted(base, plan));
  expect(plan?.left).toEqual([
    { row: 0, column: 2, text: "far" },
    { row: 1, column: 0, text: "6" },
  ]);
  expect(a).toEqual({
    id: "tp_a",
    title: "I ask",
    pains: [
      { id: "pn_a", title: "Slow", severity: 3, evidence: { kind: "measured" } },
      { id: "pn_b", title: "Too dear", evidence: { kind: "assumed" } },
      { id: "pn_new2", title: "Rude", evidence: { kind: "assumed" } },
    ],
    emotions: [{ id: "em_a", value: -0.75, evidence: { kind: "research" } }],
    cells: { ln_law: "Art. 7" },
  });
  expect(b).toEqual({
    id: "tp_b",
    title: "I wait",
    doing: "=1+1",
    importance: { customer: 5, organisation: 2 },
    emotions: [{ id: "em_new1", value: 1, evidence: { kind: "assumed" } }],
  });
});

test("a list from a spreadsheet is one title after another; beyond the last one they are new", () => {
  const plan = pasteTouchpoints(
    base,
    { from: "tp_b", list: true },
    rows.slice(1),
    "I look\r\n\r\nI choose\r\nI buy\r\n",
    counting(),
  );
  expect([plan?.landed, plan?.left]).toEqual([3, []]);
  expect(touchpointsOf(pasted(base, plan)).map(({ title }) => title)).toEqual([
    "I ask",
    "I look",
    "I choose",
    "I buy",
  ]);
});

test("one column of this map stays one column", () => {
  const place = { from: "tp_b", list: false };
  const plan = pasteTouchpoints(base, place, [{ lane: "doing" }], "I look\nAround", counting());
  expect(touchpointsOf(pasted(base, plan))[1]).toMatchObject({ title: "I look", doing: "Around" });
});

test("a block becomes touchpoints with their channels and cells", () => {
  const tsv = "\tI look\tI call\nBalie\tWebsite\tTelefoon\n1\t0\t-2\n\t\tRude\nrest\t\t";
  const plan = pasteTouchpoints(
    base,
    { from: "tp_b", list: true },
    [{ lane: "emotion" }, { lane: "pains" }],
    tsv,
    counting(),
  );
  expect([plan?.landed, plan?.left]).toEqual([9, [{ row: 4, column: 0, text: "rest" }]]);
  expect(touchpointsOf(pasted(base, plan)).slice(1)).toEqual([
    {
      id: "tp_b",
      title: "I wait",
      channel: "shop",
      doing: "=1+1",
      importance: { customer: 4 },
      emotions: [{ id: "em_new1", value: 0.5, evidence: { kind: "assumed" } }],
    },
    {
      id: "tp_new2",
      title: "I look",
      channel: "web",
      emotions: [{ id: "em_new3", value: 0, evidence: { kind: "assumed" } }],
    },
    {
      id: "tp_new4",
      title: "I call",
      channel: "phone",
      emotions: [{ id: "em_new5", value: -1, evidence: { kind: "assumed" } }],
      pains: [{ id: "pn_new6", title: "Rude", evidence: { kind: "assumed" } }],
    },
  ]);
});

test("a title too long for its place is kept whole in the notes", () => {
  const long = "I ask ".repeat(40);
  const plan = pasteTouchpoints(base, { from: "tp_b", list: true }, [], `B\n${long}`, counting());
  const made = touchpointsOf(pasted(base, plan)).at(-1);
  expect([made?.title.length, made?.notes]).toEqual([160, long]);
});

test("ten megabytes are not pasted", () => {
  for (const cells of [5_000_000, 20_000]) {
    const tsv = "x\t".repeat(cells);
    expect(pasteCells(base, touchpointsOf(base), rows, tsv, counting())).toBeNull();
    const onHead = pasteTouchpoints(base, { from: "tp_a", list: true }, rows, tsv, counting());
    expect(onHead).toBeNull();
  }
});
