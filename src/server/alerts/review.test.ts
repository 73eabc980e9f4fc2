import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openWorlds } from "../../../tests/golden/drift/quiet-world.ts";
import { readJourney, writeJourney } from "../../core/map/file.ts";
import { noteDerivation } from "../../engine/event/derivation.ts";
import { openDocuments } from "../documents/open.ts";
import type { Documents } from "../documents/documents.ts";
import { saveMap } from "../documents/map.ts";
import { createWorkspace } from "../documents/workspace.ts";
import { Desk } from "../map/desk.ts";
import { Shelf } from "../map/shelf.ts";
import { reviewHandlers } from "./review-handlers.ts";
import { ReviewKeeper } from "./review-keeper.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

let worlds: Awaited<ReturnType<typeof openWorlds>>;
let documents: Documents;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-review-"));
  [worlds, documents] = await Promise.all([
    openWorlds(),
    openDocuments({ path: join(folder, "documents") }),
  ]);
}, 120_000);
afterAll(async () => {
  await worlds[Symbol.asyncDispose]();
  await documents[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
}, 120_000);

const map = (event: string) => `spoor: journey/1
id: jo_a
title: A journey
state: current
episodes:
  - id: ep_a
    title: One
    touchpoints:
      - id: tp_a
        title: I do it
        channel: web
        events:
          - event: ${event}
            channel: web
`;

/** A world with a change on its 250th day or without one, and a map of one of its touchpoints. */
async function open(slug: string, event: string, planted: boolean) {
  const { id: ws } = await createWorkspace(documents, { slug, name: slug, kind: "own" });
  await worlds.make(ws, 4000, planted ? { day: 250, from: 2, to: 20 } : null);
  const shape = { events: 1, given: true, known: false, tells: true };
  await noteDerivation(worlds.engine, ws, { build: 1, done: true, whole: true, shape }, undefined);
  const body = writeJourney(readJourney(map(event)));
  await saveMap(documents, ws, { id: "jo_a", title: "A journey", body, author: "Ann" });
  return ws;
}

test("a map says so when something surely changed at its touchpoints since it was reviewed, and only then", async () => {
  const now = () => Date.parse("2026-04-01T00:00:00Z");
  const report = (error: unknown) => {
    throw error;
  };
  await using desk = new Desk({ documents, now, shared: false, report });
  const shelf = new Shelf(documents, desk);
  const { engine } = worlds;
  await open("changed", "step 2", true);
  await open("elsewhere", "step 24", true);
  await open("quiet", "step 2", false);
  await using reviews = new ReviewKeeper({ engine, documents, shelf, now, report });
  const { mapReview } = reviewHandlers({ engine, documents, shelf, reviews });
  const ask = async (workspace: string) =>
    (await mapReview({ params: { workspace, map: "jo_a" } } as Parameters<typeof mapReview>[0]))
      .reminder;
  const reviewedOn = (day: string) =>
    documents.query(z.unknown(), "UPDATE map SET created = $1::timestamptz", [day]);
  await reviewedOn("2025-06-01");
  expect(await ask("changed")).toBeNull();
  await reviews.look();
  expect(await ask("changed")).toMatchObject({
    since: "2025-06-01",
    largest: { at: { event: "step 2" }, to: { event: "step 20" } },
  });
  expect(await ask("quiet")).toBeNull();
  // Reviewed since.
  await reviewedOn("2025-12-01");
  expect(await ask("changed")).toBeNull();
}, 300_000);
