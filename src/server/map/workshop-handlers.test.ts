import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { writeJourney } from "../../core/map/file.ts";
import { Journey } from "../../core/map/journey.ts";
import type { Engine } from "../../engine/port.ts";
import { createApp } from "../app.ts";
import type { Documents } from "../documents/documents.ts";
import { saveMap } from "../documents/map.ts";
import { openDocuments } from "../documents/open.ts";
import { createWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { Desk } from "./desk.ts";
import { shareHandlers } from "./share-handlers.ts";
import { Shelf } from "./shelf.ts";
import { workshopHandlers } from "./workshop-handlers.ts";

const folder = await mkdtemp(join(tmpdir(), "spoor-workshop-"));
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
  reviewBy: "2027-01-31",
  personas: [{ id: "pe_first", name: "First-timer" }],
  episodes: [
    {
      id: "ep_one",
      title: "Choose",
      pains: [{ id: "pn_one", title: "Slow", evidence: { kind: "research" } }],
      touchpoints: [
        {
          id: "tp_a",
          title: "I compare",
          opens: "jo_compare",
          quotes: [{ id: "qu_one", text: "Hm", by: "Mr Bos", evidence: { kind: "research" } }],
        },
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
  // A link to a workshop never asks the engine for figures.
  const parts = { engine: {} as Engine, documents, desk };
  const shares = shareHandlers({ ...parts, shelf: new Shelf(documents, desk) });
  const handlers = { ...shares, ...workshopHandlers(parts) } as unknown as Handlers;
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
  base = `/api/w/${slug}/maps/${drawn.id}`;
});

// oxlint-disable-next-line typescript/no-explicit-any -- an answer of any endpoint, compared as a whole
type Answer = { status: number; body: any };

async function ask(method: string, path: string, body?: unknown): Promise<Answer> {
  const init: RequestInit = { method, headers: { Host: "localhost" } };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await app.request(path, init);
  return { status: response.status, body: await response.json() };
}

/** The first server-sent event of a stream, as text. */
async function first(path: string): Promise<string> {
  const response = await app.request(path);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (!/data: .*\n\n/.test(text)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}

const [guest, other] = [
  { id: "guest-one", name: "Fatima" },
  { id: "guest-two", name: "Piet" },
];

async function opened(dots = 3) {
  const asked = { question: "What hurts most?", dots, author: "Ann" };
  const { body } = await ask("POST", `${base}/workshops`, asked);
  return { id: body.workshop.id as string, outside: `/api/s/${body.secret}` };
}
function noted(outside: string, text: string, by = guest) {
  const note = { guest: by, element: "tp_a", kind: "pain", text };
  return ask("POST", `${outside}/notes`, note);
}

test("gathers notes and dots; the note with most dots comes first", async () => {
  const { id, outside } = await opened();
  const { body: waiting } = await noted(outside, "Waiting");
  const { body: price } = await noted(outside, "The price", other);
  expect(waiting).toMatchObject({ author: "Fatima", own: true, dots: 0, mine: 0 });
  const vote = (note: { id: string }, by: object, dots: number) =>
    ask("POST", `${outside}/notes/${note.id}/vote`, { guest: by, dots });
  expect((await vote(price, guest, 2)).body).toEqual({ left: 1 });
  expect((await vote(waiting, other, 1)).body).toEqual({ left: 2 });
  expect(await vote(waiting, guest, 2)).toMatchObject({
    status: 409,
    body: { message: { key: "no-dots-left", left: 1 } },
  });
  expect((await vote(price, guest, 3)).body).toEqual({ left: 0 });
  const { body: table } = await ask("GET", `${outside}/workshop?guest=guest-one`);
  expect([table.guests, table.left]).toEqual([2, 0]);
  expect(table.notes).toMatchObject([
    { text: "The price", dots: 3, mine: 3, own: false },
    { text: "Waiting", dots: 1, mine: 0, own: true },
  ]);
  const led = (await ask("GET", `${base}/workshops/${id}`)).body;
  expect(led.notes).toMatchObject([
    { mine: 0, own: false },
    { mine: 0, own: false },
  ]);
});

test("nobody gives more dots than he has, however fast he is", async () => {
  const { outside } = await opened(3);
  const notes = await Promise.all(Array.from({ length: 8 }, (_, at) => noted(outside, `${at}`)));
  const votes = await Promise.all(
    notes.map(({ body }) => ask("POST", `${outside}/notes/${body.id}/vote`, { guest, dots: 1 })),
  );
  expect(votes.filter(({ status }) => status === 200).length).toBe(3);
});

test("is over when it is closed; a note is marked when it is adopted", async () => {
  const { id, outside } = await opened();
  const { body: note } = await noted(outside, "Waiting");
  const taken = await ask("DELETE", `${outside}/notes/${note.id}?guest=guest-two`);
  expect(taken.status).toBe(404);
  await ask("POST", `${base}/workshops/${id}/notes/${note.id}/adopt`, { as: "pn_new" });
  expect((await ask("POST", `${base}/workshops/${id}/close`)).body).toMatchObject({
    closed: expect.any(String),
  });
  expect((await noted(outside, "Late")).status).toBe(409);
  const late = await ask("POST", `${outside}/notes/${note.id}/vote`, { guest, dots: 1 });
  expect(late.status).toBe(409);
  expect((await ask("DELETE", `${outside}/notes/${note.id}?guest=guest-one`)).status).toBe(409);
  const { body: table } = await ask("GET", `${outside}/workshop?guest=guest-two`);
  expect(table.notes).toMatchObject([{ text: "Waiting", adopted: "pn_new" }]);
});

test("shows guests the way of the customer, and nothing that the team wrote behind it", async () => {
  const { outside } = await opened();
  const { body } = await ask("GET", outside);
  expect(body).toMatchObject({ kind: "workshop", figures: false });
  expect(body.journey.episodes[0].touchpoints[0].title).toBe("I compare");
  const live = await first(`${outside}/live`);
  expect(live).toContain("I compare");
  for (const told of [JSON.stringify(body), live])
    expect(told).not.toMatch(/Karin|Bos|Slow|Hm|jo_compare|First-timer|reviewBy|quotes|pains/);
  expect((await ask("GET", `${outside}/overlay`)).status).toBe(403);
});

test("a note that is sent twice stands there once, and nobody takes the place of another's", async () => {
  const { id: workshop, outside } = await opened();
  const id = "0b7a3f0e-5a3c-4f52-9c59-0a4a6e1f7d11";
  const note = { id, guest, element: null, kind: "idea", text: "Call back" };
  const send = (by = guest, text = note.text) =>
    ask("POST", `${outside}/notes`, { ...note, guest: by, text });
  const [first, again] = [await send(), await send()];
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.body).toEqual(first.body);
  expect((await send(other, "Mine now")).status).toBe(409);
  await ask("POST", `${base}/workshops/${workshop}/close`);
  expect((await send()).status).toBe(200);
  const { body } = await ask("GET", `${base}/workshops/${workshop}`);
  expect(body.notes).toMatchObject([{ id, text: "Call back", author: "Fatima" }]);
});

test("gets one more link while it is open", async () => {
  const { id, outside } = await opened();
  await noted(outside, "Waiting");
  const invite = () => ask("POST", `${base}/workshops/${id}/links`, { author: "Ben" });
  const { body } = await invite();
  const { body: table } = await ask("GET", `/api/s/${body.secret}/workshop?guest=guest-two`);
  expect(table.notes).toMatchObject([{ text: "Waiting" }]);
  await ask("POST", `${base}/workshops/${id}/close`);
  expect((await invite()).status).toBe(409);
});

test("a guest who floods it is slowed down", async () => {
  const { outside } = await opened();
  const notes = await Promise.all(Array.from({ length: 45 }, (_, at) => noted(outside, `${at}`)));
  expect(notes.filter(({ status }) => status === 200).length).toBe(40);
  expect((await noted(outside, "Mine", other)).status).toBe(200);
  const long = await noted(outside, "x".repeat(281), other);
  expect(long.status).toBe(400);
});
