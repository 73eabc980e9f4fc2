import { tellable } from "../../evidence/floor.ts";
import { FEW, type Mean } from "../../evidence/interval.ts";
import type { SurveyAnswer } from "../../evidence/survey.ts";
import { adjusted } from "../contrast/benjamini-hochberg.ts";
import { SURE } from "../contrast/difference.ts";
import { believed, groupsOf, type Group } from "./believed.ts";
import { differ } from "./gap.ts";
import type { Believed, Perception, PerceptionGroup, Told } from "./perception.ts";
import { rankAgreement } from "./rank-agreement.ts";

type Place = { readonly id: string; readonly customers: Told | null };

type Asked = {
  readonly departments: readonly string[];
  readonly touchpoints: readonly Place[];
  readonly answers: readonly SurveyAnswer[];
};

/**
 * Lays what colleagues answered beside what customers say: per group and touchpoint the mean of either, the
 * gap, and whether it is sure after correction for all that is tested; whether both put the same
 * touchpoints first. Of fewer than five answers nothing is told.
 */
export function perceive({
  departments,
  touchpoints,
  answers,
}: Asked): Pick<Perception, "groups" | "tested" | "sure" | "remarks"> {
  const groups = groupsOf(departments, answers);
  const means = touchpoints.map(({ id }) => meansAt(id, groups));
  const pairs = touchpoints.flatMap(({ customers }, at) =>
    groups.map((_, of) => {
      const mean = means[at]![of]!;
      return mean && customers && isEnough(customers) ? differ(mean, customers.mean) : null;
    }),
  );
  const tested = pairs.filter((pair) => pair !== null);
  const qs = adjusted(tested.map(({ p }) => p));
  const qOf = new Map(tested.map((pair, nth) => [pair, qs[nth]!]));
  const told = groups.map((group, of): PerceptionGroup => {
    const own = touchpoints.map(({ customers }, at): Believed => {
      const mean = means[at]![of]!;
      const pair = pairs[at * groups.length + of]!;
      if (!mean || !customers) return { mean, gap: null };
      const value = mean.mean - customers.mean.mean;
      if (!pair) return { mean, gap: { value, sure: null, side: null } };
      const { low, high, p } = pair;
      const q = qOf.get(pair)!;
      const side = q > SURE ? null : value > 0 ? "above" : "below";
      return { mean, gap: { value, sure: { low, high, p, q }, side } };
    });
    const { kind } = group;
    const n = group.answers.length;
    return {
      kind,
      departments: [...group.departments],
      n,
      touchpoints: own,
      ...ordersOf(touchpoints, own),
    };
  });
  const sides = told.flatMap((group) => group.touchpoints.map(({ gap }) => gap?.side ?? null));
  return {
    groups: told,
    tested: tested.length,
    sure: sides.filter((side) => side !== null).length,
    remarks: groups.length === 0 ? [] : remarksOf(answers),
  };
}

/** What each group believes of one touchpoint; null for what may not be told. */
function meansAt(id: string, groups: readonly Group[]): (Mean | null)[] {
  const scores = groups.map(({ answers }) =>
    answers.flatMap((answer) => (Object.hasOwn(answer.scores, id) ? [answer.scores[id]!] : [])),
  );
  const [all, ...parts] = scores;
  const open = tellable(parts.map(({ length }) => length));
  // The parts make up the whole. What none of them tells, the whole tells of enough.
  const whole = tellable([all?.length ?? 0]);
  return [...whole, ...open].map((may, nth) => (may ? believed(scores[nth]!) : null));
}

/** A figure of so few customers that it is drawn in grey makes nothing sure. */
function isEnough({ kind, mean }: Told): boolean {
  return kind === "measured" && mean.n >= FEW;
}

type Ordered = { readonly id: string; readonly own: Mean; readonly theirs: Mean };

function ordersOf(
  touchpoints: readonly Place[],
  own: readonly Believed[],
): Pick<PerceptionGroup, "compared" | "agreement" | "worst"> {
  const both = touchpoints.flatMap(({ id, customers }, at): Ordered[] => {
    const mean = own[at]!.mean;
    return mean && customers && isEnough(customers)
      ? [{ id, own: mean, theirs: customers.mean }]
      : [];
  });
  const compared = both.length;
  if (compared < 2) return { compared, agreement: null, worst: null };
  const believes = worstOf(both, "own");
  const measured = worstOf(both, "theirs");
  const of = both.find(({ id }) => id === believes.id)!.theirs.mean;
  return {
    compared,
    agreement: rankAgreement(
      both.map((each) => each.own.mean),
      both.map((each) => each.theirs.mean),
    ),
    worst: {
      believed: believes,
      measured,
      place: 1 + both.filter(({ theirs }) => theirs.mean < of).length,
    },
  };
}

/**
 * The lowest, and those that are not surely above it. Whoever answered about both makes the two alike
 * rather than different, so this names too many rather than too few.
 */
function worstOf(both: readonly Ordered[], side: "own" | "theirs"): { id: string; or: string[] } {
  const worst = both.reduce((one, other) => (other[side].mean < one[side].mean ? other : one));
  const others = both.filter((each) => {
    if (each === worst) return false;
    const apart = differ(each[side], worst[side]);
    return apart === null || apart.low <= 0;
  });
  return { id: worst.id, or: others.map(({ id }) => id) };
}

/** By their letters: an order of time would tell who wrote them. */
function remarksOf(answers: readonly SurveyAnswer[]): string[] {
  return answers.flatMap(({ remark }) => (remark === null ? [] : [remark])).toSorted();
}
