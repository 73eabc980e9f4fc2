import type { Difference } from "../../../core/question/contrast/difference.ts";
import type { Change } from "../../../core/question/drift/drift.ts";
import type { Driver, Outcome } from "../../../core/question/drivers/drivers.ts";
import type { GoalFigure } from "../../../core/question/goals/goals.ts";
import { titlesOf } from "../../../core/question/goals/titles.ts";
import {
  countLine,
  estimateLine,
  meanLine,
  rateLine,
  type Figure,
} from "../../../core/question/figure/figure.ts";
import { figureWords, type FigureWords } from "../../../core/question/figure/words.ts";
import { formatIn, type Format } from "../../../core/message/format.ts";
import type { Language } from "../../../core/message/wording.ts";
import type { AnswerOf, QuestionName } from "../../../protocol/question/savable.ts";

/** Words and figures of a language, and what the ids in an answer are called. */
type Speech = {
  readonly t: FigureWords;
  readonly format: Format;
  readonly nameOf: (id: string) => string;
};

/**
 * The figures of an answer that say most, for paper and pictures; all of it is in the spreadsheet. A question
 * that has no line does not compile.
 */
const figures: {
  readonly [N in QuestionName]: (answer: AnswerOf<N>, speech: Speech) => Figure[];
} = {
  overview: (answer, { t, format }) => [
    {
      title: t.numbers,
      lines: (["journeys", "people", "events", "touchpoints", "routes"] as const).map((key) =>
        countLine(t.number[key], answer[key], format),
      ),
    },
  ],
  flow: ({ edges }, { t, format }) => [
    {
      title: t.flow,
      lines: edges
        .toSorted((one, other) => other.count - one.count)
        .map(({ from, to, share }) => rateLine(`${from} → ${to}`, share, format)),
    },
  ],
  routes: ({ routes }, { t, format }) => [
    {
      title: t.routes,
      lines: routes.map(({ steps, share }) => rateLine(steps.join(" → "), share, format)),
    },
  ],
  touchpoints: ({ touchpoints }, { t, format }) => [
    {
      title: t.touchpoints,
      lines: touchpoints
        .toSorted((one, other) => other.journeys - one.journeys)
        .map(({ touchpoint, reach }) => rateLine(touchpoint.label, reach, format)),
    },
  ],
  journeys: () => [],
  fit: ({ fitness, perfect, touchpoints, journeys }, { t, format, nameOf }) => [
    {
      title: t.fit,
      lines: [
        ...(fitness ? [estimateLine(t.fitness, fitness, journeys, format.percent)] : []),
        rateLine(t.perfect, perfect, format),
      ],
    },
    {
      title: t.skipped,
      lines: touchpoints.map(({ id, skipped }) => rateLine(nameOf(id), skipped, format)),
    },
  ],
  gaps: ({ gaps }, { t, format }) => [
    {
      title: t.gaps,
      lines: gaps.map(({ kind, from, to, perMonth, rate }) =>
        estimateLine(
          `${[from.label, ...(to ? [to.label] : [])].join(" → ")}: ${t.gap[kind]}`,
          perMonth,
          rate.n,
          (value) => format.number(value),
        ),
      ),
    },
  ],
  scores: ({ whole, touchpoints }, { t, format }) => [
    {
      title: t.scores,
      lines: whole.scores.map(({ name, onScale }) =>
        meanLine(name, onScale, (value) => format.number(value, 1)),
      ),
    },
    {
      title: t.feeling,
      lines: touchpoints.flatMap(({ title, emotion }) =>
        emotion ? [meanLine(title, emotion, (value) => format.signed(value, 2))] : [],
      ),
    },
  ],
  perception: ({ groups, touchpoints }, { t, format }) => [
    {
      title: t.perception,
      lines: groups.flatMap(({ kind, departments, touchpoints: own }) =>
        own.flatMap(({ mean, gap }, at) =>
          mean && gap?.sure && gap.side
            ? [
                estimateLine(
                  [
                    ...(kind === "all" ? [] : [departments.join(", ")]),
                    touchpoints[at]!.title,
                  ].join(": "),
                  { value: gap.value, low: gap.sure.low, high: gap.sure.high },
                  mean.n,
                  (value) => format.signed(value, 2),
                ),
              ]
            : [],
        ),
      ),
    },
  ],
  drivers: ({ drivers, outcome }, speech) => [
    {
      title: speech.t.drivers,
      lines: drivers.map((driver) =>
        estimateLine(
          driverName(driver, speech),
          driver.difference,
          driver.with.n,
          (value) => outcomeSaid(outcome, value, speech.format),
          outcomeUnit(outcome, speech.t),
        ),
      ),
    },
  ],
  goals({ goals, branches }, { t, format }) {
    const titleOf = titlesOf({ goals });
    return [
      {
        title: t.goals,
        lines: goals.flatMap(({ title, now }) =>
          now
            ? [
                {
                  label: title,
                  said: figureSaid(now, format),
                  value: now.value,
                  low: now.low,
                  high: now.high,
                  n: now.n,
                },
              ]
            : [],
        ),
      },
      {
        title: t.branches,
        lines: branches.flatMap(({ qualitative, quantitative, goes, difference, form, met }) => {
          if (goes === null || difference === null) return [];
          const label = `${titleOf(qualitative)} → ${titleOf(quantitative)}`;
          return form === "share"
            ? [
                estimateLine(
                  label,
                  difference,
                  met.n,
                  (value) => format.signed(100 * value),
                  t.points,
                ),
              ]
            : [estimateLine(label, difference, met.n, (value) => format.signed(value, 2))];
        }),
      },
    ];
  },
  segments: ({ proposals }, { t, format }) => [
    {
      title: t.segments,
      lines: proposals.map(({ predicate, size }) =>
        rateLine(
          Object.entries(predicate)
            .map(([name, values]) => `${name}: ${values.join(", ")}`)
            .join(" · "),
          size,
          format,
        ),
      ),
    },
  ],
  drift: ({ moments }, speech) => [
    {
      title: speech.t.drift,
      lines: moments
        .toReversed()
        .flatMap(({ changes }) => changes)
        .map((change) => {
          const { kind, difference, day } = change;
          const label = `${speech.format.calendarDay(day)}: ${changeName(change, speech.t)}`;
          return kind === "score"
            ? estimateLine(label, difference, levelN(change), (value) =>
                speech.format.signed(value, 2),
              )
            : estimateLine(
                label,
                difference,
                levelN(change),
                (value) => speech.format.signed(100 * value),
                speech.t.points,
              );
        }),
    },
  ],
  contrast: ({ differences }, { t, format }) => [
    {
      title: t.contrast,
      lines: differences.map((difference) =>
        estimateLine(differenceName(difference, t), difference.effect, difference.one.n, (value) =>
          format.signed(value, 2),
        ),
      ),
    },
  ],
  archetypes: ({ archetypes }, { t, format }) => [
    {
      title: t.archetypes,
      lines: archetypes.map(({ steps, size }) => rateLine(steps.join(" → "), size, format)),
    },
  ],
  funnel: ({ steps }, { t, format }) => [
    {
      title: t.funnel,
      lines: steps.map(({ touchpoint, ofFirst }) => rateLine(touchpoint.label, ofFirst, format)),
    },
  ],
  leave: ({ touchpoints }, { t, format }) => [
    {
      title: t.leave,
      lines: touchpoints.map(({ touchpoint, lost }) => rateLine(touchpoint.label, lost, format)),
    },
  ],
  timeTo: ({ groups }, { t, format }) => [
    {
      title: t.timeTo,
      lines: groups.map(({ name, median: { seconds, low, high }, journeys: n }) => ({
        label: name || t.everyone,
        said: `${format.duration(seconds)} (${format.duration(low)} – ${format.duration(high)})`,
        value: seconds,
        low,
        high,
        n,
      })),
    },
  ],
  attribution: ({ touchpoints }, { t, format }) => [
    {
      title: t.attribution,
      lines: touchpoints.map(({ touchpoint, shapley, journeys }) =>
        estimateLine(touchpoint.label, shapley, journeys, (value) => format.number(value)),
      ),
    },
  ],
  cohorts: ({ mean, unit }, { t, format }) => [
    {
      title: t.cohorts,
      lines: mean.map((rate, at) => rateLine(t.after[unit](at + 1), rate, format)),
    },
  ],
  pattern: ({ matched, groups }, { t, format, nameOf }) => [
    {
      title: t.pattern,
      lines: [
        rateLine(t.everyone, matched, format),
        ...groups.map((group) =>
          rateLine(
            group.segment === null ? `${group.attribute}: ${group.name}` : nameOf(group.segment),
            group.matched,
            format,
          ),
        ),
      ],
    },
  ],
  loyalty: ({ periods }, { t, format }) =>
    periods.map(({ from, to, corners }) => ({
      title: `${t.loyalty}, ${format.period(from, to)}`,
      lines: corners.map(({ corner, share }) => rateLine(t.corner[corner], share, format)),
    })),
};

