import { afterAll, beforeAll, expect, test } from "vitest";
import readXlsx from "read-excel-file/node";
import { z } from "zod";
import { rate } from "../../../src/core/evidence/interval.ts";
import type { Facets, Journeys, Touchpoints } from "../../../src/core/question/answers.ts";
import type { Report, WholeReport } from "../../../src/protocol/question/report.ts";
import { seenOutside } from "../../../src/protocol/question/seen-outside.ts";
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

async function reportOf(title: string, ...questions: readonly AnsweredQuestion[]) {
  const text = { id: "t", kind: "text", text: "What we **see**" };
  const blocks = questions.map(({ id }, nth) => ({
    id: `q${nth}`,
    kind: "question",
    question: id,
  }));
  return desk.ask<Report>(`${api}/reports`, { title, author: "Sanne", blocks: [text, ...blocks] });
}

test("a report holds the last answers in its order; refreshed, all are of one state", async () => {
  const one = await save("overview");
  await desk.tell(...visit(41));
  const other = await save("flow");
  const made = await reportOf("Numbers", one, other);
  const whole = (await desk.ask<WholeReport>(`${api}/reports/${made.id}`)).questions;
  expect(whole.map(({ id }) => id)).toEqual([one.id, other.id]);
  expect(whole[0]!.state).not.toBe(whole[1]!.state);
  const anew = await desk.ask<WholeReport>(`${api}/reports/${made.id}/refresh`, {});
  expect(anew.questions.map(({ state }) => state)).toEqual([other.state, other.state]);
  expect(anew.questions[0]!.shown).toEqual(anew.questions[1]!.shown);
});

test("a report is changed on the version that was seen, and thrown away with its questions left alone", async () => {
  const saved = await save("flow");
  const made = await reportOf("Once", saved);
  const put = (version: number, title: string) =>
    desk.send(
      `${api}/reports/${made.id}`,
      { title, blocks: made.blocks.toReversed(), version },
      "PUT",
    );
  expect(await (await put(1, "Twice")).json()).toMatchObject({
    title: "Twice",
    version: 2,
    blocks: made.blocks.toReversed(),
  });
  expect(await (await put(1, "Late")).json()).toMatchObject({
    status: 409,
    message: { key: "report-changed" },
  });
  await desk.ask(`${api}/reports/${made.id}`, undefined, "DELETE");
  const all = async (binned = "") =>
    (await desk.ask<Report[]>(`${api}/reports${binned}`)).filter(({ id }) => id === made.id);
  expect([await all(), await all("?binned=1")]).toMatchObject([[], [{ title: "Twice" }]]);
  expect(await desk.ask(`${api}/questions/${saved.id}`)).toEqual(saved);
});

test("by a link one sees the last answers and no names, until it is withdrawn, over, or the report is gone", async () => {
  const [routes, few] = [
    await save("routes"),
    await save("flow", {}, { to: "2026-03-04T00:00:00Z" }, "Three journeys"),
  ];
  expect(few.shown!.journeys).toBe(3);
  const made = await reportOf("For the board", routes, few);
  const share = (days: number) =>
    desk.send(`${api}/reports/${made.id}/shares`, {
      author: "Sanne",
      expires: new Date(Date.now() + days * 86_400_000).toISOString(),
    });
  expect([(await share(-1)).status, (await share(400)).status]).toEqual([400, 400]);
  const link = (await (await share(2)).json()) as { share: { id: string }; secret: string };
  const see = () => desk.send(`/api/r/${link.secret}`);
  const text = await (await see()).text();
  expect(text).not.toContain("Sanne");
  const seen = JSON.parse(text) as WholeReport & { title: string };
  expect(seen.title).toBe("For the board");
  expect(seen.questions[0]!.answer).toEqual(routes.answer);
  expect(seen.questions[1]).toMatchObject({
    answer: null,
    shown: null,
    trouble: { key: "too-few-to-show", floor: 5 },
  });

  await desk.ask(`${api}/reports/${made.id}`, undefined, "DELETE");
  expect((await see()).status).toBe(404);
  await desk.ask(`${api}/reports/${made.id}/restore`, {});
  expect((await see()).status).toBe(200);
  await desk.spoor.documents.query(
    z.unknown(),
    "UPDATE report_share SET expires = now() - interval '1 minute' WHERE id = $1",
    [link.share.id],
  );
  expect(await (await see()).json()).toMatchObject({ message: { key: "share-expired" } });
  await desk.ask(`${api}/reports/${made.id}/shares/${link.share.id}`, undefined, "DELETE");
  expect(await (await see()).json()).toMatchObject({ message: { key: "share-revoked" } });
  expect((await desk.send("/api/r/nobody-knows-this")).status).toBe(404);
});

