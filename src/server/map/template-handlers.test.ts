import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Journey } from "../../core/map/journey.ts";
import { createApp } from "../app.ts";
import type { Documents } from "../documents/documents.ts";
import { findMap, throwAway } from "../documents/map.ts";
import { openDocuments } from "../documents/open.ts";
import { createWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { Desk } from "./desk.ts";
import { Shelf } from "./shelf.ts";
import { templateHandlers } from "./template-handlers.ts";

const folder = await mkdtemp(join(tmpdir(), "spoor-new-map-"));
let documents: Documents;
let desk: Desk;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  documents = await openDocuments({ path: join(folder, "documents") });
  const report = (error: unknown) => {
    throw error;
  };
  desk = new Desk({ documents, now: Date.now, shared: false, report });
  const handlers = templateHandlers({ documents, shelf: new Shelf(documents, desk) });
  app = createApp({ handlers: handlers as Handlers, dist: null, loopback: true, report });
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await documents[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

let count = 0;
async function workspace() {
  const slug = `w${(count += 1)}`;
  return createWorkspace(documents, { slug, name: slug, kind: "own" });
}

async function send(path: string, body: unknown): Promise<{ status: number; answer: unknown }> {
  const response = await app.request(path, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "http://localhost" },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json() };
}

async function create(path: string, body: unknown): Promise<Journey> {
  const { status, answer } = await send(path, body);
  expect([status, status === 200 ? null : answer]).toEqual([200, null]);
  return Journey.parse(answer);
}

test("templates are listed in the language that is asked for", async () => {
  const ask = async (language: string) =>
    (await app.request(`/api/templates?language=${language}`)).json() as Promise<
      { name: string; title: string; episodes: { title: string; feelings: number[] }[] }[]
    >;
  const [dutch, english] = [await ask("nl"), await ask("en")];
  expect(dutch.find(({ name }) => name === "complaint")).toMatchObject({
    title: "Een klacht indienen",
    episodes: [{ title: "Ik reken ergens op", feelings: [0.25, 0.5] }, {}, {}, {}, {}],
  });
  expect(english.map(({ name }) => name).toSorted()).toEqual(
    dutch.map(({ name }) => name).toSorted(),
  );
});

test("a map from a template is stored as it is answered, by whom it was made", async () => {
  const { id, slug } = await workspace();
  const path = `/api/w/${slug}/maps`;
  const journey = await create(path, { template: "complaint", language: "nl", author: "Ann" });
  expect([journey.id, journey.title, journey.state]).toEqual([
    "jo_een-klacht-indienen",
    "Een klacht indienen",
    "current",
  ]);
  expect((await findMap(documents, id, journey.id)).author).toBe("Ann");
  expect(await desk.journey(id, journey.id)).toEqual(journey);
});

test("maps of one title get ids of their own, those made at once and those thrown away too", async () => {
  const { id, slug } = await workspace();
  const blank = () => create(`/api/w/${slug}/maps`, { title: "Lenen", language: "nl" });
  await blank();
  await throwAway(documents, id, "jo_lenen", null);
  const ids = (await Promise.all([blank(), blank()])).map((journey) => journey.id);
  expect(ids.toSorted()).toEqual(["jo_lenen-2", "jo_lenen-3"]);
});

test("a blank map without a title is named in its language", async () => {
  const { slug } = await workspace();
  const titleIn = async (language: string) =>
    (await create(`/api/w/${slug}/maps`, { language, state: "ideal" })).title;
  expect([await titleIn("nl"), await titleIn("en")]).toEqual(["Nieuwe kaart", "New map"]);
});

test("a copy as a future state is based on the map and leaves it alone", async () => {
  const { id, slug } = await workspace();
  const now = await create(`/api/w/${slug}/maps`, { template: "complaint", language: "en" });
  const path = `/api/w/${slug}/maps/${now.id}/copy`;
  const later = await create(path, { state: "future" });
  expect(later).toEqual({ ...now, id: `${now.id}-2`, state: "future", basedOn: now.id });
  expect(await desk.journey(id, now.id)).toEqual(now);
});

test.each([
  ["/maps", { template: "nothing", language: "nl" }, 404],
  ["/maps", { language: "de" }, 400],
  ["/maps", { language: "nl", title: "" }, 400],
  ["/maps/jo_nothing/copy", { state: "future" }, 404],
])("%s refuses %j", async (path, body, status) => {
  const { slug } = await workspace();
  expect((await send(`/api/w/${slug}${path}`, body)).status).toBe(status);
});
