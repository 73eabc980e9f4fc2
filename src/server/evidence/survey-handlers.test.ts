import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { writeJourney } from "../../core/map/file.ts";
import { Journey } from "../../core/map/journey.ts";
import type { Engine } from "../../engine/port.ts";
import { createApp } from "../app.ts";
import type { Documents } from "../documents/documents.ts";
import { saveMap } from "../documents/map.ts";
import { openDocuments } from "../documents/open.ts";
import { surveyBin } from "../documents/survey.ts";
import { createWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { Desk } from "../map/desk.ts";
import { shareHandlers } from "../map/share-handlers.ts";
import { Shelf } from "../map/shelf.ts";
import { surveyHandlers } from "./survey-handlers.ts";

const folder = await mkdtemp(join(tmpdir(), "spoor-survey-"));
const DAY = 86_400_000;
let documents: Documents;
let desk: Desk;
let app: ReturnType<typeof createApp>;
let workspaces = 0;
let base = "";
let later = 0;

const drawn = Journey.parse({
  spoor: "journey/1",
  id: "jo_energy",
  title: "Energy",
  episodes: [
    {
      id: "ep_one",
      title: "Choose",
      touchpoints: [
        { id: "tp_a", title: "I compare", notes: "our secret" },
        { id: "tp_b", title: "I call" },
        { id: "tp_c", title: "I sign" },
      ],
    },
  ],
});

beforeAll(async () => {
  documents = await openDocuments({ path: join(folder, "documents") });
  const report = (error: unknown) => {
    throw error;
  };
  desk = new Desk({ documents, now: Date.now, shared: false, report });
  const parts = { engine: {} as Engine, documents, desk };
  const shares = shareHandlers({ ...parts, shelf: new Shelf(documents, desk) });
  const surveys = surveyHandlers({ ...parts, now: () => Date.now() + later });
  const handlers = { ...shares, ...surveys } as unknown as Handlers;
  app = createApp({ handlers, dist: null, loopback: true, report });
}, 120_000);
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await documents[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  later = 0;
  workspaces += 1;
  const slug = `w${workspaces}`;
  const { id } = await createWorkspace(documents, { slug, name: slug, kind: "own" });
  const body = writeJourney(drawn);
  await saveMap(documents, id, { id: drawn.id, title: drawn.title, body, author: null });
  base = `/api/w/${slug}`;
});

// oxlint-disable-next-line typescript/no-explicit-any -- an answer of any endpoint, compared as a whole
type Answer = { status: number; body: any };

async function ask(method: string, path: string, body?: unknown): Promise<Answer> {
  const init: RequestInit = { method, headers: { Host: "localhost" } };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await app.request(path, init);
  return { status: response.status, body: await response.json() };
}

const draft = () => ({
  map: "jo_energy",
  question: "What do we think?",
  touchpoints: ["tp_a", "tp_b"],
  departments: ["Service", "Sales"],
  ends: new Date(Date.now() + 10 * DAY).toISOString(),
});
async function started(part: object = {}) {
  const survey = { ...draft(), ...part };
  const { status, body } = await ask("POST", `${base}/surveys`, { survey, author: "Karin" });
  expect(status).toBe(200);
  return {
    id: body.survey.survey.id as string,
    outside: `/api/s/${body.secret}`,
    shown: body.survey,
  };
}
const token = (nth: number) => `token${String(nth).padStart(27, "0")}`;
const said = { department: "Service", scores: { tp_a: -1, tp_b: 2 }, remark: "The wait" };

function answered(outside: string, nth: number, part: object = {}): Promise<Answer> {
  return ask("PUT", `${outside}/survey`, { token: token(nth), answer: { ...said, ...part } });
}
async function listed(query = "") {
  return (await ask("GET", `${base}/surveys${query}`)).body;
}
const Row = z.strictObject({
  department: z.string(),
  scores: z.json(),
  remark: z.string().nullable(),
});
const rows = (survey: string) =>
  documents.query(Row, "SELECT department, scores, remark FROM survey_answer WHERE survey = $1", [
    survey,
  ]);

test("a colleague sees the question and the titles it is about, and nothing else of the map", async () => {
  const { outside, shown } = await started();
  expect(shown).toMatchObject({ title: "Energy", over: false, answers: 0 });
  const { body } = await ask("GET", `${outside}/survey`);
  const { question, departments } = draft();
  expect(body).toEqual({
    question,
    departments,
    ends: shown.survey.ends,
    over: false,
    touchpoints: [
      { id: "tp_a", title: "I compare" },
      { id: "tp_b", title: "I call" },
    ],
  });
  const { body: shared } = await ask("GET", outside);
  expect(shared).toMatchObject({ kind: "survey", figures: false });
  expect(JSON.stringify(shared)).not.toContain("secret");
});

test("answers are counted by department; who answers again replaces his answer, of which nothing stays", async () => {
  const { id, outside } = await started();
  expect((await answered(outside, 1)).body).toEqual({ ok: true });
  await answered(outside, 1, { scores: { tp_a: 0 }, remark: null });
  await answered(outside, 2, { department: "" });
  const [survey] = await listed();
  expect([survey.answers, survey.departments]).toEqual([
    2,
    [
      { name: "Service", n: 1 },
      { name: "Sales", n: 0 },
      { name: "", n: 1 },
    ],
  ]);
  expect(JSON.stringify(survey)).not.toContain("The wait");
  expect(await rows(id)).toEqual(
    expect.arrayContaining([{ department: "Service", scores: { tp_a: 0 }, remark: null }]),
  );
  expect(await rows(id)).toHaveLength(2);
});

