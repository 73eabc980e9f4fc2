import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { CheckSettings } from "../../../core/map/check/settings.ts";
import { openDocuments } from "../../documents/open.ts";
import { saveMap } from "../../documents/map.ts";
import { createWorkspace } from "../../documents/workspace.ts";
import { findCheckSettings, recordScores, saveCheckSettings } from "./store.ts";

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

test("scores are kept once a day at most, and only when they changed", async () => {
  const { documents, workspace } = await opened();
  const on = (day: string, score: number) =>
    recordScores(documents, { workspace, map: "jo_a", day }, [{ group: "team", score }]);
  await on("2026-11-20", 10);
  await on("2026-11-20", 20);
  await on("2026-11-21", 20);
  expect(await on("2026-11-24", 30)).toEqual([
    { day: "2026-11-20", scores: [{ group: "team", score: 20 }] },
    { day: "2026-11-24", scores: [{ group: "team", score: 30 }] },
  ]);
});