test("an answer is a spreadsheet: every figure of it, and no text is a formula", async () => {
  const saved = await save("touchpoints", {}, {}, "=HYPERLINK(1)");
  const file = async (path: string) => {
    const response = await desk.send(`${api}/${path}`);
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  const csv = (await file(`questions/${saved.id}/file?format=csv&language=nl`)).toString("utf8");
  expect(csv.startsWith("\uFEFF")).toBe(true);
  const lines = csv.split("\r\n");
  expect(lines).toContain("naam;'=HYPERLINK(1)");
  const answer = saved.answer as Touchpoints;
  const reach = `${answer.touchpoints[0]!.reach.low}`.replace(".", ",");
  expect(lines.some((line) => line.split(";").includes(reach))).toBe(true);

  const flow = await save("flow");
  const report = await reportOf("Sheets", saved, flow);
  const book = await readXlsx(await file(`reports/${report.id}/file?format=xlsx&language=nl`));
  expect(book.map(({ sheet }) => sheet)).toEqual(["1 =HYPERLINK(1)", "2 flow"]);
  const rows = book[0]!.data;
  expect(rows.map(([one, other]) => [one, other])).toContainEqual(["naam", "=HYPERLINK(1)"]);
  const at = rows.findIndex(([first]) => first === "contactmomenten");
  const [heads, first] = [rows[at + 1]!, rows[at + 2]!];
  expect(first[heads.indexOf("bereik: n")]).toBe(answer.touchpoints[0]!.reach.n);
  expect(first[heads.indexOf("bereik: van (95%)")]).toBeCloseTo(
    answer.touchpoints[0]!.reach.low!,
    10,
  );
});

test("a report is a PDF of pages and one picture, with its texts and the figures of its questions", async () => {
  const saved = await Promise.all([save("touchpoints"), save("gaps"), save("cohorts")]);
  const report = await reportOf("On paper", ...saved);
  const file = async (format: string) => {
    const path = `${api}/reports/${report.id}/file?format=${format}&language=nl`;
    const response = await desk.send(path);
    const name = response.headers.get("content-disposition") ?? "";
    return { name, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const [pdf, png] = [await file("pdf"), await file("png")];
  expect(pdf.name).toContain('filename="On_paper.pdf"');
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.bytes.toString("latin1")).toMatch(/\/Type \/Page\b/);
  expect([...png.bytes.subarray(1, 4)].map((code) => String.fromCharCode(code)).join("")).toBe(
    "PNG",
  );
  // Twice A4's width in points.
  expect(png.bytes.readUInt32BE(16)).toBe(1191);
});

test("whatever was asked, by a link nothing is about fewer than five, and nobody is named", async () => {
  const [looked, asked, signed] = ["Looked", "Asked", "Signed"].map((each) => codes.get(each)!);
  const more: { readonly [N in QuestionName]?: object } = {
    funnel: { steps: `${looked},${signed}` },
    pattern: { pattern: '"Looked" then "Asked"' },
    timeTo: { by: "plan" },
    leave: { goal: signed },
    cohorts: { first: looked, back: asked, unit: "week" },
    contrast: { other: "{}" },
  };
  // Twenty and a few: of the few there are parts of one to four.
  const filter = { from: "2026-03-01T00:00:00Z", to: "2026-03-14T00:00:00Z" };
  const names = Object.keys(kept).filter((name) => name !== "fit") as QuestionName[];
  const saved = await Promise.all(names.map((name) => save(name, more[name], filter)));
  expect(saved.filter(({ trouble }) => trouble !== null)).toEqual([]);
  const made = await reportOf("All of it", ...saved);
  const link = await desk.ask<{ secret: string }>(`${api}/reports/${made.id}/shares`, {
    author: "Sanne",
    expires: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const response = await desk.send(`/api/r/${link.secret}`);
  expect(response.headers.get("x-robots-tag")).toBe("noindex, nofollow");
  const text = await response.text();
  for (const told of [/Sanne/, /"c-\d/, /"example":"[^"]/]) expect(text).not.toMatch(told);
  const { questions } = JSON.parse(text) as WholeReport;
  expect(questions.filter(({ answer }) => answer !== null).length).toBeGreaterThan(12);
  const few: string[] = [];
  walk(questions, "", (at, key, value) => {
    if (!["n", "people", "journeys", "rest"].includes(key) || typeof value !== "number") return;
    if (value > 0 && value < 5) few.push(`${at}: ${value}`);
  });
  expect(few).toEqual([]);
});

function walk(
  value: unknown,
  at: string,
  tell: (at: string, key: string, value: unknown) => void,
): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    tell(`${at}/${key}`, key, part);
    walk(part, `${at}/${key}`, tell);
  }
}

test("a question that cannot be answered any more keeps its answer among those that can", async () => {
  const [one, other] = [await save("overview"), await save("flow", {}, {}, "Gone soon")];
  const made = await reportOf("Half", one, other);
  await desk.spoor.documents.query(
    z.unknown(),
    `UPDATE saved_question SET asked = '{"filter":{"passed":[999]},"more":{}}' WHERE id = $1`,
    [other.id],
  );
  const anew = await desk.ask<WholeReport>(`${api}/reports/${made.id}/refresh`, {});
  expect(anew.questions).toMatchObject([
    { id: one.id, trouble: null },
    {
      id: other.id,
      answer: other.answer,
      answered: other.answered,
      trouble: { key: "saved-touchpoint-gone" },
    },
  ]);
  expect(Date.parse(anew.questions[0]!.answered!)).toBeGreaterThan(Date.parse(one.answered!));
});

test("people outside see no line about fewer journeys than five", () => {
  const route = (count: number) => ({
    id: `${count}`,
    steps: ["a"],
    count,
    share: rate(count, 100),
    example: "",
    duration: { n: count, p25Seconds: 1, medianSeconds: 1, p75Seconds: 1 },
  });
  const saved = (counts: readonly number[], rest: number) => ({
    id: "q",
    name: "Routes",
    question: "routes",
    asked: { filter: {}, more: {} },
    names: {},
    author: "Sanne",
    at: "",
    answered: "",
    shown: { journeys: 100, of: 100 },
    state: null,
    trouble: null,
    deleted: null,
    answer: {
      journeys: 100,
      routes: counts.map(route),
      total: 40,
      rest,
      shown: { journeys: 100, of: 100 },
    },
  });
  const seen = (counts: readonly number[], rest: number) => seenOutside(saved(counts, rest)).answer;
  expect(seen([60, 5, 4], 31)).toMatchObject({
    routes: [{ count: 60 }, { count: 5 }],
    rest: 35,
    total: 40,
  });
  // Nor is there a rest of so few: the smallest of the others goes with them.
  expect(seen([90, 7, 3], 0)).toMatchObject({ routes: [{ count: 90 }], rest: 10 });
  expect(seen([90, 8], 2)).toMatchObject({ routes: [{ count: 90 }], rest: 10 });
  expect(seen([90, 10], 0)).toMatchObject({ routes: [{ count: 90 }, { count: 10 }], rest: 0 });
});
