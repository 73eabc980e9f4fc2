import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import type { Schedule } from "../../../core/event/pull/schedule.ts";
import type { Documents } from "../../documents/documents.ts";
import { openDocuments } from "../../documents/open.ts";
import { addPull, findPull } from "../../documents/pull.ts";
import { listRuns } from "../../documents/pull-run.ts";
import { addSource, listSources, stopSource } from "../../documents/source.ts";
import { createWorkspace } from "../../documents/workspace.ts";
import type { Outgoing } from "../../outgoing.ts";
import { openSeal } from "../../seal.ts";
import type { PullParts } from "./asking.ts";
import { Puller } from "./puller.ts";

// The clock of the puller is one that the test sets: it looks when the test lets it.
let folder: string;
let documents: Documents;
let workspace: number;
let clock = Date.UTC(2026, 2, 1, 10);
const [MINUTE, HOUR] = [60_000, 3_600_000];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-puller-"));
  await mkdir(join(folder, "empty"));
  documents = await openDocuments({ path: join(folder, "documents") });
  workspace = (await createWorkspace(documents, { slug: "w", name: "W", kind: "own" })).id;
}, 300_000);
afterAll(async () => {
  await documents[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** What every call to another machine comes to. */
let outcome = new AppError("unavailable", message("pull-failed", { said: "down" }));
async function withPuller(use: (puller: Puller) => Promise<void>): Promise<void> {
  const failing = new Proxy(
    {},
    {
      get: () => () => Promise.reject(outcome),
    },
  );
  const parts = {
    imports: { documents, dataDir: folder },
    intake: { id: "here", state: { backlog: 0 }, takenIn: async () => undefined, receive: never },
    outgoing: failing as unknown as Outgoing,
    seal: await openSeal(folder),
    folders: [folder],
    now: () => clock,
    report(error: unknown) {
      throw error;
    },
  } as unknown as PullParts;
  await using puller = new Puller(parts);
  await puller.look();
  await use(puller);
}
const never = () => {
  throw new Error("Nothing is told");
};

async function made(
  source: string,
  kind: "folder" | "address",
  schedule: Schedule = { every: "hours", count: 1 },
  place = join(folder, "empty"),
) {
  const mapping = { name: source, files: "*", rows: [{ kind: "event" as const }] };
  await addSource(documents, workspace, { name: source, kind: "files", mapping, settings: {} });
  const origin =
    kind === "folder"
      ? ({ kind, path: place, files: "*" } as const)
      : ({ kind, url: "https://shop.example/orders.csv", user: null } as const);
  const next = new Date(clock).toISOString();
  const pull = { workspace, source, origin, schedule, sealed: null, seal: null, home: null, next };
  await addPull(documents, pull);
}
// Of a test before no source is asked any more.
afterEach(async () => {
  for (const { name } of await listSources(documents, workspace))
    await stopSource(documents, workspace, name, true);
});
const state = (source: string) => findPull(documents, { workspace, source });
const runs = async (source: string) =>
  (await listRuns(documents, { workspace, source })).map((run) => run.state).toReversed();

/** Looks, and waits until nothing of the source goes on; how long it waits for its next turn, in milliseconds. */
async function turn(puller: Puller, source: string): Promise<number> {
  await puller.look();
  await expect
    .poll(() => puller.reachOf(workspace, source), { timeout: 60_000, interval: 20 })
    .toBeNull();
  return Date.parse((await state(source)).next) - clock;
}

test("what is down is asked later each time, up to six hours; what answers again keeps to its schedule", async () => {
  await made("Down", "address");
  await withPuller(async (puller) => {
    const waits: number[] = [];
    for (let nth = 0; nth < 12; nth += 1) {
      waits.push(await turn(puller, "Down"));
      // Nothing is asked before its time.
      clock += waits[nth]! - 1;
      await turn(puller, "Down");
      expect(await runs("Down")).toHaveLength(nth + 1);
      clock += 1;
    }
    expect(waits.map((wait) => wait / MINUTE)).toEqual([
      1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360,
    ]);
    expect((await state("Down")).failures).toBe(12);
    expect(new Set(await runs("Down"))).toEqual(new Set(["failed"]));
  });
});

test("what refuses is left alone for half an hour at first, so that nobody is locked out", async () => {
  await made("Closed", "folder", undefined, "/somewhere/else");
  await withPuller(async (puller) => {
    const waits: number[] = [];
    for (let nth = 0; nth < 6; nth += 1) {
      waits.push(await turn(puller, "Closed"));
      clock += waits[nth]!;
    }
    expect(waits.map((wait) => wait / MINUTE)).toEqual([30, 60, 120, 240, 360, 360]);
  });
});

test("one that fails keeps no other waiting, and begins anew once it answered", async () => {
  await made("Mixed down", "address");
  await made("Mixed up", "folder");
  await withPuller(async (puller) => {
    for (let nth = 0; nth < 3; nth += 1) {
      expect(await turn(puller, "Mixed up")).toBe(HOUR);
      await turn(puller, "Mixed down");
      clock += HOUR;
    }
    expect(await runs("Mixed up")).toEqual(["done", "done", "done"]);
    expect(await runs("Mixed down")).toEqual(["failed", "failed", "failed"]);
  });
});

test("a clock that jumps ahead makes one run of many that were missed; one that jumps back makes nothing wait", async () => {
  await made("Jumps", "folder");
  await withPuller(async (puller) => {
    await turn(puller, "Jumps");
    expect(await runs("Jumps")).toHaveLength(1);
    clock += 30 * 24 * HOUR;
    expect(await turn(puller, "Jumps")).toBe(HOUR);
    await turn(puller, "Jumps");
    expect(await runs("Jumps")).toHaveLength(2);
    // The clock had run a month ahead, and is set right: what is due in a month by it is due now.
    clock -= 30 * 24 * HOUR;
    expect(await turn(puller, "Jumps")).toBe(HOUR);
    expect(await runs("Jumps")).toHaveLength(3);
    // However often it goes back a little, it is asked once each time and not again before its turn.
    for (let nth = 4; nth < 7; nth += 1) {
      clock -= 10 * MINUTE;
      expect(await turn(puller, "Jumps")).toBe(HOUR);
      await turn(puller, "Jumps");
      expect(await runs("Jumps")).toHaveLength(nth);
    }
    expect(new Set(await runs("Jumps"))).toEqual(new Set(["done"]));
  });
});

test("a time of day comes once on the nights on which clocks change", async () => {
  clock = Date.UTC(2026, 2, 27, 12);
  await made("Nightly", "folder", { every: "day", at: "02:30" });
  const days: string[] = [];
  await withPuller(async (puller) => {
    for (let nth = 0; nth < 5; nth += 1) {
      clock += await turn(puller, "Nightly");
      days.push(new Date(clock).toISOString().slice(5, 16));
    }
    expect(await runs("Nightly")).toHaveLength(5);
  });
  // In Amsterdam 02:30 is 01:30 in UTC in winter, is left out on 29 March, and is 00:30 in summer.
  expect(days).toEqual(["03-28T01:30", "03-29T01:30", "03-30T00:30", "03-31T00:30", "04-01T00:30"]);
});
