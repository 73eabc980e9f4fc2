import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeJourney } from "../../../core/map/file.ts";
import { Journey } from "../../../core/map/journey.ts";
import { openEngine } from "../../../engine/open.ts";
import { MapCheck } from "../../../protocol/map/check.ts";
import { createApp } from "../../app.ts";
import { saveMap } from "../../documents/map.ts";
import { openDocuments } from "../../documents/open.ts";
import { createWorkspace } from "../../documents/workspace.ts";
import type { Handlers } from "../../handlers.ts";
import { Desk } from "../desk.ts";
import { exportHandlers } from "../export/handlers.ts";
import { shareHandlers } from "../share-handlers.ts";
import { Shelf } from "../shelf.ts";
import { checkHandlers } from "./handlers.ts";
import { ScoreKeeper } from "./score-keeper.ts";
import { keptScores } from "./store.ts";

const journey = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "Overstappen",
  episodes: [{ id: "ep_a", title: "Ik zoek", touchpoints: [{ id: "tp_a", title: "Ik vraag" }] }],
});

async function opened() {
  const folder = await mkdtemp(join(tmpdir(), "spoor-judging-"));
  const documents = await openDocuments({ path: join(folder, "documents") });
  const engine = await openEngine({ path: join(folder, "engine") });
  const report = (error: unknown) => {
    throw error;
  };
  const desk = new Desk({ documents, now: Date.now, shared: false, report });
  const shelf = new Shelf(documents, desk);
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const keeper = new ScoreKeeper({ engine, documents, shelf, now, report });
  onTestFinished(async () => {
    await keeper[Symbol.asyncDispose]();
    await desk[Symbol.asyncDispose]();
    await engine[Symbol.asyncDispose]();
    await documents[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });
  const { id } = await createWorkspace(documents, { slug: "a", name: "A", kind: "own" });
  const body = writeJourney(journey);
  await saveMap(documents, id, { id: "jo_a", title: journey.title, body, author: null });
  const parts = { engine, documents, desk, shelf };
  const handlers = { ...exportHandlers(parts), ...shareHandlers(parts), ...checkHandlers(parts) };
  const app = createApp({ handlers: handlers as Handlers, dist: null, loopback: false, report });
  const asking = async (path: string, body?: unknown) =>
    app.request(
      `/api/w/a/maps/jo_a/${path}`,
      body === undefined ? {} : { method: "POST", body: JSON.stringify(body) },
    );
  return {
    asking,
    keeper,
    checked: async () => MapCheck.parse(await (await asking("check")).json()),
    kept: () => keptScores(documents, { workspace: id, map: "jo_a" }),
    wait: (milliseconds: number) => (ahead += milliseconds),
  };
}

test("asking for the check keeps nothing; what keeps scores waits until the map is quiet", async () => {
  const { checked, keeper, kept, wait } = await opened();
  const { scores, history } = await checked();
  expect(history.map((each) => each.scores)).toEqual([scores]);
  expect(await kept()).toEqual([]);
  await keeper.look();
  expect(await kept()).toEqual([]);
  wait(60_000);
  await keeper.look();
  expect(await kept()).toEqual(history);
  expect((await checked()).history).toEqual(history);
});

test("a map that is exported and shared more often than it is acted upon is told so", async () => {
  const { asking, checked } = await opened();
  const told = async () =>
    (await checked()).findings.find(({ rule }) => rule === "more-exports-than-actions")?.parameters;
  expect(await told()).toBeUndefined();
  expect((await asking("export?format=exe")).status).toBe(400);
  expect((await asking("export?format=svg")).status).toBe(200);
  const link = { kind: "read", figures: false, expires: null, author: "Kim" };
  expect((await asking("shares", link)).status).toBe(200);
  expect(await told()).toEqual({ exports: 2, actions: 0 });
});
