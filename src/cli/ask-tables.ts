import type { Rate } from "../core/evidence/interval.ts";
import type { Shown } from "../core/question/answers.ts";
import type { Answers } from "./asker.ts";

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
};

function shown({ journeys, of }: Shown): string {
  return `${number(journeys)} of ${number(of)} journeys shown.`;
}

/** Columns side by side, those of figures to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const columns = (rows[0] ?? []).map((_, i) => ({
    width: Math.max(...rows.map((row) => row[i]!.length)),
    figures: rows.slice(1).every((row) => /^[\d.,–]*( [a-z%]+)?$/.test(row[i]!)),
  }));
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const { width, figures } = columns[i]!;
        return figures ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

const format = new Intl.NumberFormat("en");

function number(value: number): string {
  return format.format(value);
}

function percent({ share }: Rate): string {
  return share === null ? "–" : `${(100 * share).toFixed(1)} %`;
}

function time(seconds: number | null): string {
  if (seconds === null) return "–";
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  if (seconds < 3600) return `${(seconds / 60).toFixed(1)} min`;
  if (seconds < 86_400) return `${(seconds / 3600).toFixed(1)} h`;
  return `${(seconds / 86_400).toFixed(1)} d`;
}
