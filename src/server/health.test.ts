import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { liveSource } from "../core/event/arrive/live-source.ts";
import type { Engine } from "../engine/port.ts";
import type { Documents } from "./documents/documents.ts";
import { openDocuments } from "./documents/open.ts";
import { addSource } from "./documents/source.ts";
import { createWorkspace } from "./documents/workspace.ts";
import type { IntakeState } from "./event/intake/intake.ts";
import { health } from "./health.ts";

const folder = await mkdtemp(join(tmpdir(), "spoor-health-"));
let documents: Documents;
let workspace: number;
beforeAll(async () => {
  documents = await openDocuments({ path: join(folder, "documents") });
  workspace = (await createWorkspace(documents, { slug: "shop", name: "Shop", kind: "own" })).id;
  const source = {
    name: "Till",
    kind: "calls",
    mapping: liveSource("Till"),
    settings: {},
  } as const;
  await addSource(documents, workspace, source);
});
afterAll(async () => {
  await documents[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const now = Date.UTC(2026, 10, 30, 12);
const rest: IntakeState = { backlog: 0, since: null, failure: null };

async function asked(state: IntakeState = rest, engine = "ok") {
  const run = () => (engine === "ok" ? Promise.resolve() : Promise.reject(new Error(engine)));
  const lookup = { run } as unknown as Engine["lookup"];
  const parts = { engine: { lookup } as Engine, documents, intake: { state }, instance: "i" };
  const { status, checks } = await health({ ...parts, now: () => now })({} as never);
  return { status, ...checks };
}

async function book(stored: number): Promise<void> {
  await documents.query(
    z.unknown(),
    `INSERT INTO source_hour VALUES ($1, 'Till', '2026-11-30T11:00:00Z', 10, $2, 2, 1, 1, now())
     ON CONFLICT (workspace, source, hour) DO UPDATE SET stored = excluded.stored`,
    [workspace, stored],
  );
}

const well = { status: "ok", engine: "ok", documents: "ok", intake: "ok", books: "ok" };

test("all is well while what came in is in the books and in people's journeys in time", async () => {
  await book(6);
  expect(await asked()).toEqual(well);
  expect(await asked({ ...rest, since: now - 4_999, backlog: 2048 })).toEqual(well);
});

test("it fails as soon as one event is in none of the books, and says of which source", async () => {
  await book(5);
  expect(await asked()).toEqual({
    ...well,
    status: "failing",
    books:
      'The books of the source "Till" in the workspace "shop" do not balance, last in the hour from 2026-11-30T11:00:00.000Z. Keep the data folder as it is.',
  });
  await book(6);
  expect(await asked()).toEqual(well);
});

test("it fails when what was accepted cannot be asked about within five seconds", async () => {
  expect(await asked({ backlog: 2048, since: now - 5_000, failure: null })).toEqual({
    ...well,
    status: "failing",
    intake: "What came in 5 s ago is not in people's journeys yet; 2 kB wait.",
  });
  expect(await asked({ ...rest, failure: "no room" })).toMatchObject({ intake: "no room" });
  expect(await asked(rest, "gone")).toMatchObject({ status: "failing", engine: "gone" });
});
