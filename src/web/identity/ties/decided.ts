import type { QueryClient } from "@tanstack/react-query";

/**
 * Looks again after a decision. The server says that it waits from the moment it is told, so whoever
 * follows `useWhoState` looks once more when it is in people's journeys; one that was quick is there already.
 */
export async function lookAgain(queries: QueryClient): Promise<void> {
  for (const name of ["who", "ties", "timeline"])
    await queries.invalidateQueries({ queryKey: [name] });
}
