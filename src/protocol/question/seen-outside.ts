import { FLOOR, tellable } from "../../core/evidence/floor.ts";
import { message } from "../../core/message/message.ts";
import type { Scored } from "../../core/question/scores/figure.ts";
import type { Difference } from "../../core/question/contrast/difference.ts";
import type { Change, Level } from "../../core/question/drift/drift.ts";
import type { Outlook } from "../../core/question/goals/goals.ts";
import type { Hit } from "../../core/question/gaps/gap.ts";
import type { PatternPlace } from "../../core/question/pattern/pattern.ts";
import { endpoints } from "../endpoint.ts";
import { isQuestion, type AnswerOf, type QuestionName } from "./savable.ts";
import type { AnsweredQuestion } from "./saved.ts";

/**
 * What people outside see of each answer: no line that stands for fewer people or journeys than the floor,
 * and no figure that rests on fewer. Null where nothing is left. A question without a line does not compile.
 */
const seen: { readonly [N in QuestionName]: (answer: AnswerOf<N>) => AnswerOf<N> | null } = {
  overview: ({ objected, ...answer }) => ({
    ...answer,
    ...(objected !== undefined && enough(objected) && { objected }),
  }),
  flow: (answer) => ({ ...answer, edges: answer.edges.filter(({ count }) => enough(count)) }),
  routes: (answer) => {
    const { told, rest } = apart(answer.routes, ({ count }) => count, answer.rest);
    return { ...answer, routes: told, rest };
  },
  touchpoints: (answer) => ({
    ...answer,
    touchpoints: answer.touchpoints.filter(({ people, journeys }) =>
      enough(Math.min(people, journeys)),
    ),
  }),
  journeys: () => null,
  fit: (answer) => ({
    ...answer,
    undrawn: answer.undrawn.filter(({ journeys }) => enough(journeys.count)),
    worst: answer.worst.filter(({ journeys }) => enough(journeys)),
  }),
  gaps: (answer) => ({
    ...answer,
    gaps: answer.gaps
      .filter(({ rate }) => enough(rate.count))
      .map((gap) => ({
        ...gap,
        segment: hit(gap.segment),
        circumstance: hit(gap.circumstance),
        weeks: gap.weeks.filter(({ n }) => enough(n)),
      })),
    undrawn: answer.undrawn.filter(({ journeys }) => enough(journeys.count)),
  }),
  scores: (answer) => ({
    ...answer,
    whole: scored(answer.whole),
    undrawn: scored(answer.undrawn),
    touchpoints: answer.touchpoints.map(scored),
    episodes: answer.episodes.map(scored),
    personas: answer.personas.map(scored),
    months: answer.months.map(scored),
    peakEnd: answer.peakEnd && enough(answer.peakEnd.mean.n) ? answer.peakEnd : null,
  }),
  drivers: (answer) => ({
    ...answer,
    drivers: answer.drivers.filter((each) => enough(Math.min(each.with.n, each.without.n))),
    quadrant: {
      ...answer.quadrant,
      touchpoints: answer.quadrant.touchpoints.filter(({ n }) => enough(n)),
    },
  }),
  goals: (answer) => ({
    ...answer,
    goals: answer.goals.map((goal) => {
      const few = [goal.now, goal.whole].some((figure) => figure !== null && !enough(figure.n));
      return {
        ...goal,
        // Where a part of a figure is too small to be told, what it leads to goes too.
        ...(few && { now: null, whole: null, outlook: unseen(goal.outlook) }),
        early: enough(goal.early) ? goal.early : 0,
        months: few ? [] : goal.months.filter(({ n }) => enough(n)),
      };
    }),
    branches: answer.branches.map((branch) => {
      const { met, unmet } = branch;
      if (enough(Math.min(met.n, unmet.n))) return branch;
      const nobody = { n: 0, mean: null };
      return { ...branch, met: nobody, unmet: nobody };
    }),
  }),
  perception: (answer) => {
    const few = answer.touchpoints.map(({ customers }) => !enough(customers?.mean.n ?? 0));
    return {
      ...answer,
      touchpoints: answer.touchpoints.map((each, at) =>
        few[at] ? { ...each, customers: null } : each,
      ),
      groups: answer.groups.map((group) => ({
        ...group,
        touchpoints: group.touchpoints.map((each, at) => (few[at] ? { ...each, gap: null } : each)),
      })),
      remarks: [],
    };
  },
  segments: (answer) => ({
    ...answer,
    proposals: answer.proposals
      .filter(({ people }) => enough(people))
      .map((each) => ({ ...each, differences: each.differences.filter(told) })),
  }),
  drift: (answer) => ({
    ...answer,
    moments: answer.moments
      .map((moment) => ({ ...moment, changes: changed(moment.changes) }))
      .filter(({ changes }) => changes.length > 0),
    apart: changed(answer.apart),
  }),
  contrast: (answer) =>
    [answer.one, answer.other].every(({ people }) => enough(people))
      ? { ...answer, differences: answer.differences.filter(told) }
      : null,
  archetypes: (answer) => ({
    ...answer,
    archetypes: answer.archetypes
      .filter(({ people }) => enough(people))
      .map((each) => ({ ...each, differences: each.differences.filter(told) })),
  }),
  funnel: (answer) => ({
    ...answer,
    steps: answer.steps.filter(({ journeys }) => enough(journeys)),
  }),
  leave: (answer) => ({
    ...answer,
    touchpoints: answer.touchpoints.filter(({ journeys }) => enough(journeys)),
  }),
  timeTo: (answer) => ({
    ...answer,
    groups: answer.groups
      .filter(({ journeys }) => enough(journeys))
      .map((each) => ({ ...each, curve: each.curve.filter(({ atRisk }) => atRisk >= FLOOR) })),
  }),
  attribution: (answer) => ({
    ...answer,
    touchpoints: answer.touchpoints.filter(({ journeys }) => enough(journeys)),
  }),
  cohorts: (answer) => ({
    ...answer,
    cohorts: answer.cohorts.filter(({ people }) => enough(people)),
  }),
  pattern: (answer) =>
    enough(answer.matched.count)
      ? {
          ...answer,
          before: place(answer.before),
          begins: place(answer.begins),
          ends: place(answer.ends),
          after: place(answer.after),
          groups: answer.groups.filter(({ matched }) => enough(matched.n)),
        }
      : null,
  loyalty: (answer) =>
    answer.periods.every(({ people, measured }) => enough(people) && enough(measured.count))
      ? {
          ...answer,
          moves: answer.moves.filter(({ people }) => enough(people)),
          ladder: answer.ladder && {
            ...answer.ladder,
            periods: answer.ladder.periods.filter(({ standing, flows }) =>
              [...standing, ...flows.map(({ people }) => people)].every(enough),
            ),
          },
        }
      : null,
};

