import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeJourney } from "../../core/map/file.ts";
import { Journey } from "../../core/map/journey.ts";
import { createApp } from "../app.ts";
import type { Documents } from "../documents/documents.ts";
import { saveMap, throwAway } from "../documents/map.ts";
import { openDocuments } from "../documents/open.ts";
import { createWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { Desk } from "./desk.ts";
import { searchHandlers } from "./search-handlers.ts";

const folder = await mkdtemp(join(tmpdir(), "spoor-search-"));
let documents: Documents;
let desk: Desk;
let app: ReturnType<typeof createApp>;
let workspace = 0;

beforeAll(async () => {
  documents = await openDocuments({ path: join(folder, "documents") });
  const report = (error: unknown) => {
    throw error;
  };
  desk = new Desk({ documents, now: Date.now, shared: false, report });
  const handlers = searchHandlers({ documents, desk });
  app = createApp({ handlers: handlers as Handlers, dist: null, loopback: true, report });
  ({ id: workspace } = await createWorkspace(documents, { slug: "w", name: "w", kind: "own" }));
  await store("jo_one", ["I wait for the café", "I pay"]);
  await store(
    "jo_many",
    Array.from({ length: 30 }, (_, at) => `I wait ${at}`),
  );
  await store("jo_gone", ["I wait, too"]);
  await throwAway(documents, workspace, "jo_gone", null);
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await documents[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function store(id: string, titles: readonly string[]): Promise<void> {
  const touchpoints = titles.map((title, at) => ({ id: `tp_${at}`, title }));
  const episodes = [{ id: "ep_a", title: "A", touchpoints }];
  const journey = Journey.parse({ spoor: "journey/1", id, title: id, episodes });
  const body = writeJourney(journey);
  await saveMap(documents, workspace, { id, title: id, body, author: null });
}

async function found(term: string): Promise<{ status: number; body: unknown }> {
  const path = `/api/w/w/portfolio/search?term=${encodeURIComponent(term)}`;
  const response = await app.request(path, { headers: { Host: "localhost" } });
  return { status: response.status, body: await response.json() };
}

test("words are found on all maps but those thrown away, the map with most places first", async () => {
  const { body } = await found("I WAIT");
  expect(
    (body as { map: string; places: number }[]).map(({ map, places }) => [map, places]),
  ).toEqual([
    ["jo_many", 30],
    ["jo_one", 1],
  ]);
  expect((body as { hits: unknown[] }[])[0]?.hits.length).toBe(20);
});

test("each place tells what it is, and where", async () => {
  expect((await found("cafe")).body).toEqual([
    {
      map: "jo_one",
      title: "jo_one",
      hits: [
        {
          kind: "touchpoint",
          touchpoint: "tp_0",
          where: "I wait for the café",
          text: "I wait for the café",
        },
      ],
      places: 1,
    },
  ]);
});

test("what was just drawn is found, and what is too short to look for is refused", async () => {
  const drawing = await desk.drawing(workspace, "jo_one");
  const command = { do: "set", at: "tp_1", field: "title", from: "I pay", to: "I owe" } as const;
  await drawing.send({ client: "client-ann", name: "Ann" }, [{ number: 1, command }]);
  expect((await found("owe")).body).toMatchObject([{ hits: [{ touchpoint: "tp_1" }] }]);
  expect((await found(" a ")).status).toBe(400);
});
