import type { Goal } from "../core/question/towards.ts";
import type { SavedQuestion } from "../protocol/question/saved.ts";
import type { Answers } from "./asker.ts";
import { differencesTable } from "./differences-table.ts";
import { number, part, percent, shown, table, time } from "./plain-table.ts";
import { alertLines, driftLines } from "./drift-lines.ts";
import { driverLines } from "./driver-lines.ts";
import { goalLines } from "./goal-lines.ts";
import { perceptionLines } from "./perception-lines.ts";
import { scoreLines } from "./score-lines.ts";
import { themeLines } from "./theme-lines.ts";

/** Each answer as lines for people. */
export const tables: {
  readonly [Name in keyof Answers]: (answer: Answers[Name]) => string[];
} = {
  overview: (answer) => [
    ...table([
      ["events", number(answer.events)],
      ["journeys", number(answer.journeys)],
      ["people", number(answer.people)],
      ["touchpoints", number(answer.touchpoints)],
      ["routes", number(answer.routes)],
      ["outside any journey", number(answer.outside)],
      ["from", answer.from ?? "–"],
      ["to", answer.to ?? "–"],
    ]),
    shown(answer.shown),
  ],
  flow: (answer) => [
    ...table([
      ["from", "to", "count", "share", "p25", "median", "p75"],
      ...answer.edges.map((edge) => [
        edge.from,
        edge.to,
        number(edge.count),
        percent(edge.share),
        time(edge.p25Seconds),
        time(edge.medianSeconds),
        time(edge.p75Seconds),
      ]),
    ]),
    shown(answer.shown),
  ],
  routes: (answer) => [
    ...table([
      ["count", "share", "median", "route"],
      ...answer.routes.map((route) => [
        number(route.count),
        percent(route.share),
        time(route.duration.medianSeconds),
        route.steps.join(" → "),
      ]),
    ]),
    `${number(answer.total)} routes; ${number(answer.rest)} journeys take one that is not listed.`,
    shown(answer.shown),
  ],
  touchpoints: (answer) => [
    ...table([
      ["touchpoint", "events", "journeys", "people", "reach", "repeats", "dwell", "leave"],
      ...answer.touchpoints.map((each) => [
        each.touchpoint.label,
        number(each.events),
        number(each.journeys),
        number(each.people),
        percent(each.reach),
        percent(each.repeats),
        time(each.dwell.medianSeconds),
        percent(each.leave),
      ]),
    ]),
    shown(answer.shown),
  ],
  journeys: (answer) => [
    ...table([
      ["journey", "person", "start", "end", "steps", "path"],
      ...answer.journeys.map((each) => [
        each.name,
        each.person,
        each.start,
        each.end,
        number(each.steps),
        each.path.join(" → "),
      ]),
    ]),
    `${number(answer.journeys.length)} of ${number(answer.total)} listed.`,
    shown(answer.shown),
  ],
  timeline: (answer) => [
    ...answer.identifiers.map(({ kind, value }) => `${kind} ${value}`),
    ...table([
      ["time", "kind", "event", "channel", "source", "said"],
      ...answer.events.map((event) => [
        event.time,
        event.kind,
        event.event,
        event.channel,
        event.source,
        [...event.measures.map(({ name, value }) => `${name} ${value}`), event.comment]
          .filter((said) => said !== "")
          .join("; "),
      ]),
    ]),
    ...(answer.more ? ["There is more than is listed."] : []),
  ],
  facets: (answer) => [
    ...table([
      ["kind", "name", "journeys"],
      ...answer.channels.map((each) => ["channel", each.channel, number(each.journeys)]),
      ...answer.attributes.flatMap(({ name, values }) =>
        values.map((each) => ["attribute", `${name}=${each.value}`, number(each.journeys)]),
      ),
      ...answer.segments.map(({ id, name }) => ["segment", `${id} (${name})`, ""]),
      ...answer.touchpoints.map(({ label }) => ["touchpoint", label, ""]),
      ...answer.scores.map(({ name, low, high }) => ["score", `${name} (${low}–${high})`, ""]),
    ]),
  ],
  fit: (answer) => [
    `${part(answer.fitness?.value ?? null)} of all steps agree with the map; ${percent(answer.perfect)} of journeys go exactly as drawn; precision ${part(answer.precision)}.`,
    ...table([
      ["on the map", "gone past", "elsewhere", "again", "not reached"],
      ...answer.touchpoints.map((each) => [
        each.id,
        percent(each.skipped),
        percent(each.otherOrder),
        percent(each.repeated),
        percent(each.notReached),
      ]),
    ]),
    ...table([
      ["seen, not drawn", "journeys", "comes after"],
      ...answer.undrawn.map((each) => [
        each.touchpoint.label,
        number(each.journeys.count),
        each.after ?? "the start",
      ]),
    ]),
    ...answer.unseen.map(({ id }) => `Drawn, never seen: ${id}`),
    shown(answer.shown),
  ],
  segments: (answer) => [
    ...answer.proposals.flatMap(({ predicate, size, people, goal: reached, differences }) => [
      `${Object.entries(predicate)
        .map(([name, values]) => `${name} = ${values.join(" or ")}`)
        .join(
          ", ",
        )}: ${number(size.count)} journeys (${percent(size)}), ${number(people)} customers; ${percent(reached)} reach the goal.`,
      ...differencesTable(differences),
    ]),
    `${number(answer.unplaced.count)} journeys fit none.`,
    shown(answer.shown),
  ],
  archetypes: (answer) => [
    ...answer.archetypes.flatMap(({ steps, size, exactly, duration, goal: reached, ...each }) => [
      `${number(size.count)} journeys (${percent(size)}), ${number(exactly)} of them exactly so: ${steps.join(" → ")}`,
      `  median ${time(duration.medianSeconds)} (${time(duration.low)} – ${time(duration.high)}); ${percent(reached)} reach the goal${each.scores
        .map(({ name, mean }) => `; ${name} ${mean.value.toFixed(2)}`)
        .join("")}`,
      ...differencesTable(each.differences),
    ]),
    `${number(answer.routes)} routes of ${percent(answer.compared)} of the journeys were compared; the rest went to the nearest.`,
    shown(answer.shown),
  ],
  contrast: (answer) => [
    ...table([
      ["", "journeys", "customers", "reach the goal", "median"],
      ...(["one", "other"] as const).map((side) => [
        side === "one" ? "these" : "the others",
        number(answer[side].journeys),
        number(answer[side].people),
        percent(answer[side].goal),
        time(answer[side].duration.medianSeconds),
      ]),
    ]),
    ...(answer.apart
      ? [
          `Routes are ${part(answer.apart.distance)} apart; chance makes ${part(answer.apart.byChance)} (p = ${answer.apart.p.toPrecision(2)}).`,
        ]
      : []),
    `${number(answer.sure)} of ${number(answer.compared)} comparisons differ surely (adjusted p ≤ 0.05).`,
    ...differencesTable(answer.differences),
    ...(answer.both > 0 ? [`${number(answer.both)} journeys stand on both sides.`] : []),
    shown(answer.shown),
  ],
  gaps: (answer) => [
    ...table([
      ["", "from", "to", "hit", "usual", "for", "between", "since", "a month"],
      ...answer.gaps.map((gap, nth) => [
        `${nth + 1}. ${gap.kind}`,
        gap.from.label,
        gap.to?.label ?? "–",
        percent(gap.rate),
        part(gap.usual.share),
        [gap.segment, gap.circumstance]
          .flatMap((hit) => (hit ? [`${hit.attribute ?? "segment"}=${hit.name}`] : []))
          .join(", ") || "everybody",
        gap.handover ? `${gap.handover.from} – ${gap.handover.to}` : "",
        gap.period ? `${gap.period.from} – ${gap.period.to}` : "always",
        `${gap.perMonth.value.toFixed(1)} (${gap.perMonth.low.toFixed(1)}–${gap.perMonth.high.toFixed(1)})`,
      ]),
    ]),
    ...answer.undrawn.map(({ touchpoint }) => `Not on the map: ${touchpoint.label}`),
    ...answer.unmeasured.map(({ title }) => `Not in the data: ${title}`),
    shown(answer.shown),
  ],
  drift: (answer) => driftLines(answer),
  alerts: (answer) => alertLines(answer),
  scores: (answer) => scoreLines(answer),
  themes: (answer) => themeLines(answer),
  goals: goalLines,
  perception: perceptionLines,
  drivers: (answer) => driverLines(answer),
  funnel: (answer) => [
    ...table([
      ["step", "journeys", "of the first", "of the one before", "median wait"],
      ...answer.steps.map((each) => [
        each.touchpoint.label,
        number(each.journeys),
        percent(each.ofFirst),
        percent(each.ofPrevious),
        time(each.wait.medianSeconds),
      ]),
    ]),
    shown(answer.shown),
  ],
  leave: (answer) => [
    `${percent(answer.reached)} reach ${goal(answer.goal)}.`,
    ...table([
      ["last seen at", "journeys", "of all who leave", "visits that end here", "go on to the goal"],
      ...answer.touchpoints.map((each) => [
        each.touchpoint.label,
        number(each.lost.count),
        percent(each.lost),
        percent(each.leave),
        percent(each.success),
      ]),
    ]),
    shown(answer.shown),
  ],
  timeTo: (answer) => [
    `From ${answer.from ?? "the start"} to ${goal(answer.goal)}.`,
    ...table([
      ["group", "journeys", "arrived", "a quarter", "half", "mean"],
      ...answer.groups.map((each) => [
        each.name === "" ? "all" : each.name,
        number(each.journeys),
        percent(each.reached),
        time(each.quarter.seconds),
        time(each.median.seconds),
        time(each.mean.value),
      ]),
    ]),
    ...(answer.test ? [`Log-rank: p = ${answer.test.p.toPrecision(2)}.`] : []),
    shown(answer.shown),
  ],
  attribution: (answer) => [
    `${number(answer.reached.count)} journeys reached ${goal(answer.goal)}; ${number(answer.direct)} began there.`,
    ...table([
      ["touchpoint", "lost without", "by loss", "equally", "first", "last"],
      ...answer.touchpoints.map((each) => [
        each.touchpoint.label,
        part(each.removal.value),
        number(Math.round(each.markov)),
        number(Math.round(each.shapley.value)),
        number(each.first),
        number(each.last),
      ]),
    ]),
    shown(answer.shown),
  ],
  loyalty: (answer) => [
    `Keeps buying: ${goal(answer.buying)} at least ${answer.buying.least} times a period. Keeps appreciating: mean of all scores at least ${part(answer.attitude.least)} of the scale; satisfaction is a stand-in for attitude.`,
    ...table([
      ["", ...answer.periods.map(({ from, to }) => `${from.slice(0, 10)} – ${to.slice(0, 10)}`)],
      ["people seen", ...answer.periods.map(({ people }) => number(people))],
      ["said how they like it", ...answer.periods.map(({ measured }) => percent(measured))],
      ...answer.periods[0].corners.map(({ corner }, nth) => [
        corner,
        ...answer.periods.map((each) => percent(each.corners[nth]!.share)),
      ]),
    ]),
    ...table([
      ["from", "people", ...answer.moves.map(({ from }) => from)],
      ...answer.moves.map(({ from, people, to }) => [
        from,
        number(people),
        ...to.map(({ share }) => number(share.count)),
      ]),
    ]),
    ...table(
      answer.ladder
        ? [
            ["quarter from", ...answer.ladder.rungs.map(({ rung }) => rung)],
            ...answer.ladder.periods.map(({ from, standing }) => [from, ...standing.map(number)]),
          ]
        : [],
    ),
    shown(answer.shown),
  ],
  pattern: (answer) => [
    answer.text,
    `${number(answer.matched.count)} journeys hold it: ${percent(answer.matched)} (${part(answer.matched.low)}–${part(answer.matched.high)}, n = ${number(answer.matched.n)}). It begins ${time(answer.until.medianSeconds)} after the start and lasts ${time(answer.lasts.medianSeconds)} (medians).`,
    ...table([
      ["place", "touchpoint", "journeys", "share"],
      ...(["before", "begins", "ends", "after"] as const).flatMap((place) =>
        answer[place].touchpoints.map(({ touchpoint, share }) => [
          place,
          touchpoint?.label ?? (place === "before" ? "START" : "END"),
          number(share.count),
          percent(share),
        ]),
      ),
    ]),
    ...table([
      ["group", "hold it", "journeys", "of"],
      ...answer.groups.map(({ segment, attribute, name, matched }) => [
        segment === null ? `${attribute}=${name}` : `segment ${segment}`,
        percent(matched),
        number(matched.count),
        number(matched.n),
      ]),
    ]),
    ...answer.examples.map(({ name, begin, finish, path }) => {
      const steps = path.slice(begin - 1, finish).join(" → ");
      return `${name}: ${steps}`;
    }),
    shown(answer.shown),
  ],
  cohorts: (answer) => [
    `${number(answer.people)} people by the ${answer.unit} of ${answer.first?.label ?? "their first touchpoint"}, and who came back by ${answer.back?.label ?? "any"} ${answer.kind === "bracket" ? "in that very" : "in that or a later"} ${answer.unit} (${answer.zone}).`,
    ...table([
      ["first seen", "people", ...answer.mean.map((_, at) => `+${at + 1}`)],
      ["all", number(answer.people), ...answer.mean.map(percent)],
      ...answer.cohorts.map(({ from, people, cells }) => [
        from,
        number(people),
        ...answer.mean.map((_, at) => {
          const cell = cells[at];
          return cell ? percent(cell) : "";
        }),
      ]),
    ]),
    ...(answer.before > 0 ? [`${number(answer.before)} people were first seen before.`] : []),
    "Empty: not over yet, or fewer than 5 people.",
    shown(answer.shown),
  ],
};

/** Saved questions, one a line. */
export function savedTable(saved: readonly SavedQuestion[]): string[] {
  if (saved.length === 0)
    return ["No question has been saved yet; every question's page has a Save."];
  return table([
    ["name", "question", "journeys", "computed"],
    ...saved.map((each) => [
      each.name,
      each.question,
      each.shown ? number(each.shown.journeys) : "–",
      each.answered ?? "never",
    ]),
  ]);
}

function goal({ touchpoints }: Pick<Goal, "touchpoints">): string {
  return touchpoints.map(({ label }) => `"${label}"`).join(" or ");
}