/** Nobody at all is nobody in particular. */
function enough(people: number): boolean {
  return people === 0 || people >= FLOOR;
}

function hit(group: Hit | null): Hit | null {
  return group && enough(Math.min(group.rate.n, group.others.n)) ? group : null;
}

function scored<T extends Scored>(place: T): T {
  const known = enough(place.emotion?.n ?? 0);
  return {
    ...place,
    // How many gave each answer says of a rare one who may have been meant.
    scores: place.scores.filter(({ n }) => enough(n)).map((each) => ({ ...each, counts: [] })),
    emotion: known ? place.emotion : null,
    median: known ? place.median : null,
  };
}

function told({ one, other }: Difference): boolean {
  return enough(Math.min(one.n, other.n));
}

function changed(changes: readonly Change[]): Change[] {
  return changes
    .filter(({ before, after }) => enough(levelOf(before)) && enough(levelOf(after)))
    .map((each) => ({ ...each, weeks: each.weeks.filter(({ n }) => enough(n)) }));
}

function levelOf(level: Level): number {
  if ("rate" in level) return level.rate.n;
  return "mean" in level ? level.mean.n : level.duration.n;
}

function place({ touchpoints, rest }: PatternPlace): PatternPlace {
  const seen = apart(touchpoints, ({ share }) => share.count, rest);
  return { touchpoints: seen.told, rest: seen.rest };
}

/** Lines that may be told of, and how many all others are together: nobody, or enough. */
function apart<Line>(
  lines: readonly Line[],
  countOf: (line: Line) => number,
  rest: number,
): { readonly told: Line[]; readonly rest: number } {
  const open = tellable(lines.map(countOf), rest);
  const left = lines.filter((_, nth) => !open[nth]);
  return { told: lines.filter((_, nth) => open[nth]), rest: rest + sum(left.map(countOf)) };
}

function unseen({ months }: Outlook): Outlook {
  return { verdict: "unknown", doubt: "few", expected: null, months };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0);
}

/**
 * A saved question as people outside see it: nobody's name, no name of what it is not about, and nothing
 * about fewer people or journeys than the floor.
 */
export function seenOutside(saved: AnsweredQuestion): AnsweredQuestion {
  const { question, answer, asked, shown } = saved;
  const bare = { ...saved, author: "", at: saved.answered ?? "", trouble: null, deleted: null };
  if (answer === null || !isQuestion(question)) return { ...bare, names: {}, answer: null };
  const read = endpoints[question].answer.safeParse(answer);
  if (!read.success)
    return { ...bare, names: {}, answer: null, trouble: message("answer-of-older") };
  const narrow = seen[question] as (answer: unknown) => AnsweredQuestion["answer"];
  const told = shown !== null && !enough(shown.journeys) ? null : narrow(read.data);
  if (told === null)
    return {
      ...bare,
      answer: null,
      shown: null,
      names: mentioned(saved.names, asked),
      trouble: message("too-few-to-show", { floor: FLOOR }),
    };
  const names = mentioned(saved.names, { asked, told });
  return { ...bare, answer: hushed(told) as AnsweredQuestion["answer"], names };
}

/** An answer in which every share and every duration that rests on too few is as one that nothing is known of. */
function hushed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hushed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const { n } = value as { n?: unknown };
  const figure = "share" in value || "medianSeconds" in value;
  const little = figure && typeof n === "number" && !enough(n);
  return Object.fromEntries(
    entries.map(([key, part]) => {
      if (little) return [key, key === "n" || key === "count" ? 0 : null];
      return [key, hushed(part)];
    }),
  );
}

/** Those of the names whose ids stand in what is told. */
function mentioned(names: AnsweredQuestion["names"], told: unknown): AnsweredQuestion["names"] {
  const words = new Set(JSON.stringify(told).match(/[\w-]+/g));
  return Object.fromEntries(Object.entries(names).filter(([id]) => words.has(id)));
}
