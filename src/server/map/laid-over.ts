import type { Overlay } from "../../core/evidence/overlay.ts";
import type { Journey } from "../../core/map/journey.ts";
import { overlay } from "../../engine/evidence/overlay.ts";
import type { Engine } from "../../engine/port.ts";
import type { Asked } from "../../engine/question/asked.ts";
import type { Documents } from "../documents/documents.ts";
import { pinnedFigures } from "./pinned-figures.ts";

/** The figures over a map, and those that its metrics are pinned to as they are kept; for people outside none about fewer than the floor. */
export async function laidOver(
  parts: { readonly engine: Engine; readonly documents: Documents },
  asked: Asked,
  journey: Journey,
  outside = false,
): Promise<Overlay> {
  const [laid, pinned] = await Promise.all([
    overlay(parts.engine, asked, journey),
    pinnedFigures(parts, asked, journey, outside),
  ]);
  return pinned.length === 0 ? laid : { ...laid, pinned };
}
