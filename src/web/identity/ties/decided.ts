import type { QueryClient } from "@tanstack/react-query";

/** A decision is derived a moment after it is told, and that may begin after the first look. */
const LATER = [1500, 5000, 15_000] as const;

/** Looks again at who somebody is after a decision, until what it changed is sure to be there. */
export async function lookAgain(queries: QueryClient): Promise<void> {
  const look = async () => {
    for (const name of ["who", "ties", "timeline"])
      await queries.invalidateQueries({ queryKey: [name] });
  };
  for (const after of LATER) setTimeout(() => void look(), after);
  await look();
}
