import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { must } from "../../../src/core/assert.ts";
import type { Overlay } from "../../../src/core/evidence/overlay.ts";
import type { Command } from "../../../src/core/map/command.ts";
import { readJourney } from "../../../src/core/map/file.ts";
import type { Journey } from "../../../src/core/map/journey.ts";
import { say } from "../../../src/core/message/message.ts";
import type { Facets } from "../../../src/core/question/answers.ts";
import type { Goals } from "../../../src/core/question/goals/goals.ts";
import type { Funnel } from "../../../src/core/question/funnel.ts";
import { kept, type QuestionName } from "../../../src/protocol/question/savable.ts";
import type { AnsweredQuestion } from "../../../src/protocol/question/saved.ts";
import { figuresOf } from "../../../src/protocol/question/taken.ts";
import { keepLastFigures } from "../../../src/server/documents/pinnable.ts";
import { questionBin } from "../../../src/server/documents/saved-question.ts";
import { openDesk, type PrivacyDesk } from "../people/desk.ts";

let desk: PrivacyDesk;
let codes: ReadonlyMap<string, number>;

const api = "/api/w/own";
const map = readJourney(
  JSON.stringify({
    spoor: "journey/1",
    id: "jo_signing",
    title: "Signing",
    goals: [
      {
        id: "go_sign",
        title: "Nearly all sign",
        kind: "quantitative",
        among: ["tp_looked"],
        reach: ["tp_signed"],
        target: 90,
        unit: "%",
      },
      { id: "go_ease", title: "It is easy", kind: "qualitative" },
    ],
    episodes: [
      {
        id: "ep_all",
        title: "All of it",
        touchpoints: ["Looked", "Asked", "Signed"].map((event) => ({
          id: `tp_${event.toLowerCase()}`,
          title: event,
          events: [{ event }],
        })),
      },
    ],
  }),
);

beforeAll(async () => {
  desk = await openDesk();
  await desk.tell(...Array.from({ length: 160 }, (_, nth) => visit(nth)).flat());
  const { touchpoints } = await desk.ask<Facets>(`${api}/facets`);
  codes = new Map(touchpoints.map(({ event, code }) => [event, code]));
  await desk.ask(`${api}/maps/${map.id}`, map, "PUT");
}, 120_000);
afterAll(() => desk[Symbol.asyncDispose](), 60_000);

/** Everybody looks and asks; three in four sign, of the grey ones half. */
function visit(nth: number): object[] {
  const who = { customer: `c-${nth}` };
  const at = (hour: number) => new Date(Date.UTC(2026, 1, 1 + (nth % 60), hour)).toISOString();
  const signs = nth % 4 !== 0;
  return ["Looked", "Asked", ...(signs ? ["Signed"] : [])].map((what, hour) => ({
    what,
    who,
    time: at(8 + hour),
    attributes: {
      plan: nth % 2 === 0 ? "green" : "grey",
    },
  }));
}

function save(question: string, more: object = {}) {
  const body = { name: question, question, asked: { filter: {}, more }, author: "Sanne" };
  return desk.ask<AnsweredQuestion>(`${api}/questions`, body);
}

let number = 0;
function send(command: Command) {
  number += 1;
  const body = { author: { client: "pinning-1", name: "Sanne" }, commands: [{ number, command }] };
  return desk.ask(`${api}/maps/${map.id}/commands`, body);
}

const laid = () => desk.ask<Overlay>(`${api}/maps/${map.id}/overlay`);

