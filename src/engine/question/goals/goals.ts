import { FEW, type Rate } from "../../../core/evidence/interval.ts";
import { bindTouchpoints } from "../../../core/map/binding.ts";
import { walk } from "../../../core/map/elements.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { branchesOf, type Bough } from "../../../core/question/goals/branch.ts";
import type {
  BranchDoubt,
  GoalFigure,
  GoalMonth,
  Goals,
  GoalTold,
} from "../../../core/question/goals/goals.ts";
import {
  betterOf,
  figureOfScore,
  goodAnswers,
  timesOf,
} from "../../../core/question/goals/in-unit.ts";
import {
  goalsOn,
  isSame,
  measuredBy,
  type Measured,
  type Standing,
} from "../../../core/question/goals/measured.ts";
import { outlookOf } from "../../../core/question/goals/outlook.ts";
import { firstDayOf } from "../../../core/question/month.ts";
import type { ScoreFigure } from "../../../core/question/scores/figure.ts";
import type { TakenFigure } from "../../../core/question/taken/figure.ts";
import type { Engine } from "../../port.ts";
import type { Asked } from "../asked.ts";
import { readOutcomes } from "../drivers/outcomes.ts";
import { scopeOf } from "../filter.ts";
import { readTotals } from "../totals.ts";
import { readAnswers, type GoalAnswers } from "./answers.ts";
import { readPairs, type Met } from "./boughs.ts";
import { readFacts, type Counted } from "./facts.ts";
import { NOW, readRates, type GoalRates } from "./rates.ts";

/** Goals beyond these are not told; a map with so many has none. */
const MOST = 40;

/** A goal with what is known of it. */
type Known = Standing & {
  readonly measured: Measured | null;
  readonly lack: GoalTold["lack"];
  /** Its place among those that are measured in single journeys; null for others. */
  readonly nth: number | null;
  readonly figures: Figures | null;
};

type Figures = {
  readonly now: GoalFigure | null;
  readonly whole: GoalFigure | null;
  readonly early: number;
  readonly months: readonly GoalMonth[];
  /** The score behind it; null for others. */
  readonly score: ScoreFigure | null;
};

/**
 * The goals of a map: how each is measured, how far it is and whether it will be met, and how the qualitative
 * ones go along with the quantitative ones. `figures`: those that metrics of the map are pinned to.
 */
export async function goals(
  engine: Engine,
  asked: Asked,
  map: Journey | null,
  figures: ReadonlyMap<string, TakenFigure>,
): Promise<Goals> {
  const { signal } = asked;
  const scope = await scopeOf(engine, asked);
  const { journeys, shown } = await readTotals(engine, scope, signal);
  const nothing = { journeys, goals: [], branches: [], tested: 0, sure: 0, end: null, shown };
  if (map === null) return { ...nothing, map: null };
  const { outcomes } = await readOutcomes(engine, scope, signal);
  const around = {
    bound: bindTouchpoints(map, scope.touchpoints),
    titles: new Map(
      map.episodes.flatMap(({ touchpoints }) => touchpoints.map(({ id, title }) => [id, title])),
    ),
    scores: outcomes.flatMap(({ outcome: { kind, name, scale }, code }) =>
      kind === "score" && scale ? [{ code, name, scale }] : [],
    ),
    figures,
    metrics: new Map(
      walk(map).flatMap(({ kind, element }) =>
        kind === "metric" ? [[element.id, String(element["name"])] as const] : [],
      ),
    ),
  };
  const standing = goalsOn(map)
    .slice(0, MOST)
    .map((each) => ({ ...each, by: measuredBy(each, around) }));
  const counted = standing.flatMap(({ by }) => (isCounted(by) ? [by] : []));
  const facts = await readFacts(engine, scope, counted, signal);
  const rates = await readRates(engine, facts, signal);
  const known: Known[] = [];
  let nth = 0;
  for (const { by, ...each } of standing) {
    const own = isCounted(by) ? nth++ : null;
    const measured = typeof by === "string" ? null : by;
    const unit = each.goal.unit ?? "";
    known.push({
      ...each,
      measured,
      lack: typeof by === "string" ? by : null,
      nth: own,
      figures:
        measured === null
          ? null
          : measured.by === "pinned"
            ? ofPinned(measured.figure)
            : measured.by === "score"
              ? ofAnswers(
                  await readAnswers(engine, scope, measured, facts.latest - NOW, signal),
                  unit,
                )
              : ofRates(rates.get(own!)),
    });
  }
  const end = journeys === 0 ? null : facts.latest;
  const told = known.map((each) => tell(each, facts.horizons, end));
  const better = new Map(told.map((each) => [each.id, each.better]));
  const qualitative = known.filter(({ goal }) => goal.kind === "qualitative");
  const quantitative = known.filter(({ goal }) => goal.kind === "quantitative");
  const pairs = await readPairs(
    engine,
    facts,
    qualitative.flatMap((each): Met[] => {
      const met = metBy(each, better.get(each.goal.id) ?? "more");
      return each.nth === null || met === null ? [] : [{ nth: each.nth, met }];
    }),
    quantitative.flatMap((each) => each.nth ?? []),
    signal,
  );
  const boughs = qualitative.flatMap((one) =>
    quantitative.map((other): Bough => {
      const doubt = doubtOf(one, other);
      const score = other.measured?.by === "score" ? other.measured.score : null;
      const up = score ? score.scale[1] > score.scale[0] : better.get(other.goal.id) === "more";
      return {
        qualitative: one.goal.id,
        quantitative: other.goal.id,
        stated: serves(one, other) || serves(other, one),
        form: score ? "number" : "share",
        sign: up ? 1 : -1,
        doubt,
        pairs: doubt === null ? (pairs.get(`${one.nth} ${other.nth}`) ?? []) : [],
      };
    }),
  );
  const branches = branchesOf(boughs);
  return {
    journeys,
    map: { id: map.id, title: map.title },
    goals: told,
    branches,
    tested: branches.filter(({ q }) => q !== null).length,
    sure: branches.filter(({ goes }) => goes !== null).length,
    end: end === null ? null : new Date(end).toISOString(),
    shown,
  };
}