/** The figures of an answer in a language; `names` is what the ids in it are called. */
export function figuresOf<N extends QuestionName>(
  question: N,
  answer: AnswerOf<N>,
  {
    names,
    language,
  }: { readonly names: Readonly<Record<string, string>>; readonly language: Language },
): Figure[] {
  const speech = {
    t: figureWords[language],
    format: formatIn(language),
    nameOf: (id: string) => names[id] ?? id,
  };
  const told = figures[question] as (answer: AnswerOf<N>, speech: Speech) => Figure[];
  return told(answer, speech).filter(({ lines }) => lines.length > 0);
}

function driverName({ kind, touchpoint, name, value }: Driver, { t, nameOf }: Speech): string {
  const place = touchpoint?.label ?? "";
  const parts: Record<Driver["kind"], readonly string[]> = {
    passed: [t.driver.passed, place],
    repeated: [t.driver.repeated, place],
    waited: [t.driver.waited, place],
    measured: [t.driver.measured, name, place],
    later: [name, t.driver.later, value],
    attribute: [`${name}: ${value}`],
    segment: [t.driver.segment, nameOf(name)],
  };
  return parts[kind].filter((part) => part !== "").join(" ");
}

function outcomeSaid({ kind }: Outcome, value: number, format: Format): string {
  if (kind === "goal" || kind === "again") return format.signed(100 * value);
  return format.signed(value, kind === "amount" ? 0 : 2);
}

function outcomeUnit({ kind, unit }: Outcome, t: FigureWords): string {
  if (kind === "score") return "";
  return kind === "amount" ? unit : t.points;
}

function changeName({ kind, at, to, score }: Change, t: FigureWords): string {
  const places = [at, to].flatMap((each) => (each ? [each.label] : []));
  return [t.difference[kind], score ?? "", places.join(" → ")].filter(Boolean).join(" ");
}

function levelN({ after }: Change): number {
  if ("rate" in after) return after.rate.n;
  return "mean" in after ? after.mean.n : after.duration.n;
}

function differenceName({ what, from, to, score }: Difference, t: FigureWords): string {
  const places = [from, to].flatMap((each) => (each ? [each.label] : []));
  return [t.difference[what], score?.name ?? "", places.join(" → ")].filter(Boolean).join(" ");
}

function figureSaid({ form, unit, value, low, high }: GoalFigure, format: Format): string {
  const say = (one: number) =>
    form === "share"
      ? format.percent(one)
      : form === "seconds"
        ? format.duration(one)
        : `${format.number(one, 1)}${unit === "" ? "" : ` (${unit})`}`;
  return low === null || high === null ? say(value) : `${say(value)} (${say(low)} – ${say(high)})`;
}
