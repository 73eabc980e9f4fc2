import { bindTouchpoints, type Bound } from "../../../core/map/binding.ts";
import type { Journey } from "../../../core/map/journey.ts";
import type { Placed } from "../../../core/question/drivers/drivers.ts";
import { laidOn } from "../../evidence/lay-over.ts";
import { readScores } from "../../evidence/scores.ts";
import type { Engine } from "../../port.ts";
import type { Scope } from "../filter.ts";
import type { Candidate } from "./candidates.ts";

/** A touchpoint of the map, or of the data where there is no map. */
export type Place = Bound & { readonly title: string; readonly pains: string[] };

export function placesOf(map: Journey | null, { touchpoints }: Scope): Place[] {
  if (map === null)
    return touchpoints.map(({ code, label }) => ({
      id: String(code),
      codes: [code],
      title: label,
      pains: [],
    }));
  const drawn = new Map(
    map.episodes.flatMap((episode) => episode.touchpoints).map((each) => [each.id, each]),
  );
  return bindTouchpoints(map, touchpoints).map((each) => {
    const { title = "", pains = [] } = drawn.get(each.id) ?? {};
    return { ...each, title, pains: pains.map((pain) => pain.title) };
  });
}

/** Touchpoints about which customers were asked, by what they answer and how much goes along with the outcome. */
export async function readPlaces(
  engine: Engine,
  scope: Scope,
  places: readonly Place[],
  judged: readonly { readonly candidate: Candidate; readonly alone: number }[],
  signal: AbortSignal | undefined,
): Promise<Placed[]> {
  const scored = await readScores(engine, laidOn(scope, places, { signal }));
  return places.flatMap(({ id, title, codes }, nth): Placed[] => {
    const { emotion = null } = scored.get(nth + 1) ?? {};
    if (emotion === null) return [];
    const own = judged.filter(({ candidate: { touchpoint } }) => codes.includes(touchpoint));
    const importance = Math.sqrt(Math.max(0, ...own.map(({ alone }) => alone)));
    return [{ id, title, importance, performance: emotion.mean, n: emotion.n }];
  });
}
