import type { Journey, Touchpoint } from "./journey.ts";
import { staying } from "./order.ts";

/** A touchpoint of one of two states of a journey, with the episode it stands in. */
type Standing = { readonly touchpoint: Touchpoint; readonly episode: string };

/**
 * One column of two states of a journey drawn above each other. A touchpoint that moved has two: one
 * where it was (`left`), one where it is now (`moved`).
 */
export type Column = {
  readonly id: string;
  readonly what: "kept" | "new" | "removed" | "left" | "moved";
  readonly before: Standing | null;
  readonly after: Standing | null;
};

/**
 * Lays two states of a journey over the same columns, by the ids of their touchpoints. Reading only
 * the columns with a `before` gives the first state in its order, only those with an `after` the second.
 */
export function columns(before: Journey, after: Journey): Column[] {
  const [was, is] = [standing(before), standing(after)];
  const stay = staying([...was.keys()], [...is.keys()]);
  const kept = [...stay].filter((id) => was.get(id)?.episode === is.get(id)?.episode);
  const anchors = new Set(kept);
  const laid: Column[] = [];
  const left = [...was];
  const takeBefore = (until: string | null) => {
    while (left.length > 0 && left[0]?.[0] !== until) {
      const [id, standsThere] = left.shift()!;
      laid.push({ id, what: is.has(id) ? "left" : "removed", before: standsThere, after: null });
    }
  };
  for (const [id, standsHere] of is) {
    const wasThere = was.get(id) ?? null;
    if (anchors.has(id)) {
      takeBefore(id);
      left.shift();
      laid.push({ id, what: "kept", before: wasThere, after: standsHere });
    } else laid.push({ id, what: wasThere ? "moved" : "new", before: null, after: standsHere });
  }
  takeBefore(null);
  return laid;
}

function standing({ episodes }: Journey): Map<string, Standing> {
  return new Map(
    episodes.flatMap(({ id: episode, touchpoints }) =>
      touchpoints.map((touchpoint) => [touchpoint.id, { touchpoint, episode }] as const),
    ),
  );
}
