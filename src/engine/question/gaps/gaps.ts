import { must } from "../../../core/assert.ts";
import { rate } from "../../../core/evidence/interval.ts";
import type { Journey } from "../../../core/map/journey.ts";
import {
  mostHit,
  usualOf,
  whosePlace,
  type Candidate,
  type Contrast,
  type Group,
} from "../../../core/question/gaps/candidate.ts";
import {
  differenceFrom,
  differenceOf,
  perMonth,
  product,
  type Part,
} from "../../../core/question/gaps/contrast.ts";
import type { Gap, Gaps, Hit } from "../../../core/question/gaps/gap.ts";
import { handoverOf } from "../../../core/question/gaps/handover.ts";
import { spellOf, sum } from "../../../core/question/gaps/spell.ts";
import type { Estimate } from "../../../core/question/towards.ts";
import { layOver } from "../../evidence/lay-over.ts";
import type { Engine } from "../../port.ts";
import { aimed, type Aim } from "../aim.ts";
import type { Asked } from "../asked.ts";
import { scopeOf } from "../filter.ts";
import { readTotals } from "../totals.ts";
import { readUndrawn } from "../undrawn.ts";
import { readGroups } from "./groups.ts";
import { dayOf, readCounts, readWays, type Counts, type Sought, type Week } from "./ways.ts";
import { readWitnesses, type Asking } from "./witness.ts";

/** Fewest journeys at a place, and of them hit, for it to be looked at. */
const CAME = 30;
const STRUCK = 10;
/** Most candidates whose weeks are looked at, and most gaps that are told. */
const LOOKED_AT = 60;
const TOLD = 15;
/** From so long on it is a wait, not a moment: a day, in seconds. */
const LONG = 86_400;

/** What was found of a candidate before anybody is asked about it. */
type Found = {
  readonly candidate: Candidate;
  readonly segment: Contrast | null;
  readonly circumstance: Contrast | null;
  readonly weeks: readonly Week[];
  readonly spell: { readonly from: number; readonly to: number } | null;
  /** Within group and spell. */
  readonly inside: Part;
  readonly usual: Gap["usual"];
  readonly perMonth: Estimate;
};

/**
 * Where customers leave, loop, or have to call or come by more than is usual, most customers first:
 * for whom, since when, and how surely. Usual is the rate of the others and of other times; where it
 * hits all alike and always, that of its kind at other places. Repeating a step is only a gap where it
 * hits somebody more than others: reading twice is no trouble.
 */
export async function gaps(
  engine: Engine,
  asked: Asked,
  aim: Aim | null,
  map: Journey | null,
): Promise<Gaps> {
  const scope = await scopeOf(engine, asked);
  const goal = await aimed(engine, scope, aim, asked.signal);
  const groups = await readGroups(engine, asked, scope);
  const ways = await readWays(
    engine,
    scope,
    groups,
    goal.touchpoints.map(({ code }) => code),
    asked.signal,
  );
  const counts = await readCounts(engine, ways, { came: CAME, struck: STRUCK }, asked.signal);
  const candidates = counts.candidates
    .filter(({ all: { n, count } }) => n >= CAME && count >= STRUCK)
    .toSorted((one, other) => other.all.count - one.all.count)
    .slice(0, LOOKED_AT);
  const { journeys, shown } = await readTotals(engine, scope, asked.signal);
  const found = judged(candidates, groups.all, counts.weeksOf);
  const names = new Map(scope.touchpoints.map((each) => [each.code, each]));
  const asking = found.slice(0, TOLD).map((each): Asking => {
    const { spell, weeks } = each;
    const when = spell && { from: weeks[spell.from]!.week, to: weeks[spell.to - 1]!.week + 1 };
    return { ...soughtOf(each), when };
  });
  const laid = map && (await layOver(engine, asked, map));
  const witnesses = await readWitnesses(engine, scope, { groups, ways }, asking, asked.signal);
  const told = witnesses.map(({ spent, ...witness }, nth): Gap => {
    const { candidate, ...each } = must(found[nth], "a gap");
    const { when } = must(asking[nth], "a gap");
    const long = (witness.wait?.medianSeconds ?? 0) >= LONG;
    return {
      kind: candidate.kind === "switch" && long ? "wait" : candidate.kind,
      from: must(names.get(candidate.from), "a touchpoint"),
      to: candidate.to === 0 ? null : must(names.get(candidate.to), "a touchpoint"),
      handover: map && laid && handoverOf(map, laid.bound, candidate),
      rate: rate(each.inside.count, each.inside.n),
      segment: each.segment && hitOf(each.segment),
      circumstance: each.circumstance && hitOf(each.circumstance),
      period: when && { from: dayOf(when.from), to: dayOf(when.to) },
      usual: each.usual,
      perMonth: each.perMonth,
      stake: spent && {
        name: spent.name,
        unit: spent.unit,
        perMonth: product(spent, each.perMonth),
      },
      weeks: each.weeks
        .filter(({ n }) => n > 0)
        .map(({ week, n, count }) => ({ from: dayOf(week), n, count })),
      ...witness,
    };
  });
  const seen = new Set(laid?.bound.filter(({ codes }) => codes.length > 0).map(({ id }) => id));
  return {
    journeys,
    goal,
    gaps: told,
    undrawn: laid
      ? (await readUndrawn(engine, laid, journeys)).map(({ touchpoint, journeys: passing }) => ({
          touchpoint,
          journeys: passing,
        }))
      : [],
    unmeasured: (map?.episodes ?? []).flatMap(({ touchpoints }) =>
      touchpoints.filter(({ id }) => !seen.has(id)).map(({ id, title }) => ({ id, title })),
    ),
    shown,
  };
}

