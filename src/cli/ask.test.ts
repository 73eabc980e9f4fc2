import { expect, test } from "vitest";
import { rate } from "../core/evidence/interval.ts";
import type { Facets, Flow } from "../core/question/answers.ts";
import type { SavedQuestion } from "../protocol/question/saved.ts";
import { ask } from "./ask.ts";
import type { Answers, Asker, Question } from "./asker.ts";

const flow: Flow = {
  journeys: 1200,
  events: 2400,
  edges: [
    {
      from: "START",
      to: "Call · phone",
      count: 1200,
      share: rate(1200, 1200),
      p25Seconds: null,
      medianSeconds: null,
      p75Seconds: null,
    },
    {
      from: "Call · phone",
      to: "Sign",
      count: 300,
      share: rate(300, 1200),
      p25Seconds: 12,
      medianSeconds: 5400,
      p75Seconds: 216_000,
    },
  ],
  shown: { journeys: 1200, of: 2000 },
};
const facets: Facets = {
  from: null,
  to: null,
  channels: [],
  touchpoints: [{ code: 7, event: "Call", channel: "phone", label: "Call · phone" }],
  attributes: [],
  segments: [],
  scores: [],
};

async function spoorAsk(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const asked: [keyof Answers, Question][] = [];
  const refreshed: [string, boolean][] = [];
  const answers: Partial<Answers> = { flow, facets };
  const asker: Asker = {
    ask: (name, question) => {
      asked.push([name, question]);
      return Promise.resolve(answers[name]!);
    },
    saved: () => Promise.resolve([saved]),
    savedAnswer: (_, id, refresh) => {
      refreshed.push([id, refresh]);
      return Promise.resolve({ ...saved, answer: flow });
    },
  };
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await ask(args, io, () => Promise.resolve(asker));
  return { code, out: out.join("\n"), err: err.join("\n"), asked, refreshed };
}

const saved: SavedQuestion = {
  id: "q-1",
  name: "The flow of May",
  question: "flow",
  asked: { filter: {}, more: {} },
  names: {},
  author: "Sanne",
  at: "2026-06-01T09:00:00Z",
  answered: "2026-06-02T09:00:00Z",
  shown: flow.shown,
  state: "1-A",
  trouble: null,
  deleted: null,
};

test("a saved question is found by its name, and answered as it was last or anew", async () => {
  const kept = await spoorAsk("saved", "the flow of may");
  expect(kept.out.split("\n")).toEqual([
    "The flow of May (flow), computed 2026-06-02T09:00:00Z",
    ...(await spoorAsk("flow")).out.split("\n"),
  ]);
  expect(kept.refreshed).toEqual([["q-1", false]]);
  expect((await spoorAsk("saved", "q-1", "--refresh")).refreshed).toEqual([["q-1", true]]);
  expect(JSON.parse((await spoorAsk("saved", "q-1", "--json")).out)).toEqual({
    ...saved,
    answer: flow,
  });
});

test("without a name the saved questions are listed; a name that is nearly right is said", async () => {
  expect((await spoorAsk("saved")).out).toBe(
    [
      "name             question  journeys  computed",
      "The flow of May  flow         1,200  2026-06-02T09:00:00Z",
    ].join("\n"),
  );
  await expect(spoorAsk("saved", "The flow of Mya")).rejects.toThrow(
    'There is no saved question "The flow of Mya". Did you mean "The flow of May"?',
  );
});

test("a flow is a table for people", async () => {
  expect((await spoorAsk("flow")).out).toBe(
    [
      "from          to            count    share   p25  median    p75",
      "START         Call · phone  1,200  100.0 %     –       –      –",
      "Call · phone  Sign            300   25.0 %  12 s   1.5 h  2.5 d",
      "1,200 of 2,000 journeys shown.",
    ].join("\n"),
  );
});

test("with --json it is the answer itself", async () => {
  expect(JSON.parse((await spoorAsk("flow", "--json")).out)).toEqual(flow);
});