test("what does not belong to the survey is not taken", async () => {
  const { id, outside } = await started();
  const wrong = [
    { department: "Board" },
    { scores: { tp_c: 1 } },
    { scores: { tp_a: 3 } },
    { scores: { tp_a: 0.5 } },
    { scores: { __proto__x: 1 } },
    { remark: "x".repeat(501) },
    { remark: "" },
  ];
  for (const part of wrong) expect((await answered(outside, 1, part)).status).toBe(400);
  const bad = { token: "short", answer: said };
  expect((await ask("PUT", `${outside}/survey`, bad)).status).toBe(400);
  expect(await rows(id)).toEqual([]);
  for (const part of [
    { touchpoints: ["tp_gone"] },
    { touchpoints: [] },
    { touchpoints: ["tp_a", "tp_a"] },
    { departments: [] },
    { ends: new Date(Date.now() - DAY).toISOString() },
    { ends: new Date(Date.now() + 500 * DAY).toISOString() },
    { map: "jo_other" },
  ]) {
    const survey = { ...draft(), ...part };
    const { status } = await ask("POST", `${base}/surveys`, { survey, author: "Karin" });
    expect([400, 404]).toContain(status);
  }
});

test("what is no character is left out, and hostile text is kept as text", async () => {
  const { id, outside } = await started();
  await answered(outside, 1, { remark: "a\u0000b <script>alert(1)</script> =1+1" });
  expect((await rows(id))[0]!.remark).toMatch(/^a.?b <script>alert\(1\)<\/script> =1\+1$/);
});

test("a link that is over, withdrawn or of something else takes no answer and says why", async () => {
  const { id, outside } = await started();
  later = 11 * DAY;
  const over = await answered(outside, 1);
  expect([over.status, over.body.message.key]).toEqual([404, "share-expired"]);
  later = 0;
  const [share] = (await ask("GET", `${base}/maps/jo_energy/shares`)).body;
  await ask("DELETE", `${base}/maps/jo_energy/shares/${share.id}`);
  const withdrawn = await answered(outside, 1);
  expect([withdrawn.status, withdrawn.body.message.key]).toEqual([404, "share-revoked"]);
  const { body: more } = await ask("POST", `${base}/surveys/${id}/links`, { author: "Karin" });
  expect((await answered(`/api/s/${more.secret}`, 1)).status).toBe(200);
  const note = { kind: "note", figures: false, author: "Ann" };
  const { body: other } = await ask("POST", `${base}/maps/jo_energy/shares`, note);
  expect((await answered(`/api/s/${other.secret}`, 1)).status).toBe(404);
  expect((await ask("GET", `/api/s/${other.secret}/survey`)).status).toBe(404);
  expect((await ask("GET", `/api/s/${"x".repeat(32)}/survey`)).status).toBe(404);
});

test("once it was ended nobody answers, and it is not opened again", async () => {
  const { id, outside } = await started();
  await answered(outside, 1);
  const { body } = await ask("POST", `${base}/surveys/${id}/end`);
  expect([body.over, body.answers]).toEqual([true, 1]);
  const late = await answered(outside, 1);
  expect([late.status, late.body.message.key]).toEqual([409, "survey-over"]);
  expect((await ask("GET", `${outside}/survey`)).body.over).toBe(true);
  expect((await ask("POST", `${base}/surveys/${id}/links`, { author: "K" })).status).toBe(409);
});

test("in the bin it takes no answers; it is put back with those it has, until the bin is emptied", async () => {
  const { id, outside } = await started();
  await answered(outside, 1);
  await ask("DELETE", `${base}/surveys/${id}`);
  expect([(await listed()).length, (await listed("?binned=1")).length]).toEqual([0, 1]);
  expect((await answered(outside, 2)).status).toBe(404);
  await surveyBin.empty(documents);
  const { body } = await ask("POST", `${base}/surveys/${id}/restore`);
  expect([body.answers, body.survey.deleted]).toEqual([1, null]);
  await ask("DELETE", `${base}/surveys/${id}`);
  await documents.query(
    z.unknown(),
    "UPDATE survey SET deleted = now() - interval '31 days' WHERE id = $1",
    [id],
  );
  await surveyBin.empty(documents);
  expect((await ask("POST", `${base}/surveys/${id}/restore`)).status).toBe(404);
  expect(await rows(id)).toEqual([]);
  expect((await answered(outside, 2)).status).toBe(404);
});

test("another workspace knows nothing of it", async () => {
  const { id } = await started();
  const mine = base;
  await createWorkspace(documents, { slug: "elsewhere", name: "Elsewhere", kind: "own" });
  base = "/api/w/elsewhere";
  expect(await listed()).toEqual([]);
  for (const [method, path] of [
    ["POST", "/end"],
    ["DELETE", ""],
    ["POST", "/restore"],
  ] as const)
    expect((await ask(method, `${base}/surveys/${id}${path}`)).status).toBe(404);
  expect((await ask("POST", `${base}/surveys/${id}/links`, { author: "K" })).status).toBe(404);
  base = mine;
  expect((await listed())[0]).toMatchObject({ over: false, survey: { deleted: null } });
});

test("a flood by one link is slowed down, and what was answered stays", async () => {
  const { id, outside } = await started();
  const codes: number[] = [];
  for (let nth = 0; nth < 310; nth += 1) codes.push((await answered(outside, nth % 7)).status);
  expect(codes.slice(0, 300).every((code) => code === 200)).toBe(true);
  expect(codes.at(-1)).toBe(503);
  expect(await rows(id)).toHaveLength(7);
}, 60_000);
