import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readMapping } from "../../core/event/mapping-file.ts";
import { readJourney, writeJourney } from "../../core/map/file.ts";
import { plainly } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Config } from "../config.ts";
import type { Documents } from "../documents/documents.ts";
import { saveMap, takenIds } from "../documents/map.ts";
import { createWorkspace, listWorkspaces } from "../documents/workspace.ts";
import { startImport, type ImportDeps } from "../event/import.ts";
import type { Loading } from "../workspace/loading.ts";
import { holdSurvey } from "./hold-survey.ts";
import { writeDemo } from "./write.ts";

const DEMO = "demo";
const PLAN = { customers: 20_000, seed: 1 };

type Parts = { documents: Documents; imports: ImportDeps; loading: Loading };

/**
 * Makes and fills the demo, unless it is there; one that was broken off is finished. Resolves when all is there, or when `signal` aborts.
 */
export async function firstRun(parts: Parts, config: Config, signal: AbortSignal): Promise<void> {
  const { documents, loading } = parts;
  if (!config.demo) return;
  const known = await listWorkspaces(documents);
  const demo =
    known.find((each) => each.slug === DEMO) ??
    (await createWorkspace(documents, {
      slug: DEMO,
      name: "Demo: Wadlicht Energie",
      kind: "demo",
    }));
  if ((await takenIds(documents, demo.id)).length > 0) return;
  loading.set(DEMO, "generate", 0);
  try {
    await fill(parts, demo.id, join(config.dataDir, "tmp", DEMO), signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    loading.done(DEMO);
  }
}

async function fill(
  { documents, imports, loading }: Parts,
  ws: number,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const paths = await writeDemo(folder, PLAN, (share) => {
    signal.throwIfAborted();
    loading.set(DEMO, "generate", share);
  });
  const handle = await startImport(imports, {
    workspace: DEMO,
    files: paths.map((path) => ({ path })),
    mapping: readMapping(await example("mapping.yaml")),
  });
  const over = handle.done.then(() => true);
  while (!(await Promise.race([over, setTimeout(200, false)]))) {
    if (signal.aborted) handle.cancel();
    const { state, bytes, totalBytes } = handle.status();
    if (state === "reading") loading.set(DEMO, "import", bytes / totalBytes);
    if (state === "linking") loading.set(DEMO, "link", 0);
  }
  signal.throwIfAborted();
  const { state, problem } = await handle.done;
  if (state !== "done")
    throw new AppError("engine", `The demo could not be loaded: ${problem && plainly(problem)}`);
  loading.set(DEMO, "map", 0);
  const journey = readJourney(await example("switching.journey.yaml"));
  const map = { id: journey.id, title: journey.title, body: writeJourney(journey), author: null };
  await documents.transaction(async (statements) => {
    await saveMap(statements, ws, map);
    await holdSurvey(statements, ws, PLAN.seed);
  });
  await rm(folder, { recursive: true });
}

function example(name: string): Promise<string> {
  const path = fileURLToPath(new URL(`../../../examples/energy/${name}`, import.meta.url));
  return readFile(path, "utf8");
}
