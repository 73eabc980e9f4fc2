import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { readCsv } from "../../core/map/exchange/csv.ts";
import { writeJourney } from "../../core/map/file.ts";
import { Journey } from "../../core/map/journey.ts";
import type { Engine } from "../../engine/port.ts";
import { createApp } from "../app.ts";
import type { Documents } from "../documents/documents.ts";
import { fieldNoteBin } from "../documents/field-note.ts";
import { saveMap } from "../documents/map.ts";
import { openDocuments } from "../documents/open.ts";
import { createWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { Desk } from "../map/desk.ts";
import { shareHandlers } from "../map/share-handlers.ts";
import { Shelf } from "../map/shelf.ts";
import { fieldHandlers } from "./field-handlers.ts";

const folder = await mkdtemp(join(tmpdir(), "spoor-field-"));
let documents: Documents;
let desk: Desk;
let app: ReturnType<typeof createApp>;
let workspaces = 0;
let base = "";

const drawn = Journey.parse({
  spoor: "journey/1",
  id: "jo_energy",
  title: "Energy",
  owner: "Karin Smit",
  episodes: [
    {
      id: "ep_one",
      title: "Choose",
      goal: "A better rate",
      touchpoints: [
        {
          id: "tp_a",
          title: "I compare",
          channel: "web",
          emotions: [{ id: "em_a", value: -0.5, evidence: { kind: "research", n: 9 } }],
          notes: "our secret",
        },
        { id: "tp_b", title: "I call" },
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
  const handlers = { ...shares, ...fieldHandlers(parts) } as unknown as Handlers;
  app = createApp({ handlers, dist: null, loopback: true, report });
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await documents[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
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

const idOf = (nth: number) => `note-of-the-field-${String(nth).padStart(4, "0")}`;
const draft = {
  kind: "service",
  day: "2026-11-20",
  author: "Fatima",
  map: "jo_energy",
  elements: ["tp_a"],
  person: null,
  segment: null,
  text: "He could not find the price.",
  quotes: [{ id: "q", text: "Where is it?", by: "first switch" }],
  feeling: -1,
  n: 1,
  pain: null,
  opportunity: null,
  picture: null,
};

async function listed(query = ""): Promise<string[]> {
  const { body } = await ask("GET", `${base}/field-notes${query}`);
  return body.notes.map(({ note }: { note: { id: string } }) => note.id);
}

test("a note is kept as it was written, with what it is about as the map calls it now", async () => {
  const { status, body } = await ask("POST", `${base}/field-notes`, { id: idOf(1), note: draft });
  expect(status).toBe(200);
  const at = expect.any(String) as string;
  const note = { ...draft, id: idOf(1), outside: false, at, changed: null, deleted: null };
  const shown = { note, map: "Energy", persona: null };
  const about = [{ id: "tp_a", title: "I compare" }];
  expect(body).toEqual({ ...shown, about });
  await ask("POST", `${base}/field-notes`, { id: idOf(1), note: { ...draft, text: "Again" } });
  const { body: all } = await ask("GET", `${base}/field-notes`);
  expect(all).toEqual({ notes: [{ ...shown, about }], total: 1 });
});

test("notes are found by kind, map, touchpoint, words, and by being about nothing yet", async () => {
  const loose = {
    ...draft,
    map: null,
    elements: [],
    kind: "sales",
    text: "100% cheaper elsewhere",
    quotes: [],
  };
  const later = { ...draft, day: "2026-11-25", elements: ["tp_b", "tp_gone"], quotes: [] };
  const notes = [draft, loose, later, { ...loose, segment: { segment: "pe_x" }, feeling: null }];
  for (const [nth, note] of notes.entries())
    await ask("POST", `${base}/field-notes`, { id: idOf(nth), note });
  expect(await listed()).toEqual([2, 3, 1, 0].map(idOf));
  expect(await listed("?kind=sales")).toEqual([3, 1].map(idOf));
  expect(await listed("?map=jo_energy")).toEqual([2, 0].map(idOf));
  expect(await listed("?map=jo_energy&element=tp_b")).toEqual([2].map(idOf));
  expect(await listed("?loose=1")).toEqual([1].map(idOf));
  expect(await listed("?search=WHERE%20is")).toEqual([0].map(idOf));
  expect(await listed("?search=0%25%20c")).toEqual([3, 1].map(idOf));
  expect(await listed("?search=fatima&limit=1&offset=1")).toEqual([3].map(idOf));
  const { body } = await ask("GET", `${base}/field-notes?element=tp_gone`);
  expect(body.notes[0].about).toEqual([
    { id: "tp_b", title: "I call" },
    { id: "tp_gone", title: null },
  ]);
});

test("a note is changed, thrown away, put back, and gone after thirty days in the bin", async () => {
  await ask("POST", `${base}/field-notes`, { id: idOf(1), note: draft });
  const path = `${base}/field-notes/${idOf(1)}`;
  const { body } = await ask("PUT", path, { ...draft, map: null, elements: [], n: 4 });
  expect(body).toMatchObject({ note: { n: 4, changed: expect.any(String) }, map: null, about: [] });
  await ask("DELETE", path);
  expect([await listed(), await listed("?binned=1")]).toEqual([[], [idOf(1)]]);
  expect((await ask("PUT", path, draft)).status).toBe(404);
  await ask("POST", `${path}/restore`);
  expect([await listed(), await listed("?binned=1")]).toEqual([[idOf(1)], []]);
  await ask("DELETE", path);
  const { query } = documents;
  const nothing = z.unknown();
  await fieldNoteBin.empty(documents);
  expect(await listed("?binned=1")).toEqual([idOf(1)]);
  await query(nothing, "UPDATE field_note SET deleted = deleted - interval '31 days'");
  await fieldNoteBin.empty(documents);
  expect((await ask("POST", `${path}/restore`)).status).toBe(404);
});

test("what does not fit is refused with where it does not", async () => {
  const refused = async (part: object) =>
    (await ask("POST", `${base}/field-notes`, { id: idOf(1), note: { ...draft, ...part } })).status;
  expect(await refused({ map: null })).toBe(400);
  expect(await refused({ feeling: 3 })).toBe(400);
  expect(await refused({ text: "  " })).toBe(400);
  expect(await refused({ elements: ["pe_x"] })).toBe(400);
  expect(await refused({ map: "jo_none" })).toBe(404);
  expect(await listed()).toEqual([]);
});

async function linked(expires: string | null = null): Promise<{ share: string; secret: string }> {
  const wish = { kind: "note", figures: true, author: "Ann", expires };
  const { body } = await ask("POST", `${base}/maps/jo_energy/shares`, wish);
  expect(body.share.figures).toBe(false);
  return { share: body.share.id, secret: body.secret };
}

const quick = {
  id: idOf(7),
  kind: "service",
  day: "2026-11-30",
  author: "",
  elements: ["tp_b"],
  text: "Waited for an hour",
  quote: "Nobody calls\u0000 back",
  feeling: -2,
};

test("who has a link writes notes, once each, and sees nothing but titles", async () => {
  const { share, secret } = await linked();
  const { body: seen } = await ask("GET", `/api/s/${secret}`);
  expect(seen).toMatchObject({ kind: "note", figures: false });
  expect(seen.journey).toEqual({
    spoor: "journey/1",
    id: "jo_energy",
    title: "Energy",
    state: "current",
    episodes: [
      {
        id: "ep_one",
        title: "Choose",
        touchpoints: [
          { id: "tp_a", title: "I compare" },
          { id: "tp_b", title: "I call" },
        ],
      },
    ],
  });
  expect((await ask("GET", `/api/s/${secret}/overlay`)).status).toBe(403);
  for (let again = 0; again < 2; again += 1)
    expect(await ask("POST", `/api/s/${secret}/field-notes`, quick)).toEqual({
      status: 200,
      body: { ok: true },
    });
  const { body } = await ask("GET", `${base}/field-notes`);
  expect(body.total).toBe(1);
  expect(body.notes[0].note).toMatchObject({
    outside: true,
    map: "jo_energy",
    author: "",
    quotes: [{ id: "q", text: "Nobody calls back", by: null }],
    n: 1,
  });
  await ask("DELETE", `${base}/maps/jo_energy/shares/${share}`);
  const late = { ...quick, id: idOf(8) };
  expect((await ask("POST", `/api/s/${secret}/field-notes`, late)).status).toBe(404);
});

test("a link to read or one that is over takes no notes, and nobody writes over a note of the team", async () => {
  const read = { kind: "read", figures: false, author: "Ann" };
  const { body } = await ask("POST", `${base}/maps/jo_energy/shares`, read);
  expect((await ask("POST", `/api/s/${body.secret}/field-notes`, quick)).status).toBe(404);
  const soon = Date.now() + 30;
  const { secret } = await linked(new Date(soon).toISOString());
  await expect.poll(() => Date.now()).toBeGreaterThan(soon);
  expect((await ask("POST", `/api/s/${secret}/field-notes`, quick)).status).toBe(404);
  await ask("POST", `${base}/field-notes`, { id: quick.id, note: draft });
  const { secret: good } = await linked();
  await ask("POST", `/api/s/${good}/field-notes`, quick);
  const { body: all } = await ask("GET", `${base}/field-notes`);
  expect(all.notes.map(({ note }: { note: { text: string } }) => note.text)).toEqual([draft.text]);
});

test("as CSV what looks like a formula is text", async () => {
  const hostile = { ...draft, text: '=HYPERLINK("http://x.example")', author: "@sum", n: 3 };
  await ask("POST", `${base}/field-notes`, { id: idOf(1), note: hostile });
  const response = await app.request(`${base}/field-notes/csv?language=nl`);
  const text = await response.text();
  expect(text).toContain(`"'=HYPERLINK(""http`);
  expect(text).toContain(";'@sum;");
  const [, row] = readCsv(text);
  expect(row?.slice(0, 11)).toEqual([
    "2026-11-20",
    "Service",
    "Energy",
    "I compare",
    hostile.text,
    "“Where is it?” (first switch)",
    "-1",
    "3",
    "",
    "",
    "@sum",
  ]);
});
