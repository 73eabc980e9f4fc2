import { Chance } from "../../demo/chance.ts";

/** Journeys on a route, on one side and on the other. */
export type OnRoute = { readonly one: number; readonly other: number };

export type Apart = {
  /** Share of the journeys of one side that would have to take another route for both to be the same. */
  readonly distance: number;
  /** What it would be by chance alone: on average, and in all but 5 of 100. */
  readonly byChance: number;
  readonly atMost: number;
  readonly p: number;
};

const DRAWS = 199;
/** From so many journeys on a route, chance is as good as normal. */
const MANY = 40;

/**
 * How far the routes of two sides are apart: the total-variation distance of their distributions, held
 * against what chance makes of sides of the same sizes when nobody's side matters (each journey drawn
 * to a side anew). Rare routes alone make a distance, so without that it says nothing.
 */
export function apartOf(routes: readonly OnRoute[]): Apart {
  const distance = variation(routes);
  const one = routes.reduce((sum, route) => sum + route.one, 0);
  const other = routes.reduce((sum, route) => sum + route.other, 0);
  const share = one / (one + other);
  const chance = new Chance(routes.length, one, other);
  const drawn = Array.from({ length: DRAWS }, () =>
    variation(
      routes.map((route) => {
        const all = route.one + route.other;
        const first = draw(all, share, chance);
        return { one: first, other: all - first };
      }),
    ),
  ).toSorted((a, b) => a - b);
  return {
    distance,
    byChance: drawn.reduce((sum, each) => sum + each, 0) / DRAWS,
    atMost: drawn[Math.ceil(0.95 * DRAWS) - 1]!,
    p: (1 + drawn.filter((each) => each >= distance).length) / (1 + DRAWS),
  };
}

function variation(routes: readonly OnRoute[]): number {
  const one = routes.reduce((sum, route) => sum + route.one, 0);
  const other = routes.reduce((sum, route) => sum + route.other, 0);
  if (one === 0 || other === 0) return 0;
  return (
    routes.reduce((sum, route) => sum + Math.abs(route.one / one - route.other / other), 0) / 2
  );
}

/** How many of `all` fall to the first side. */
function draw(all: number, share: number, chance: Chance): number {
  if (all > MANY) {
    const value = Math.round(all * share + Math.sqrt(all * share * (1 - share)) * chance.bell());
    return Math.min(all, Math.max(0, value));
  }
  let first = 0;
  for (let nth = 0; nth < all; nth += 1) if (chance.hit(share)) first += 1;
  return first;
}