/** For whom and when it is worst, and how many that are beyond what is usual; most first. */
function judged(
  candidates: readonly Candidate[],
  groups: readonly Group[],
  weeksOf: Counts["weeksOf"],
): Found[] {
  const usual = new Map(
    (["leave", "switch", "loop"] as const).map((kind) => [
      kind,
      usualOf(candidates.filter((each) => each.kind === kind)),
    ]),
  );
  const contrasts = candidates.map((candidate) => ({
    candidate,
    segment: mostHit(candidate, groups, true),
    circumstance: mostHit(candidate, groups, false),
  }));
  const shares = groupShares(groups, candidates);
  return contrasts
    .flatMap((each): Found[] => {
      const own = weeksOf(soughtOf(each));
      const found = weighed(each, own, must(usual.get(each.candidate.kind), "a kind"));
      if (!found || found.perMonth.low <= 0) return [];
      const place = found.segment ? null : whosePlace(each.candidate, groups, shares);
      return [{ ...found, segment: found.segment ?? place }];
    })
    .toSorted((one, other) => other.perMonth.value - one.perMonth.value);
}

type Compared = Pick<Found, "candidate" | "segment" | "circumstance">;

/** The group whose weeks tell: the customers it hits, else what it goes along with, else everybody. */
function soughtOf({ candidate, segment, circumstance }: Compared): Sought {
  const contrast = segment?.z ? segment : (circumstance ?? null);
  return { from: candidate.from, to: candidate.to, group: contrast?.group.id ?? "0" };
}

function weighed(compared: Compared, weeks: readonly Week[], kindUsual: number): Found | null {
  const { candidate, segment, circumstance } = compared;
  const contrast = segment ?? circumstance;
  const spell = spellOf(weeks);
  const inside = sum(spell ? weeks.slice(spell.from, spell.to) : weeks);
  const whole = contrast ? add(contrast.inside, contrast.others) : candidate.all;
  const others = { n: whole.n - inside.n, count: whole.count - inside.count };
  const length =
    weeks.length === 0 ? 0 : spell ? spanOf(weeks.slice(spell.from, spell.to)) : spanOf(weeks);
  if (length === 0 || inside.n === 0) return null;
  const different = (contrast !== null || spell !== null) && others.n >= CAME;
  if (!different && candidate.kind === "loop") return null;
  const more = different ? differenceOf(inside, others) : differenceFrom(inside, kindUsual);
  return {
    ...compared,
    weeks,
    spell,
    inside,
    usual: different
      ? { by: "others", share: others.count / others.n }
      : { by: "kind", share: kindUsual },
    perMonth: perMonth(more, inside.n, length),
  };
}

function add(one: Part, other: Part): Part {
  return { n: one.n + other.n, count: one.count + other.count };
}

/** Weeks from the first to the last. */
function spanOf(weeks: readonly Week[]): number {
  return weeks.length === 0 ? 0 : weeks.at(-1)!.week - weeks[0]!.week + 1;
}

/** The share of a group among those who come where most come. */
function groupShares(
  groups: readonly Group[],
  candidates: readonly Candidate[],
): ReadonlyMap<string, number> {
  const [widest] = candidates.toSorted((one, other) => other.all.n - one.all.n);
  if (!widest) return new Map();
  return new Map(
    groups.map(({ id }) => [id, (widest.groups.get(id)?.n ?? 0) / widest.all.n] as const),
  );
}

function hitOf({ group, inside, others }: Contrast): Hit {
  return {
    segment: group.segment,
    attribute: group.attribute,
    name: group.name,
    rate: rate(inside.count, inside.n),
    others: rate(others.count, others.n),
  };
}
