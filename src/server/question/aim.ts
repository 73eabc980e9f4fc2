import type { Journey } from "../../core/map/journey.ts";
import { bindTouchpoints } from "../../core/map/binding.ts";
import { readTouchpoints } from "../../engine/event/touchpoint.ts";
import type { Engine } from "../../engine/port.ts";
import type { Aim } from "../../engine/question/aim.ts";
import type { Documents } from "../documents/documents.ts";
import { listMaps } from "../documents/map.ts";
import type { Shelf } from "../map/shelf.ts";

type Parts = { readonly engine: Engine; readonly documents: Documents; readonly shelf: Shelf };

/** The first map of a workspace; null without. */
export async function firstMap(
  { documents, shelf }: Pick<Parts, "documents" | "shelf">,
  ws: number,
): Promise<Journey | null> {
  const [first] = await listMaps(documents, ws);
  return first ? shelf.map(ws, first.id) : null;
}

/** The goal that was asked for, or the one of the first map. */
export async function aimOf(
  parts: Parts,
  ws: number,
  goal: readonly number[] | undefined,
): Promise<Aim | null> {
  return aimOn(parts.engine, ws, goal, goal ? null : await firstMap(parts, ws));
}

/** The goal that was asked for, or the last touchpoint on a map that the data knows; null without. */
export async function aimOn(
  engine: Engine,
  ws: number,
  goal: readonly number[] | undefined,
  map: Journey | null,
): Promise<Aim | null> {
  if (goal) return { by: "asked", codes: goal };
  if (!map) return null;
  const bound = bindTouchpoints(map, await readTouchpoints(engine.lookup, ws));
  const last = bound.findLast(({ codes }) => codes.length > 0);
  return last ? { by: "map", codes: last.codes } : null;
}
