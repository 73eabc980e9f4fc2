import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Documents } from "./documents.ts";
import { openDocuments } from "./open.ts";
import {
  addPull,
  claimPull,
  findPull,
  holdPull,
  letGoPull,
  movePlace,
  releasePulls,
  setNext,
  waitingPulls,
} from "./pull.ts";
import { askStop, closeRun, listRuns, saveReached } from "./pull-run.ts";
import { addSource, stopSource } from "./source.ts";
import { createWorkspace } from "./workspace.ts";

let folder: string;
let documents: Documents;
let workspace: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-pulls-"));
  documents = await openDocuments({ path: folder });
  const made = await createWorkspace(documents, { slug: "w", name: "W", kind: "own" });
  workspace = made.id;
}, 300_000);
afterAll(async () => {
  await documents[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const at = "2026-03-01T10:00:00.000Z";
const [one, other] = ["journal-one", "journal-other"];

async function made(source: string, seal: string | null = null, home: string | null = null) {
  const mapping = { name: source, files: "*", rows: [{ kind: "event" as const }] };
  await addSource(documents, workspace, { name: source, kind: "files", mapping, settings: {} });
  const origin = { kind: "folder", path: "/srv", files: "*" } as const;
  const schedule = { every: "hours", count: 1 } as const;
  const sealed = seal && "sealed";
  await addPull(documents, { workspace, source, origin, schedule, sealed, seal, home, next: at });
  return { workspace, source };
}

const waiting = async (holder: string, seal = "key") =>
  (await waitingPulls(documents, { holder, seal })).map(({ source }) => source);
const run = async (source: string) => (await findPull(documents, { workspace, source })).run;

test("of two that ask at once one gets the source, and what the other brings moves nothing", async () => {
  const which = await made("Both");
  const claim = (holder: string) => claimPull(documents, { ...which, run: 0 }, { holder, at });
  const claims = await Promise.all([claim(one), claim(other), claim(other)]);
  const [first, ...more] = claims.filter((each) => each !== null);
  expect([first?.run, first?.failures, more]).toEqual([1, 1, []]);
  expect(await waiting(one)).toEqual([]);
  const held = { ...which, run: 1, holder: first!.holder! };
  expect(await holdPull(documents, held)).toEqual({ stop: false });
  await movePlace(documents, held, { value: "7" });

  // Nobody heard of it for long: somebody else goes on with it.
  await documents.query(z.unknown(), "UPDATE pull SET held_until = now() - interval '1 second'");
  expect(await waiting(other)).toEqual(["Both"]);
  const second = await claimPull(documents, { ...which, run: 1 }, { holder: other, at });
  expect([second?.run, second?.place]).toEqual([2, { value: "7" }]);
  expect(await holdPull(documents, held)).toBeNull();
  await movePlace(documents, held, { value: "9" });
  await letGoPull(documents, held, { next: at, failures: 0 });
  const now = await findPull(documents, which);
  expect([now.place, now.holder, now.run]).toEqual([{ value: "7" }, other, 2]);
  expect((await listRuns(documents, which)).map(({ state }) => state)).toEqual(["running", "cut"]);
});

test("what a killed process asked is let go of when it starts again, its run is told as cut", async () => {
  const which = await made("Killed");
  await claimPull(documents, { ...which, run: 0 }, { holder: one, at });
  expect(await waiting(one)).toEqual([]);
  expect(await releasePulls(documents, "a-third", at)).toEqual([]);
  expect(await releasePulls(documents, one, at)).toEqual([{ ...which, failures: 1 }]);
  expect(await waiting(one)).toEqual(["Killed"]);
  expect(await listRuns(documents, which)).toMatchObject([{ run: 1, state: "cut", ended: at }]);
  await stopSource(documents, workspace, "Killed", true);
});

test("a source whose secret or folder another process has is left to that one", async () => {
  await made("Sealed", "key-of-one");
  await made("Folder", null, one);
  expect(await waiting(one, "key-of-one")).toEqual(["Folder", "Sealed"]);
  expect(await waiting(other, "key-of-other")).toEqual([]);
  await stopSource(documents, workspace, "Sealed", true);
  expect(await waiting(one, "key-of-one")).toEqual(["Folder"]);
  await stopSource(documents, workspace, "Folder", true);
});

test("a run tells how far it is, ends when it is asked to, and old runs are forgotten", async () => {
  const which = await made("Told");
  await claimPull(documents, { ...which, run: 0 }, { holder: one, at });
  const held = { ...which, run: 1, holder: one };
  const reach = { rows: 1200, files: 1, file: "a.csv", notes: [] };
  await saveReached(documents, held, reach);
  expect(await listRuns(documents, which)).toMatchObject([{ rows: 1200, file: "a.csv" }]);
  await askStop(documents, which);
  expect(await holdPull(documents, held)).toEqual({ stop: true });
  const how = { state: "cancelled", problem: null, at } as const;
  await closeRun(documents, held, reach, how);
  await letGoPull(documents, held, { next: at, failures: 0 });
  for (let nth = 1; nth <= 55; nth += 1) {
    await claimPull(documents, { ...which, run: nth }, { holder: one, at });
    const next = { ...held, run: nth + 1 };
    await closeRun(documents, next, { ...reach, rows: nth }, { ...how, state: "done" });
    await letGoPull(documents, next, { next: at, failures: 0 });
  }
  const runs = await listRuns(documents, which);
  expect([runs.length, runs[0]?.run, await run("Told")]).toEqual([50, 56, 56]);
  await setNext(documents, which, "2026-03-02T00:00:00.000Z");
  expect((await findPull(documents, which)).next).toBe("2026-03-02T00:00:00.000Z");
});