/** All numbers that stand anywhere in an answer. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

test("every figure that can be pinned stands in the answer with its interval and n, and has a name of its own", async () => {
  const needs: Partial<Record<QuestionName, object>> = {
    funnel: { steps: `${codes.get("Looked")},${codes.get("Asked")},${codes.get("Signed")}` },
    fit: { map: map.id },
    pattern: { pattern: '"Looked" then "Signed"' },
  };
  const without: string[] = [];
  for (const name of Object.keys(kept) as QuestionName[]) {
    const { question, answer, names, trouble } = await save(name, needs[name] ?? {});
    expect([name, trouble]).toEqual([name, null]);
    const figures = figuresOf(question, answer, names);
    const there = new Set(numbersIn(answer));
    for (const { value, low, high, n, id } of figures)
      for (const number of [value, low, high, n])
        if (number !== null)
          expect([name, id, number, there.has(number)]).toEqual([name, id, number, true]);
    for (const language of ["en", "nl"] as const) {
      const said = figures.map((figure) => say(figure.name, language));
      expect(said.filter((each) => each === "" || /undefined|\[object/.test(each))).toEqual([]);
    }
    if (figures.length === 0) without.push(name);
  }
  // Nothing went wrong here or changed, no customer gave a score and no department was asked: their tables are tested beside them.
  expect(
    without.filter(
      (name) => !["journeys", "gaps", "scores", "perception", "segments", "drift"].includes(name),
    ),
  ).toEqual([]);
  expect(without).toContain("journeys");
});

test("a figure of a saved question is pinned to a touchpoint, an episode and the journey, and taken off again", async () => {
  const steps = `${codes.get("Looked")},${codes.get("Signed")}`;
  const { id: question, answer, names } = await save("funnel", { steps });
  const [conversion] = figuresOf("funnel", answer, names);
  const figure = must(conversion, "the conversion");
  const { ofFirst } = (answer as Funnel).steps[1]!;
  expect(figure).toMatchObject({ form: "share", value: 0.75, n: 160, low: ofFirst.low });
  const before = await laid();
  const places = ["tp_signed", "ep_all", map.id];
  for (const [nth, to] of places.entries())
    await send({
      do: "add",
      to,
      list: "metrics",
      after: null,
      element: {
        id: `me_${nth}`,
        name: "Conversion",
        measure: "funnel",
        pinned: { question, figure: figure.id },
      },
    });
  const { pinned, evidence } = await laid();
  expect(
    pinned
      ?.toSorted((a, b) => a.metric.localeCompare(b.metric))
      .map(({ metric, state, figure: shown }) => [metric, state, shown]),
  ).toEqual(["me_0", "me_1", "me_2"].map((metric) => [metric, "fresh", figure]));
  expect(evidence.measured).toBe(before.evidence.measured + 3);

  const svg = await (await desk.send(`${api}/maps/${map.id}/export?format=svg`)).text();
  expect(svg.match(/75%/g)?.length).toBeGreaterThanOrEqual(3);

  for (const nth of [1, 2]) await send({ do: "remove", at: `me_${nth}` });
  expect((await laid()).pinned?.map(({ metric }) => metric)).toEqual(["me_0"]);
});

test("a goal is told by where it is counted, or by the figure that its metric is pinned to", async () => {
  const [sign, bare] = (await desk.ask<Goals>(`${api}/goals`)).goals;
  expect(sign).toMatchObject({
    measured: { by: "reach", among: ["Looked"], towards: ["Signed"] },
    whole: { form: "share", value: 0.75, n: 160 },
    outlook: { verdict: "unknown", doubt: "date" },
  });
  expect(bare).toMatchObject({ measured: null, lack: "measure", now: null });
  await send({ do: "set", at: "go_ease", field: "metric", from: null, to: "me_0" });
  const { goals, branches } = await desk.ask<Goals>(`${api}/goals?map=${map.id}`);
  expect(goals[1]).toMatchObject({
    measured: { by: "pinned", name: "Conversion" },
    lack: null,
    now: { form: "share", value: 0.75, n: 160 },
  });
  expect(branches).toMatchObject([{ kind: "unknown", doubt: "unmeasured" }]);

  // A touchpoint that goes takes itself out of what it is measured by.
  await send({ do: "remove", at: "tp_looked" });
  const { measured } = (await desk.ask<Goals>(`${api}/goals`)).goals[0]!;
  expect(measured).toMatchObject({ among: [], towards: ["Signed"] });
});

test("it is stale once the data changed, fresh when asked anew, and stays with its date when its question is gone", async () => {
  const drawn = await desk.ask<Journey>(`${api}/maps/${map.id}`);
  const metric = must(drawn.episodes[0]!.touchpoints.at(-1)!.metrics?.[0], "the metric");
  const question = must(metric.pinned, "its question").question;
  const one = async () => must((await laid()).pinned?.[0], "the pinned figure");

  await desk.tell(...visit(161));
  const stale = await one();
  expect(stale).toMatchObject({ state: "stale", figure: { value: 0.75, n: 160 } });

  await desk.ask(`${api}/questions/${question}/refresh`, {});
  const fresh = await one();
  expect(fresh).toMatchObject({ state: "fresh", figure: { n: 161 } });

  await desk.ask(`${api}/questions/${question}`, undefined, "DELETE");
  expect(await one()).toEqual({ ...fresh, state: "gone" });
  await desk.spoor.documents.query(
    z.unknown(),
    "UPDATE saved_question SET deleted = now() - interval '31 days' WHERE id = $1",
    [question],
  );
  await keepLastFigures(desk.spoor.documents);
  await questionBin.empty(desk.spoor.documents);
  expect((await desk.send(`${api}/questions/${question}`)).status).toBe(404);
  expect(await one()).toEqual({ ...fresh, state: "gone" });
});

test("a figure that the last answer lacks, and a question that was never here, say so", async () => {
  const { id: question } = await save("overview");
  await send({
    do: "set",
    at: "me_0",
    field: "pinned",
    from: null,
    to: { question, figure: "no such" },
  });
  expect((await laid()).pinned).toMatchObject([{ state: "missing", figure: null }]);
  await send({
    do: "set",
    at: "me_0",
    field: "pinned",
    from: null,
    to: { question: "elsewhere", figure: "goal" },
  });
  expect((await laid()).pinned).toEqual([
    { metric: "me_0", state: "gone", figure: null, at: null },
  ]);
});
