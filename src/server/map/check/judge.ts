import { check, type CheckResult } from "../../../core/map/check/check.ts";
import type { Facts } from "../../../core/map/check/rule.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { AppError } from "../../../core/problem.ts";
import { overlay } from "../../../engine/evidence/overlay.ts";
import type { Engine } from "../../../engine/port.ts";
import { overview } from "../../../engine/question/overview.ts";
import type { Documents } from "../../documents/documents.ts";
import type { MapPlace } from "../../documents/map-log.ts";
import { timesShown } from "../../documents/map-shown.ts";
import type { Shelf } from "../shelf.ts";
import { findCheckSettings } from "./store.ts";

export type CheckParts = {
  readonly engine: Engine;
  readonly documents: Documents;
  readonly shelf: Pick<Shelf, "map">;
};

/** The health check of a stored map on a day, with all that is known besides it. */
export async function judge(
  parts: CheckParts,
  place: MapPlace,
  today: string,
  signal: AbortSignal,
): Promise<CheckResult> {
  const { documents, shelf } = parts;
  const journey = await shelf.map(place.workspace, place.map);
  const facts = await factsOf(parts, place, journey, signal);
  const settings = await findCheckSettings(documents, place.workspace);
  return check(journey, { ...facts, today }, settings);
}

/** What the data and the other maps know of this one; without data there are no figures to judge by. */
async function factsOf(
  { engine, documents, shelf }: CheckParts,
  place: MapPlace,
  journey: Journey,
  signal: AbortSignal,
): Promise<Facts> {
  const { workspace: ws } = place;
  const current = await basis(shelf, ws, journey);
  const exports = await timesShown(documents, place);
  const asked = { ws, filter: {}, segments: {}, signal };
  const laid = await overlay(engine, asked, journey);
  if (laid.shown.of === 0) return { current, exports };
  const sizes: Record<string, number> = {};
  for (const { id, predicate } of journey.personas ?? []) {
    if (!predicate) continue;
    const of = { ...asked, filter: { segment: id }, segments: { [id]: predicate } };
    sizes[id] = (await overview(engine, of)).people;
  }
  return { current, exports, overlay: laid, sizes };
}

async function basis(
  shelf: CheckParts["shelf"],
  ws: number,
  { basedOn }: Journey,
): Promise<Journey | undefined> {
  if (basedOn === undefined) return undefined;
  try {
    return await shelf.map(ws, basedOn);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return undefined;
    throw error;
  }
}
