import { must } from "../../../core/assert.ts";
import type { Journey } from "../../../core/map/journey.ts";
import {
  crosshairOf,
  kanoOf,
  type Crosshair,
  type Driver,
  type Drivers,
} from "../../../core/question/drivers/drivers.ts";
import {
  EXACT,
  explainedBy,
  productsOf,
  shapleyOf,
} from "../../../core/question/drivers/explained.ts";
import {
  aloneBy,
  matched,
  type Matched,
  type Pair,
  type Sums,
} from "../../../core/question/drivers/matched.ts";
import { isMany, isSure } from "../../../core/question/drivers/sure.ts";
import type { Engine } from "../../port.ts";
import { aimed, type Aim } from "../aim.ts";
import type { Asked } from "../asked.ts";
import { scopeOf } from "../filter.ts";
import { readGroups } from "../gaps/groups.ts";
import { readTotals } from "../totals.ts";
import { answered, type Sought } from "./answered.ts";
import { readCandidates } from "./candidates.ts";
import { chosen, readOutcomes } from "./outcomes.ts";
import { placesOf, readPlaces } from "./places.ts";
import { tellUnderWay } from "./tell-under-way.ts";
import { readCells, weigh, type Weighed } from "./weigh.ts";

/** So many are looked at together; of those that say the same the stronger stays. */
const TOGETHER = 16;
const SAME = 0.9;
/** Told beyond those that are shared out. */
const TOLD = 30;

export type DriversQuestion = {
  readonly aim: Aim | null;
  /** Name of a measure, `goal` or `again`; null = the score with the most answers. */
  readonly outcome: string | null;
  /** Codes of touchpoints: only answers about these. */
  readonly about: readonly number[] | null;
  readonly crosshair: Crosshair;
};

type Judged = Weighed["of"][number] & { readonly told: Matched; readonly alone: number };

/**
 * What goes along with an outcome: touchpoints, repeats, waits, measures, moments that came later than
 * others, attributes and segments. Rejects with `bad-request` for an outcome that the data has not.
 */
