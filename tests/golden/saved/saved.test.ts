import { afterAll, beforeAll, expect, test } from "vitest";
import type { Facets, Journeys } from "../../../src/core/question/answers.ts";
import { kept, type QuestionName } from "../../../src/protocol/question/savable.ts";
import type { AnsweredQuestion, SavedQuestion } from "../../../src/protocol/question/saved.ts";
import { openDesk, type PrivacyDesk } from "../people/desk.ts";

let desk: PrivacyDesk;
let codes: ReadonlyMap<string, number>;

const api = "/api/w/own";

beforeAll(async () => {
  desk = await openDesk();
  await desk.tell(...Array.from({ length: 40 }, (_, nth) => visit(nth)).flat());
  const { touchpoints } = await desk.ask<Facets>(`${api}/facets`);
  codes = new Map(touchpoints.map(({ event, code }) => [event, code]));
}, 120_000);
afterAll(() => desk[Symbol.asyncDispose](), 60_000);

/** Everybody looks and asks; three in four sign. */
function visit(nth: number): object[] {
  const who = { customer: `c-${nth}` };
  const at = (hour: number) => new Date(Date.UTC(2026, 2, 1 + nth, hour)).toISOString();
  const signs = nth % 4 !== 0;
  return ["Looked", "Asked", ...(signs ? ["Signed"] : [])].map((what, hour) => ({
    what,
    who,
    time: at(8 + hour),
    attributes: { plan: nth % 2 === 0 ? "green" : "grey" },
  }));
}

function save(question: string, more: object = {}, filter: object = {}, name: string = question) {
  const body = { name, question, asked: { filter, more }, author: "Sanne" };
  return desk.ask<AnsweredQuestion>(`${api}/questions`, body);
}

test("a saved question is answered as its page would, and told with when and of how many", async () => {
  const steps = `${codes.get("Looked")},${codes.get("Signed")}`;
  const filter = { attributes: { plan: ["green"] } };
  const saved = await save("funnel", { steps }, filter, "Do the green ones sign?");
  const asked = await desk.ask(
    `${api}/funnel?steps=${steps}&filter=${encodeURIComponent(JSON.stringify(filter))}`,
  );
  expect(saved).toEqual({
    id: expect.any(String),
    name: "Do the green ones sign?",
    question: "funnel",
    asked: { filter, more: { steps } },
    names: { [codes.get("Looked")!]: "Looked", [codes.get("Signed")!]: "Signed" },
    author: "Sanne",
    at: expect.any(String),
    answered: expect.any(String),
    shown: { journeys: 20, of: 40 },
    state: expect.stringMatching(/^40-/),
    trouble: null,
    deleted: null,
    answer: asked,
  });
  expect(await desk.ask(`${api}/questions/${saved.id}`)).toEqual(saved);
});

test("it is renamed, thrown away and put back; the list knows where it is", async () => {
  const { id } = await save("overview", {}, {}, "zzz");
  const list = async (binned = "") =>
    (await desk.ask<SavedQuestion[]>(`${api}/questions${binned}`)).filter((each) => each.id === id);
  await desk.ask(`${api}/questions/${id}`, { name: "All in numbers" }, "PUT");
  expect(await list()).toMatchObject([{ name: "All in numbers", deleted: null }]);
  await desk.ask(`${api}/questions/${id}`, undefined, "DELETE");
  expect([await list(), await list("?binned=1")]).toMatchObject([[], [{ id }]]);
  await desk.ask(`${api}/questions/${id}/restore`, {});
  expect([await list(), await list("?binned=1")]).toMatchObject([[{ id }], []]);
});

test("what is kept of any answer leads to nobody", async () => {
  const { journeys } = await desk.ask<Journeys>(`${api}/journeys?limit=1000`);
  const ids = journeys.flatMap(({ id, person, name }) => [id, person, name]);
  expect(ids.length).toBe(120);
  const map = { title: "Drawn", language: "en" };
  const drawn = await desk.ask<{ id: string }>(`${api}/maps/draft`, map);
  const needs: Partial<Record<QuestionName, object>> = {
    funnel: { steps: [...codes.values()].slice(0, 2).join(",") },
    fit: { map: drawn.id },
    pattern: { pattern: '"Looked" then "Signed"' },
  };
  for (const name of Object.keys(kept) as QuestionName[]) {
    const { answer, trouble, shown } = await save(name, needs[name] ?? {});
    expect([name, trouble, shown]).toEqual([name, null, { journeys: 40, of: 40 }]);
    expect([name, answer === null]).toEqual([name, kept[name] === null]);
    const text = JSON.stringify(answer);
    expect([name, ids.filter((id) => text.includes(`"${id}"`))]).toEqual([name, []]);
  }
});

test("what does not fit the data any more says so, and its last answer stays", async () => {
  const gone = await save("flow", {}, { passed: [999] });
  expect(gone).toMatchObject({
    answer: null,
    trouble: { key: "saved-touchpoint-gone", name: "999" },
  });
  const goal = await save("leave", { goal: "998" });
  expect(goal.trouble).toEqual({ key: "no-such-touchpoint", code: 998 });

  const map = await desk.ask<{ id: string }>(`${api}/maps/draft`, {
    title: "Gone",
    language: "en",
  });
  const fits = await save("fit", { map: map.id });
  await desk.ask(`${api}/maps/${map.id}`, undefined, "DELETE");
  const again = await desk.ask<AnsweredQuestion>(`${api}/questions/${fits.id}/refresh`, {});
  expect(again.trouble).not.toBe(null);
  expect({ ...again, trouble: null }).toEqual(fits);
});

test("a question that nobody knows, and one that asks for what it does not take, are refused", async () => {
  const send = (question: string) =>
    desk.send(`${api}/questions`, { name: "x", question, asked: {}, author: "x" });
  expect(await (await send("overlay")).json()).toMatchObject({
    status: 400,
    message: { key: "no-such-question", name: "overlay" },
  });
  expect((await save("overview", { goal: "1" })).trouble).toMatchObject({ key: "verbatim" });
});

test("answers from the same data have the same state; when an event comes in it is another", async () => {
  const [one, other] = [await save("flow"), await save("routes")];
  expect(one.state).toBe(other.state);
  const refresh = () => desk.ask<AnsweredQuestion>(`${api}/questions/${one.id}/refresh`, {});
  expect(await refresh()).toMatchObject({ state: one.state, answer: one.answer });
  await desk.tell(...visit(40));
  const later = await refresh();
  expect(later.shown).toEqual({ journeys: 41, of: 41 });
  expect(later.state).not.toBe(one.state);
});
