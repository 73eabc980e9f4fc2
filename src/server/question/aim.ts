import { bindTouchpoints } from "../../core/map/binding.ts";
import { readTouchpoints } from "../../engine/event/touchpoint.ts";
import type { Engine } from "../../engine/port.ts";
import type { Aim } from "../../engine/question/aim.ts";
import type { Documents } from "../documents/documents.ts";
import { listMaps } from "../documents/map.ts";
import type { Shelf } from "../map/shelf.ts";

/** The goal that was asked for, or the last touchpoint on the first map that the data knows; null without. */
export async function aimOf(
  { engine, documents, shelf }: { engine: Engine; documents: Documents; shelf: Shelf },
  ws: number,
  goal: readonly number[] | undefined,
): Promise<Aim | null> {
  if (goal) return { by: "asked", codes: goal };
  const [first] = await listMaps(documents, ws);
  if (!first) return null;
  const found = await readTouchpoints(engine.lookup, ws);
  const bound = bindTouchpoints(await shelf.map(ws, first.id), found);
  const last = bound.findLast(({ codes }) => codes.length > 0);
  return last ? { by: "map", codes: last.codes } : null;
}
