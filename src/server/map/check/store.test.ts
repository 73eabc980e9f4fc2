import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { CheckSettings } from "../../../core/map/check/settings.ts";
import { openDocuments } from "../../documents/open.ts";
import { saveMap } from "../../documents/map.ts";
import { countExport, timesShown } from "../../documents/map-shown.ts";
import { addShare } from "../../documents/share.ts";
import { createWorkspace } from "../../documents/workspace.ts";
import {
  findCheckSettings,
  keptScores,
  markScored,
  recordScores,
  saveCheckSettings,
  unscoredMaps,
} from "./store.ts";

async function opened() {
  const path = await mkdtemp(join(tmpdir(), "spoor-check-store-"));
  const documents = await openDocuments({ path });
  onTestFinished(async () => {
    await documents[Symbol.asyncDispose]();
    await rm(path, { recursive: true, force: true });
  });
  const { id: workspace } = await createWorkspace(documents, {
    slug: "a",
    name: "A",
    kind: "own",
  });
  await saveMap(documents, workspace, { id: "jo_a", title: "A", body: "", author: null });
  return { documents, workspace };
}

test("settings come back as they were kept, and are the defaults before", async () => {
  const { documents, workspace } = await opened();
  expect(await findCheckSettings(documents, workspace)).toEqual(CheckSettings.parse({}));
  const settings = CheckSettings.parse({ rules: { "no-goal": "off" }, episodes: [3, 9] });
  await saveCheckSettings(documents, workspace, CheckSettings.parse({ minPersona: 9 }));
  await saveCheckSettings(documents, workspace, settings);
  expect(await findCheckSettings(documents, workspace)).toEqual(settings);
});

const team = (score: number) => [{ group: "team" as const, score }];

test("scores are kept once a day at most, and only when they changed", async () => {
  const { documents, workspace } = await opened();
  const place = { workspace, map: "jo_a" };
  const on = async (day: string, score: number) => {
    await recordScores(documents, place, { day, scores: team(score) }, `${day}T12:00:00Z`);
    return keptScores(documents, place);
  };
  await on("2026-11-20", 10);
  await on("2026-11-20", 20);
  await on("2026-11-21", 20);
  expect(await on("2026-11-24", 30)).toEqual([
    { day: "2026-11-20", scores: team(20) },
    { day: "2026-11-24", scores: team(30) },
  ]);
  expect(await on("2026-11-24", 20)).toEqual([{ day: "2026-11-20", scores: team(20) }]);
});

test("a map is to be judged when it has changed and is quiet again, on a new day, or by other settings", async () => {
  const { documents, workspace } = await opened();
  const place = { workspace, map: "jo_a" };
  const touched = (at: string) =>
    documents.query(z.unknown(), "UPDATE map SET updated = $1::timestamptz", [at]);
  const waiting = async (quiet: string, day = "2026-11-24") =>
    (await unscoredMaps(documents, { quiet, day, most: 5 })).map(({ map }) => map);
  await touched("2026-11-24T09:00:00Z");
  expect(await waiting("2026-11-24T08:59:00Z")).toEqual([]);
  expect(await waiting("2026-11-24T09:01:00Z")).toEqual(["jo_a"]);
  await markScored(documents, place, "2026-11-24T09:01:05Z");
  expect(await waiting("2026-11-24T10:00:00Z")).toEqual([]);
  expect(await waiting("2026-11-25T00:01:00Z", "2026-11-25")).toEqual(["jo_a"]);
  await touched("2026-11-24T10:00:00Z");
  expect(await waiting("2026-11-24T10:01:00Z")).toEqual(["jo_a"]);
  await markScored(documents, place, "2026-11-24T10:01:00Z");
  await saveCheckSettings(documents, workspace, CheckSettings.parse({ minPersona: 9 }));
  expect(await waiting("2026-11-24T10:02:00Z")).toEqual(["jo_a"]);
});

test("exports are counted, and links for people who look; a workshop is none", async () => {
  const { documents, workspace } = await opened();
  const place = { workspace, map: "jo_a" };
  expect(await timesShown(documents, place)).toBe(0);
  await countExport(documents, place);
  await countExport(documents, place);
  const link = { figures: true, author: "Kim", expires: null, workshop: null };
  for (const kind of ["read", "embed", "workshop"] as const)
    await addShare(documents, place, { ...link, kind, id: kind, hash: kind });
  expect(await timesShown(documents, place)).toBe(4);
});
