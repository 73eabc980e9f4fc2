import type { Episode, Journey, Touchpoint } from "./journey.ts";

/** A touchpoint of one state of a journey, with the episode it stands in. */
export type Standing = { readonly touchpoint: Touchpoint; readonly episode: Episode };

/**
 * What one state of a journey has in a column, seen from the state above it. A touchpoint that moved
 * has two columns: one that it `left`, and one where it `moved` to. `absent`: neither of the two has
 * anything here.
 */
export type Place = {
  readonly what: "kept" | "new" | "moved" | "removed" | "left" | "absent";
  readonly standing: Standing | null;
};

/** One column of states of a journey drawn above each other, with a place for each of them. */
export type Column = { readonly id: string; readonly places: readonly Place[] };

/**
 * Lays states of a journey over the same columns, by the ids of their touchpoints: as many as can,
 * stand under themselves. Reading only the columns in which a state has a standing gives that state
 * in its own order.
 */
export function columns(states: readonly Journey[]): Column[] {
  const drawn = states.map(standings);
  const laid = drawn.reduce<Laid[]>(
    (above, state, at) => (at === 0 ? state.map((one) => [one]) : merged(above, state, at)),
    [],
  );
  const ids = drawn.map((state) => new Set(state.map(({ touchpoint }) => touchpoint.id)));
  return laid.map((column) => {
    const id = column.find((one) => one !== null)?.touchpoint.id ?? "";
    return { id, places: ids.map((_, at) => placeOf(id, column, ids, at)) };
  });
}

type Laid = readonly (Standing | null)[];

function placeOf(id: string, column: Laid, ids: readonly ReadonlySet<string>[], at: number): Place {
  const standing = column[at] ?? null;
  if (at === 0) return { what: standing ? "kept" : "absent", standing };
  const above = (column[at - 1] ?? null) !== null;
  if (standing) {
    const moved = ids[at - 1]?.has(id) ? "moved" : "new";
    return { what: above ? "kept" : moved, standing };
  }
  const left = ids[at]?.has(id) ? "left" : "removed";
  return { what: above ? left : "absent", standing };
}

/** The columns with one state more: its touchpoints stand in what is there, or in columns between. */
function merged(laid: readonly Laid[], state: readonly Standing[], width: number): Laid[] {
  const shared = common(laid, state);
  const out: Laid[] = [];
  let next = 0;
  const pass = (until: number) => {
    for (; next < until; next += 1) out.push([...laid[next]!, null]);
  };
  for (const [at, standing] of state.entries()) {
    const column = shared.get(at);
    if (column === undefined) out.push([...Array<null>(width).fill(null), standing]);
    else {
      pass(column);
      out.push([...laid[column]!, standing]);
      next = column + 1;
    }
  }
  pass(laid.length);
  return out;
}

/** The longest run of touchpoints that stand in both in the same order, and in the same episodes. */
function common(laid: readonly Laid[], state: readonly Standing[]): ReadonlyMap<number, number> {
  const above = laid.map((column) => key(column.findLast((one) => one !== null)!));
  const below = state.map(key);
  const wide = below.length + 1;
  const longest = new Uint32Array((above.length + 1) * wide);
  for (let i = above.length - 1; i >= 0; i -= 1)
    for (let j = below.length - 1; j >= 0; j -= 1)
      longest[i * wide + j] =
        above[i] === below[j]
          ? longest[(i + 1) * wide + j + 1]! + 1
          : Math.max(longest[(i + 1) * wide + j]!, longest[i * wide + j + 1]!);
  const shared = new Map<number, number>();
  let [i, j] = [0, 0];
  while (i < above.length && j < below.length) {
    if (above[i] === below[j]) {
      shared.set(j, i);
      i += 1;
      j += 1;
    } else if (longest[(i + 1) * wide + j]! >= longest[i * wide + j + 1]!) i += 1;
    else j += 1;
  }
  return shared;
}

function key({ touchpoint, episode }: Standing): string {
  return `${touchpoint.id} ${episode.id}`;
}

function standings({ episodes }: Journey): Standing[] {
  return episodes.flatMap((episode) =>
    episode.touchpoints.map((touchpoint) => ({ touchpoint, episode })),
  );
}
