import type { QueryClient } from "@tanstack/react-query";
import { call } from "../../app/client.ts";

/** While a decision waits the server is asked again this often, in milliseconds; so many times it may fail to answer. */
const FRESH = 700;
const FAILURES = 20;
/** Looks beside that, in milliseconds: what another process derives is not told here. */
const LATER = [1500, 5000, 15_000, 40_000] as const;

/**
 * Looks again after a decision, and once more when it is in people's journeys. That it waits is said by the
 * server from the moment it is told; an answer that does not come is no answer, and is asked for again.
 */
export async function lookAgain(queries: QueryClient, workspace: string): Promise<void> {
  const look = async () => {
    for (const name of ["who", "ties", "timeline"])
      await queries.invalidateQueries({ queryKey: [name] });
  };
  for (const after of LATER) setTimeout(() => void look(), after);
  void derived(workspace).then(look);
  await look();
}

async function derived(workspace: string): Promise<void> {
  for (let failures = 0; failures < FAILURES;) {
    const state = await call("who", { workspace }).catch(() => null);
    if (state?.deriving === null) return;
    failures = state === null ? failures + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, FRESH));
  }
}