function isCounted(by: Measured | string): by is Counted {
  return typeof by !== "string" && by.by !== "pinned";
}

function serves(one: Standing, other: Standing): boolean {
  return one.goal.serves?.includes(other.goal.id) ?? false;
}

function doubtOf(one: Known, other: Known): BranchDoubt | null {
  if (one.nth === null || other.nth === null) return "unmeasured";
  return isSame(one.measured!, other.measured!) ? "same" : null;
}

/** Which outcomes of a single journey meet a qualitative goal; null where nobody answered. */
function metBy({ measured, figures, goal }: Known, better: GoalTold["better"]): Met["met"] | null {
  if (measured === null || measured.by === "pinned") return null;
  if (measured.by !== "score") return { values: [better === "more" ? 1 : 0] };
  const score = figures?.score;
  return score ? goodAnswers(score, goal.target) : null;
}

function tell(
  { goal, at, measured, lack, nth, figures }: Known,
  horizons: readonly { readonly latest: number; readonly wait: number }[],
  end: number | null,
): GoalTold {
  const { id, title, kind, baseline = null, target = null, unit = "", by: due = null } = goal;
  const form = figures?.whole?.form ?? figures?.now?.form ?? null;
  const better = betterOf(goal, measured, form);
  const times = form === null ? null : timesOf(form, unit);
  const horizon = nth === null ? null : horizons[nth]!;
  const months = [...(figures?.months ?? [])];
  // Ninety days with too few in them say less than all there is.
  const [recent, whole] = [figures?.now ?? null, figures?.whole ?? null];
  const enough = recent !== null && (recent.n >= FEW || whole === null || recent.n === whole.n);
  const now = enough ? recent : whole;
  const upTo = horizon && end !== null ? Math.min(end, horizon.latest) : null;
  return {
    id,
    title,
    kind,
    at,
    measured: measured?.told ?? null,
    lack,
    baseline,
    target,
    unit,
    due,
    better,
    times,
    now,
    since: enough && upTo !== null ? new Date(upTo - NOW).toISOString() : null,
    upTo: upTo === null ? null : new Date(upTo).toISOString(),
    whole,
    early: figures?.early ?? 0,
    waitSeconds: horizon && measured?.by !== "score" ? horizon.wait / 1000 : null,
    months,
    outlook: outlookOf({ target, due, better, times, months, now, end: end ?? 0 }),
  };
}

function ofPinned({ form, unit, value, low, high, n }: TakenFigure): Figures {
  const now = { form, unit, value, low, high, n };
  return { now, whole: null, early: 0, months: [], score: null };
}

function ofAnswers({ now, whole, months }: GoalAnswers, unit: string): Figures {
  return {
    now: now && figureOfScore(now, unit),
    whole: whole && figureOfScore(whole, unit),
    early: 0,
    months: months.map(({ month, figure }) => {
      const { value, n } = figureOfScore(figure, unit);
      return { month: firstDayOf(month), value, n };
    }),
    score: whole,
  };
}

function ofRates(rates: GoalRates | undefined): Figures {
  return {
    now: rates ? ofRate(rates.now) : null,
    whole: rates ? ofRate(rates.whole) : null,
    early: rates?.early ?? 0,
    months: (rates?.months ?? []).flatMap(({ month, rate }) =>
      rate.share === null ? [] : [{ month: firstDayOf(month), value: rate.share, n: rate.n }],
    ),
    score: null,
  };
}

function ofRate({ share, low, high, n }: Rate): GoalFigure | null {
  return share === null ? null : { form: "share", unit: "", value: share, low, high, n };
}
