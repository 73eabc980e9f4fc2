import { expect, test } from "vitest";
import { must } from "../../assert.ts";
import { apply } from "../apply.ts";
import { Journey, type Touchpoint } from "../journey.ts";
import type { CellRow } from "./cell-text.ts";
import { copyCells, pasteCells, pasteTouchpoints, type Pasted } from "./paste.ts";

const base = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "A",
  lanes: [{ id: "ln_law", kind: "text", title: "The law" }],
  episodes: [
    {
      id: "ep_one",
      title: "One",
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

const rows: CellRow[] = [
  { lane: "title" },
  { lane: "emotion" },
  { lane: "importance" },
  { lane: "pains" },
  { lane: "doing" },
  { own: "ln_law" },
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
  const tsv = copyCells(touchpointsOf(base), rows);
  expect(tsv).toBe('I ask\tI wait\n0.5\t\n\t4\n"Slow\nDear"\t\n\t\'=1+1\n\t');
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
  const after = pasted(blank, pasteCells(touchpointsOf(blank), rows, tsv, counting()));
  expect(copyCells(touchpointsOf(after), rows)).toBe(tsv);
});

test("cells are pasted to the right and below, each as its lane has it; what fits nowhere is told", () => {
  const plan = pasteCells(
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

test("a list from a spreadsheet becomes touchpoints", () => {
  const place = { episode: "ep_one", after: "tp_a" };
  const plan = pasteTouchpoints(base, place, [], "I look\r\n\r\nI choose\r\n", counting());
  expect(touchpointsOf(pasted(base, plan)).map(({ title }) => title)).toEqual([
    "I ask",
    "I look",
    "I choose",
    "I wait",
  ]);
});

test("a block becomes touchpoints with their channels and cells", () => {
  const place = { episode: "ep_one", after: null };
  const tsv = "I look\tI call\nWebsite\tTelefoon\n0\t-2\n\tRude\nrest\t";
  const plan = pasteTouchpoints(
    base,
    place,
    [{ lane: "emotion" }, { lane: "pains" }],
    tsv,
    counting(),
  );
  expect(plan?.left).toEqual([{ row: 4, column: 0, text: "rest" }]);
  expect(touchpointsOf(pasted(base, plan)).slice(0, 2)).toEqual([
    {
      id: "tp_new1",
      title: "I look",
      channel: "web",
      emotions: [{ id: "em_new2", value: 0, evidence: { kind: "assumed" } }],
    },
    {
      id: "tp_new3",
      title: "I call",
      channel: "phone",
      emotions: [{ id: "em_new4", value: -1, evidence: { kind: "assumed" } }],
      pains: [{ id: "pn_new5", title: "Rude", evidence: { kind: "assumed" } }],
    },
  ]);
});

test("a title too long for its place is kept whole in the notes", () => {
  const long = "I ask ".repeat(40);
  const place = { episode: "ep_one", after: null };
  const [first] = touchpointsOf(pasted(base, pasteTouchpoints(base, place, [], long, counting())));
  expect([first?.title.length, first?.notes]).toEqual([160, long]);
});

test("ten megabytes are not pasted", () => {
  expect(pasteCells(touchpointsOf(base), rows, "x\t".repeat(5_000_000), counting())).toBeNull();
  expect(pasteCells(touchpointsOf(base), rows, "x\t".repeat(20_000), counting())).toBeNull();
});
