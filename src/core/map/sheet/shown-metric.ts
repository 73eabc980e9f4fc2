import type { PinnedFigure } from "../../evidence/pinned.ts";
import { FEW } from "../../evidence/interval.ts";
import type { Format } from "../../message/format.ts";
import type { TakenFigure } from "../../question/taken/figure.ts";
import type { Goal, Metric } from "../claim.ts";
import { listed, walk } from "../elements.ts";
import type { Journey } from "../journey.ts";
import type { SheetWords } from "./words.ts";

/** A metric as it is drawn: its figure where it is pinned to one, and the goals that it measures. */
export type ShownMetric = {
  readonly metric: Metric;
  /** The metric is about the whole episode, and stands at its first touchpoint. */
  readonly wide: boolean;
  readonly pinned: PinnedFigure | null;
  readonly goals: readonly Goal[];
};

type Holder = { readonly metrics?: readonly Metric[] | undefined };

/** Finds for the parts of a map what stands behind their metrics. */
export function metricsOn(journey: Journey, pinned: readonly PinnedFigure[] | undefined) {
  const figures = new Map(pinned?.map((each) => [each.metric, each]));
  const measured = walk(journey).flatMap(({ element }) =>
    (listed(element, "goals") as readonly unknown[]).filter(
      (goal): goal is Goal => (goal as Goal).metric !== undefined,
    ),
  );
  const goals = Map.groupBy(measured, ({ metric }) => metric);
  return ({ metrics = [] }: Holder, wide = false): ShownMetric[] =>
    metrics.map((metric) => ({
      metric,
      wide,
      pinned: figures.get(metric.id) ?? null,
      goals: goals.get(metric.id) ?? [],
    }));
}

/** Are two lists of metrics drawn alike? */
export function sameMetrics(one: readonly ShownMetric[], other: readonly ShownMetric[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      (each, at) =>
        each.metric === other[at]?.metric &&
        each.wide === other[at].wide &&
        each.pinned === other[at].pinned &&
        each.goals.length === other[at].goals.length &&
        each.goals.every((goal, nth) => goal === other[at]?.goals[nth]),
    )
  );
}

/** A value of a figure in words of its form: "52%", "18 days", "+29", "132 a month". */
export function figureValue(
  { form, unit }: Pick<TakenFigure, "form" | "unit">,
  value: number,
  format: Format,
  words: SheetWords["metric"],
): string {
  if (form === "share") return format.percent(value);
  if (form === "seconds") return format.duration(value);
  if (form === "points") return format.signed(value, 0);
  const number = format.number(value, Math.abs(value) < 100 ? 1 : 0);
  if (form === "month") return words.month(unit === "" ? number : `${unit} ${number}`);
  return unit === "" ? number : words.onScale(number, unit);
}

/** What a metric says, line by line: its name, its figure, what that rests on, and where it is to go. */
export type MetricLines = {
  readonly name: string;
  /** Null without a figure. */
  readonly value: string | null;
  /** Interval, n and date; what is the matter with it. */
  readonly about: readonly string[];
  readonly goals: readonly string[];
  readonly few: boolean;
};

export function metricLines(
  { metric, pinned, goals }: ShownMetric,
  format: Format,
  words: SheetWords["metric"],
): MetricLines {
  const { name, unit } = metric;
  const aims = goals.flatMap((goal) => {
    const of = (value: number) => `${format.number(value, 1)}${goal.unit ? ` ${goal.unit}` : ""}`;
    const parts = [
      ...(goal.baseline === undefined ? [] : [words.baseline(of(goal.baseline))]),
      ...(goal.target === undefined ? [] : [words.target(of(goal.target))]),
      ...(goal.by === undefined ? [] : [words.by(format.date(goal.by))]),
    ];
    return parts.length === 0 ? [] : [parts.join(", ")];
  });
  const figure = pinned?.figure ?? null;
  if (metric.pinned === undefined) {
    const named = unit === undefined ? name : `${name} (${unit})`;
    return { name: named, value: null, about: [], goals: aims, few: false };
  }
  const state = pinned === null || pinned.state === "fresh" ? [] : [words.state[pinned.state]];
  if (figure === null) return { name, value: null, about: state, goals: aims, few: false };
  const said = (value: number) => figureValue(figure, value, format, words);
  const { low, high, n } = figure;
  return {
    name,
    value: said(figure.value),
    about: [
      ...(low === null || high === null ? [] : [words.interval(said(low), said(high))]),
      format.n(n),
      ...(pinned?.at ? [words.at(format.date(pinned.at))] : []),
      ...state,
    ],
    goals: aims,
    few: n < FEW,
  };
}
