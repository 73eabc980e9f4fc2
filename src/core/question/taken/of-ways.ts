import { message } from "../../message/message.ts";
import type { Flow, Overview, Routes, TouchpointName, Touchpoints } from "../answers.ts";
import type { Cohorts } from "../cohorts.ts";
import type { Fit } from "../fit/fit.ts";
import type { Funnel } from "../funnel.ts";
import type { Pattern } from "../pattern/pattern.ts";
import type { TimeTo } from "../time-to.ts";
import type { Attribution, Leave } from "../towards.ts";
import { ofCount, ofDuration, ofEstimate, ofRate, type TakenFigure } from "./figure.ts";

const key = ({ code }: TouchpointName) => String(code);

export function ofOverview({ journeys, people }: Overview): TakenFigure[] {
  return [
    ...ofCount({ id: "journeys", name: message("figure-journeys") }, journeys),
    ...ofCount({ id: "people", name: message("figure-people") }, people),
  ];
}

export function ofFlow({ edges }: Flow): TakenFigure[] {
  return edges.flatMap(({ from, to, share, count, medianSeconds }) => [
    ...ofRate({ id: `way:${from}>${to}`, name: message("figure-way", { from, to }) }, share),
    ...ofDuration(
      { id: `wait:${from}>${to}`, name: message("figure-way-wait", { from, to }) },
      { n: count, medianSeconds, p25Seconds: null, p75Seconds: null },
    ),
  ]);
}

export function ofRoutes({ routes }: Routes): TakenFigure[] {
  return routes.flatMap(({ id, steps, share }) =>
    ofRate(
      { id: `route:${id}`, name: message("figure-route", { name: steps.join(" → ") }) },
      share,
    ),
  );
}

export function ofTouchpoints({ touchpoints }: Touchpoints): TakenFigure[] {
  return touchpoints.flatMap(({ touchpoint, reach, repeats, leave, dwell }) => {
    const at = { at: touchpoint.label };
    return [
      ...ofRate({ id: `reach:${key(touchpoint)}`, name: message("figure-reach", at) }, reach),
      ...ofRate({ id: `leave:${key(touchpoint)}`, name: message("figure-leave", at) }, leave),
      ...ofRate({ id: `again:${key(touchpoint)}`, name: message("figure-repeats", at) }, repeats),
      ...ofDuration({ id: `wait:${key(touchpoint)}`, name: message("figure-wait", at) }, dwell),
    ];
  });
}

/** The last step of the first one is the conversion, and stands first. */
export function ofFunnel({ steps }: Funnel): TakenFigure[] {
  const [first] = steps;
  if (!first) return [];
  const label = ({ touchpoint }: Funnel["steps"][number]) => touchpoint.label;
  return steps
    .map((step, nth) => ({ step, nth, before: steps[nth - 1] }))
    .toReversed()
    .flatMap(({ step, nth, before }) => [
      ...(before
        ? ofRate(
            {
              id: `first:${nth}:${key(step.touchpoint)}`,
              name: message("figure-conversion", { from: label(first), to: label(step) }),
            },
            step.ofFirst,
          )
        : ofRate(
            {
              id: `reach:${key(step.touchpoint)}`,
              name: message("figure-reach", { at: label(step) }),
            },
            step.ofPrevious,
          )),
      // Of the second step the one before is the first.
      ...(before && nth > 1
        ? ofRate(
            {
              id: `previous:${nth}:${key(step.touchpoint)}`,
              name: message("figure-conversion", { from: label(before), to: label(step) }),
            },
            step.ofPrevious,
          )
        : []),
      ...(before
        ? ofDuration(
            {
              id: `wait:${nth}:${key(step.touchpoint)}`,
              name: message("figure-way-wait", { from: label(before), to: label(step) }),
            },
            step.wait,
          )
        : []),
    ]);
}

const reachedBy = { id: "goal", name: message("figure-goal") };

export function ofLeave({ reached, touchpoints }: Leave): TakenFigure[] {
  return [
    ...ofRate(reachedBy, reached),
    ...touchpoints.flatMap(({ touchpoint, leave, success }) => {
      const at = { at: touchpoint.label };
      return [
        ...ofRate({ id: `leave:${key(touchpoint)}`, name: message("figure-leave", at) }, leave),
        ...ofRate(
          { id: `goal:${key(touchpoint)}`, name: message("figure-goal-after", at) },
          success,
        ),
      ];
    }),
  ];
}

export function ofAttribution({ reached, touchpoints }: Attribution): TakenFigure[] {
  return [
    ...ofRate(reachedBy, reached),
    ...touchpoints.flatMap(({ touchpoint, removal, journeys: n }) =>
      ofEstimate(
        {
          id: `credit:${key(touchpoint)}`,
          name: message("figure-credit", { at: touchpoint.label }),
        },
        removal,
        { form: "share", n },
      ),
    ),
  ];
}

export function ofTimeTo({ by, groups }: TimeTo): TakenFigure[] {
  return groups.flatMap(({ name, journeys: n, median: { seconds, low, high }, reached }) => {
    const one = by === null;
    const time = {
      id: `median:${name}`,
      name: one ? message("figure-time") : message("figure-time-of", { name }),
    };
    const goal = {
      id: `goal:${name}`,
      name: one ? message("figure-goal") : message("figure-goal-of", { name }),
    };
    return [
      ...(seconds === null
        ? []
        : [{ ...time, form: "seconds" as const, unit: "", value: seconds, low, high, n }]),
      ...ofRate(goal, reached),
    ];
  });
}

export function ofCohorts({ unit, mean }: Cohorts): TakenFigure[] {
  return mean.flatMap((share, nth) =>
    ofRate(
      { id: `back:${nth + 1}`, name: message("figure-back", { after: nth + 1, unit }) },
      share,
    ),
  );
}

export function ofPattern({ text, matched, until, groups }: Pattern): TakenFigure[] {
  return [
    ...ofRate({ id: "matched", name: message("figure-matched", { name: text }) }, matched),
    ...ofDuration({ id: "until", name: message("figure-until") }, until),
    ...groups.flatMap(({ segment, attribute, name, matched: share }) =>
      ofRate(
        {
          id: `matched:${segment ?? `${attribute}=${name}`}`,
          name: message("figure-matched-of", { name }),
        },
        share,
      ),
    ),
  ];
}

export function ofFit(
  { fitness, perfect, aligned: n, touchpoints }: Fit,
  names: Readonly<Record<string, string>>,
): TakenFigure[] {
  return [
    ...ofEstimate({ id: "fitness", name: message("figure-fitness") }, fitness, {
      form: "share",
      n,
    }),
    ...ofRate({ id: "perfect", name: message("figure-perfect") }, perfect),
    ...touchpoints.flatMap(({ id, skipped }) =>
      ofRate(
        { id: `skipped:${id}`, name: message("figure-skipped", { at: names[id] ?? id }) },
        skipped,
      ),
    ),
  ];
}