export async function drivers(
  engine: Engine,
  asked: Asked,
  { aim, outcome: wanted, about, crosshair }: DriversQuestion,
  map: Journey | null,
): Promise<Drivers> {
  const { signal } = asked;
  const scope = await scopeOf(engine, asked);
  const goal = await aimed(engine, scope, aim, signal);
  const known = await readOutcomes(engine, scope, signal);
  const sought = { ...chosen(known, wanted, goal), about };
  const from = await answered(engine, scope, sought, signal);
  const groups = await readGroups(engine, asked, scope);
  const names = new Map(scope.touchpoints.map((each) => [each.code, each]));
  const labels = new Map(scope.touchpoints.map(({ code, label }) => [code, label]));
  const others = known.measures.filter(({ code }) => code !== sought.code);
  const found = await readCandidates(engine, from, groups, others, labels, signal);
  const rows = { sql: found.sql, parameters: { ...from.parameters, ...groups.parameters } };
  const weighed = await weigh(engine, rows, found.candidates, signal);
  const judged = judge(weighed, sought);
  const sure = judged
    .filter(({ told }) => isSure(told))
    .toSorted((one, other) => other.alone - one.alone);
  const together = sure.slice(0, TOGETHER);
  const cells = await readCells(
    engine,
    rows,
    together.map(({ candidate }) => candidate),
    signal,
  );
  const products = productsOf(cells, together.length);
  const kept: number[] = [];
  for (const i of together.keys()) {
    const same = kept.some((j) => {
      const [a, b] = [products.xx[i]![i]!, products.xx[j]![j]!];
      return Math.abs(products.xx[i]![j]!) > SAME * Math.sqrt(a * b);
    });
    if (!same) kept.push(i);
  }
  const exact = kept.slice(0, EXACT);
  const shares = shapleyOf(
    {
      xx: exact.map((i) => exact.map((j) => products.xx[i]![j]!)),
      xy: exact.map((i) => products.xy[i]!),
      yy: products.yy,
    },
    exact.length,
  );
  const places = placesOf(map, scope);
  const worse = sought.outcome.scale && sought.outcome.scale[0] > sought.outcome.scale[1] ? -1 : 1;
  const tell = (each: Judged, share: number | null): Driver => {
    const { candidate, told, penalty, reward } = each;
    const { kind, touchpoint, name, value, from: since, unit } = candidate;
    const [bad, good] = [matchedIf(penalty), matchedIf(reward)];
    return {
      kind,
      touchpoint: names.get(touchpoint) ?? null,
      name,
      value,
      from: since,
      unit,
      with: told.with,
      without: told.without,
      difference: told.difference,
      alone: each.alone,
      share,
      kano: bad && good && kanoOf(turned(bad, worse), turned(good, worse)),
      pains: places.find(({ codes }) => codes.includes(touchpoint))?.pains ?? [],
    };
  };
  const rest = sure.filter((_, i) => !exact.includes(i) && (i >= TOGETHER || kept.includes(i)));
  const listed = [
    ...exact
      .map((i, nth) => tell(must(together[i], "a driver"), must(shares[nth], "its share")))
      .toSorted((one, other) => (other.share ?? 0) - (one.share ?? 0)),
    ...rest.slice(0, TOLD - exact.length).map((each) => tell(each, null)),
  ];
  const placed = await readPlaces(engine, scope, places, judged, signal);
  const whole = weighed.wholes.reduce(
    (sum, each) => ({ n: sum.n + each.n, sum: sum.sum + each.sum }),
    {
      n: 0,
      sum: 0,
    },
  );
  const { journeys, shown } = await readTotals(engine, scope, signal);
  return {
    journeys,
    outcome: sought.outcome,
    outcomes: known.outcomes.map(({ outcome }) => outcome),
    goal: sought.goal,
    n: whole.n,
    mean: whole.n === 0 ? null : whole.sum / whole.n,
    explained: explainedBy(products, exact),
    tried: judged.length,
    sure: sure.length,
    drivers: listed,
    underWay:
      sought.outcome.kind === "goal"
        ? await tellUnderWay(engine, scope, { goal, places }, signal)
        : null,
    quadrant: { by: crosshair, ...crosshairOf(crosshair, placed), touchpoints: placed },
    shown,
  };
}

/** Candidates with enough on either side, how much they differ, and what each explains by itself. */
function judge({ wholes, of }: Weighed, { outcome, goal }: Sought): Judged[] {
  const yy = wholes.reduce((sum, whole) => sum + spread(whole), 0);
  const ends = new Set(goal?.touchpoints.map(({ code }) => code));
  const values = Map.groupBy(of, ({ candidate: { kind, name } }) => `${kind} ${name}`);
  return of.flatMap((each): Judged[] => {
    const told = matchedIf(each.pairs);
    if (!told) return [];
    const { kind, name, touchpoint } = each.candidate;
    // Both directions of two moments were counted; what came later less often is what stands out.
    if (kind === "later" && told.with.n > told.without.n) return [];
    // Of two values one says it all.
    const both = kind === "attribute" && values.get(`${kind} ${name}`)!.length === 2;
    if (both && told.with.n > told.without.n) return [];
    if (kind === "passed" && ends.has(touchpoint)) return [];
    // Who has not arrived has been under way for longer, and so has come by more, and again: see `readUnderWay`.
    if (outcome.kind === "goal" && (kind === "passed" || kind === "repeated")) return [];
    // To have come anywhere is to have come far: only those touchpoints tell after which less is spent.
    if (outcome.kind === "amount" && kind === "passed" && told.difference.value > 0) return [];
    return [{ ...each, told, alone: aloneBy(each.pairs, yy) }];
  });
}

function spread({ n, sum, squares }: Sums): number {
  return n === 0 ? 0 : Math.max(0, squares - (sum * sum) / n);
}

function matchedIf(pairs: readonly Pair[]): Matched | null {
  const told = matched(pairs);
  return isMany(told) ? told : null;
}

/** A difference on a scale of which the high end is the good one. */
function turned({ difference: { value, low, high } }: Matched, sign: number) {
  return sign > 0 ? { value, low, high } : { value: -value, low: -high, high: -low };
}
