import { setTimeout as pause } from "node:timers/promises";
import { listUnderived, noteDerived } from "../../engine/event/underived.ts";
import { listWorkspaces } from "../documents/workspace.ts";
import type { Loading } from "../workspace/loading.ts";
import { derivedBy, type ImportDeps } from "./import.ts";

type Deps = Pick<ImportDeps, "engine" | "documents" | "queue" | "derive"> & {
  readonly loading: Loading;
  readonly report: (error: unknown) => void;
};

/** After a failure it is tried again, in milliseconds. */
const LATER = 5_000;

/**
 * Derives what a change of the tables took away. Run it at start: when it resolves, every workspace that
 * waits says so and is the first that its queue works on, and nothing else is derived before it. What is
 * disposed of before the end goes on at the next start.
 */
export async function deriveAnew(deps: Deps): Promise<AsyncDisposable> {
  const { engine, documents, loading, queue, report } = deps;
  const over = new AbortController();
  const due = await listUnderived(engine.intake);
  const workspaces = due.length === 0 ? [] : await listWorkspaces(documents);
  const run = async (ws: number) => {
    const workspace = workspaces.find(({ id }) => id === ws);
    if (!workspace) return noteDerived(engine.intake, ws);
    loading.set(workspace.slug, "derive", 0);
    await queue.run(ws, async () => {
      while (!over.signal.aborted && !(await derived(deps, workspace, over.signal)))
        await pause(LATER, undefined, { signal: over.signal }).catch(() => undefined);
    });
    if (!over.signal.aborted) loading.done(workspace.slug);
  };
  const running = due.map((ws) => run(ws).catch(report));
  return {
    async [Symbol.asyncDispose]() {
      over.abort();
      await Promise.all(running);
    },
  };
}

async function derived(
  { engine, derive, loading, report }: Deps,
  { id: ws, slug, settings }: Awaited<ReturnType<typeof listWorkspaces>>[number],
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await derive(engine, {
      ws,
      imports: null,
      settings: derivedBy(settings),
      signal,
      onProgress: (share) => loading.set(slug, "derive", share),
    });
    await noteDerived(engine.intake, ws);
    return true;
  } catch (error) {
    if (!signal.aborted) report(error);
    return false;
  }
}
