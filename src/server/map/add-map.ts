import { z } from "zod";
import { writeJourney } from "../../core/map/file.ts";
import type { Journey } from "../../core/map/journey.ts";
import type { Documents } from "../documents/documents.ts";
import { saveMap, takenIds } from "../documents/map.ts";
import { freeSlug } from "../workspace/slug.ts";

/** Stores a map under an id that is free: `wanted` where it is, else one made from its title. */
export function addMap(
  documents: Documents,
  ws: number,
  {
    title,
    author = null,
    wanted,
  }: { title: string; author?: string | null | undefined; wanted?: string },
  make: (id: string) => Journey,
): Promise<Journey> {
  return documents.transaction(async (statements) => {
    // Whoever else begins a map here waits, so that two maps never get one id.
    await statements.query(z.unknown(), "SELECT 1 FROM workspace WHERE id = $1 FOR UPDATE", [ws]);
    const ids = await takenIds(statements, ws);
    const isFree = wanted !== undefined && !ids.includes(wanted);
    const taken = ids.map((id) => id.slice("jo_".length));
    const journey = make(isFree ? wanted : `jo_${freeSlug(title, taken)}`);
    const body = writeJourney(journey);
    await saveMap(statements, ws, { id: journey.id, title, body, author });
    return journey;
  });
}
