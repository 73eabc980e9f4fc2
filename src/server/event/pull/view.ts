import type { PullRun } from "../../../core/event/pull/run.ts";
import { message } from "../../../core/message/message.ts";
import type { Pull } from "../../../protocol/event/pull.ts";
import type { Statements } from "../../documents/documents.ts";
import { listPulls, type StoredPull } from "../../documents/pull.ts";
import { asideFiles } from "../../documents/pull-file.ts";
import { lastRuns } from "../../documents/pull-run.ts";
import type { Seal } from "../../seal.ts";
import type { Puller } from "./puller.ts";

/** What the page of a source needs to know beside what is kept. */
export type PullView = {
  readonly puller: Pick<Puller, "reachOf">;
  readonly seal: Pick<Seal, "key">;
};

/** So many files that were set aside are told of a source. */
const ASIDE = 20;

/** How the sources of a workspace that are asked on a schedule stand, by name. Secrets are not told. */
export async function pullsOf(
  documents: Statements,
  workspace: number,
  view: PullView,
): Promise<Map<string, Pull>> {
  const pulls = await listPulls(documents, workspace);
  if (pulls.length === 0) return new Map();
  const runs = await lastRuns(documents, workspace);
  const aside = Map.groupBy(await asideFiles(documents, workspace, ASIDE), ({ source }) => source);
  return new Map(
    pulls.map((pull) => [
      pull.source,
      {
        ...shown(pull, runs.get(pull.source) ?? null, view),
        aside: (aside.get(pull.source) ?? []).map(({ name, at, problem }) => ({
          name,
          at,
          problem,
        })),
      },
    ]),
  );
}

function shown(
  { workspace, source, origin, sealed, seal: by, schedule, next, failures }: StoredPull,
  last: PullRun | null,
  { puller, seal }: PullView,
): Omit<Pull, "aside"> {
  const going = last?.state === "running";
  return {
    origin,
    secret: sealed !== null,
    schedule,
    next,
    // A run that goes on counts as one until it is done.
    failures: going ? Math.max(0, failures - 1) : failures,
    last: last && going ? { ...last, ...puller.reachOf(workspace, source) } : last,
    problem: by !== null && by !== seal.key ? message("pull-secret-unreadable") : null,
  };
}
