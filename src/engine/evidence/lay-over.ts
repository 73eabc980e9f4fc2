import { bindTouchpoints, type Bound } from "../../core/map/binding.ts";
import type { Journey } from "../../core/map/journey.ts";
import type { Engine, Limits } from "../port.ts";
import type { Asked } from "../question/asked.ts";
import { scopeOf, type Scope } from "../question/filter.ts";

/** The journeys a map is measured by, with SQL that turns a code into its place on the map. */
export type Laid = {
  readonly scope: Scope;
  readonly bound: readonly Bound[];
  /** SQL function of a code: 1 … for drawn touchpoints in their order, 0 for what nothing claims. */
  readonly drawn: (code: string) => string;
  readonly parameters: Scope["parameters"];
  readonly limits: Limits;
};

/** Binds a map to the touchpoints of the workspace. */
export async function layOver(engine: Engine, asked: Asked, journey: Journey): Promise<Laid> {
  const scope = await scopeOf(engine, asked);
  return laidOn(scope, bindTouchpoints(journey, scope.touchpoints), { signal: asked.signal });
}

/** Journeys laid over places, each with its touchpoints of the data. */
export function laidOn(scope: Scope, bound: readonly Bound[], limits: Limits): Laid {
  const places = bound.flatMap(({ codes }, i) => codes.map((code) => ({ code, at: i + 1 })));
  return {
    scope,
    bound,
    drawn: (code) =>
      `transform(${code}, {codes:Array(UInt16)}, {places:Array(UInt16)}, toUInt16(0))`,
    parameters: {
      ...scope.parameters,
      // transform() refuses empty lists; code 0 is no touchpoint.
      codes: [0, ...places.map(({ code }) => code)],
      places: [0, ...places.map(({ at }) => at)],
    },
    limits,
  };
}