test("the flags make one filter, touchpoints found by their label", async () => {
  const { asked } = await spoorAsk(
    "flow",
    "--filter",
    '{"notPassed":[3]}',
    "--from",
    "2026-01-01",
    "--channel",
    "web",
    "--channel",
    "phone",
    "--passed",
    "Call · phone",
    "--attribute",
    "size=a=b",
    "--attribute",
    "size=c",
    "--segment",
    "pe_movers",
    "--workspace",
    "demo",
    "--limit",
    "5",
  );
  expect(asked.at(-1)).toEqual([
    "flow",
    {
      workspace: "demo",
      filter: {
        notPassed: [3],
        from: "2026-01-01T00:00:00Z",
        channels: ["web", "phone"],
        passed: [7],
        attributes: { size: ["a=b", "c"] },
        segment: "pe_movers",
      },
      limit: 5,
      route: undefined,
      person: undefined,
      more: {},
    },
  ]);
});

test("what is asked beside the filter goes along by codes, and a map by its id", async () => {
  const label = "Call · phone";
  const { asked } = await spoorAsk(
    "time-to",
    "--json",
    "--goal",
    label,
    "--begin",
    label,
    "--by",
    "size",
  );
  expect(asked.at(-1)).toMatchObject(["timeTo", { more: { goal: "7", from: 7, by: "size" } }]);
  const steps = ["--step", label, "--step", label, "--order", "strict", "--within", "24"];
  const funnel = (await spoorAsk("funnel", "--json", ...steps)).asked.at(-1);
  expect(funnel).toMatchObject([
    "funnel",
    { more: { steps: "7,7", order: "strict", within: "24" } },
  ]);
  const days = ["--before", "2026-01-01/2026-02-01", "--after", "2026-02-01/2026-03-01"];
  expect((await spoorAsk("drift", "--json", ...days)).asked.at(-1)).toMatchObject([
    "drift",
    { more: { before: "2026-01-01/2026-02-01", after: "2026-02-01/2026-03-01" } },
  ]);
  const cohorts = ["cohorts", "--json", "--begin", label, "--back", label, "--unit", "week"];
  expect((await spoorAsk(...cohorts)).asked.at(-1)).toMatchObject([
    "cohorts",
    { more: { first: 7, back: 7, unit: "week" } },
  ]);
  expect((await spoorAsk("pattern", '"Call" then "Call"', "--json")).asked.at(-1)).toMatchObject([
    "pattern",
    { more: { pattern: '"Call" then "Call"' } },
  ]);
  const loyalty = ["loyalty", "--json", "--goal", label, "--liked", "80", "--days", "182"];
  expect((await spoorAsk(...loyalty)).asked.at(-1)).toMatchObject([
    "loyalty",
    { more: { buying: "7", liked: "80", days: "182" } },
  ]);
  expect((await spoorAsk("fit", "jo_a", "--json")).asked.at(-1)).toMatchObject([
    "fit",
    { map: "jo_a" },
  ]);
});

test.each([
  [["flwo"], "There is no question flwo. Did you mean flow?"],
  [["timeline"], "Whose timeline? `spoor ask timeline PERSON`; `spoor ask journeys` lists people."],
  [["fit"], "Which map? `spoor ask fit MAP`, with the id in the address of its page."],
  [
    ["funnel", "--step", "Call"],
    "Which steps? `spoor ask funnel --step LABEL --step LABEL`, in their order.",
  ],
  [["flow", "extra"], 'spoor ask flow takes no "extra".'],
  [["routes", "--limit", "0"], '--limit takes a whole number from 1 to 1000, not "0".'],
  [["flow", "--attribute", "size"], '--attribute takes NAME=VALUE, not "size".'],
])("spoor ask %j is called wrongly", async (args, message) => {
  expect(await spoorAsk(...args)).toMatchObject({ code: 2, out: "", err: message, asked: [] });
});

test("a time or a filter that cannot be read is refused before anything is opened", async () => {
  const late = await spoorAsk("flow", "--from", "yesterday");
  expect([late.code, late.err.startsWith("--from is not right"), late.asked]).toEqual([
    2,
    true,
    [],
  ]);
  const broken = await spoorAsk("flow", "--filter", "{");
  expect([broken.code, broken.err.startsWith("--filter is not readable"), broken.asked]).toEqual([
    2,
    true,
    [],
  ]);
});

test("a label that is nearly right is named in the failure", async () => {
  await expect(spoorAsk("flow", "--passed", "Call · phne")).rejects.toThrow(
    'There is no touchpoint "Call · phne". Did you mean "Call · phone"?',
  );
});
