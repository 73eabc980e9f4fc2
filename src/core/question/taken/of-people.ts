import { message, type Message } from "../../message/message.ts";
import type { Archetypes } from "../archetypes/archetypes.ts";
import type { Contrast, SideFigures } from "../contrast/contrast.ts";
import type { Change, Drift } from "../drift/drift.ts";
import type { Driver, Drivers } from "../drivers/drivers.ts";
import type { Gaps } from "../gaps/gap.ts";
import type { Loyalty } from "../loyalty/loyalty.ts";
import type { Scored } from "../scores/figure.ts";
import type { Scores } from "../scores/scores.ts";
import type { SegmentsFound } from "../segments/segments.ts";
import {
  ofDuration,
  ofEstimate,
  ofMean,
  ofRate,
  ofScore,
  type FigureForm,
  type TakenFigure,
} from "./figure.ts";

export function ofGaps({ gaps }: Gaps): TakenFigure[] {
  return gaps.flatMap((gap) => {
    const { kind, from, to, rate, perMonth, stake, segment } = gap;
    const about = { kind, at: from.label, to: to?.label ?? "" };
    const id = [kind, from.code, to?.code ?? 0, segment?.attribute ?? "", segment?.name ?? ""].join(
      ":",
    );
    return [
      ...ofEstimate({ id: `month:${id}`, name: message("figure-gap", about) }, perMonth, {
        form: "month",
        n: rate.n,
      }),
      ...ofRate({ id: `share:${id}`, name: message("figure-gap-share", about) }, rate),
      ...(stake
        ? ofEstimate(
            {
              id: `stake:${stake.name}:${id}`,
              name: message("figure-gap-stake", { ...about, name: stake.name }),
            },
            stake.perMonth,
            { form: "month", unit: stake.unit, n: rate.n },
          )
        : []),
    ];
  });
}

export function ofScores(answer: Scores): TakenFigure[] {
  const { whole, touchpoints, episodes, personas, peakEnd } = answer;
  const places = [
    ...touchpoints.map((each) => ({ ...each, of: each.title })),
    ...episodes.map((each) => ({ ...each, of: each.title })),
    ...personas.map((each) => ({ ...each, of: each.name })),
  ];
  return [
    ...scored(whole, "", ({ name }) => message("figure-score", { name })),
    ...ofEmotion(whole),
    ...(peakEnd
      ? ofMean({ id: "peak-end", name: message("figure-peak-end") }, peakEnd.peakEnd)
      : []),
    ...places.flatMap((place) =>
      scored(place, place.id, ({ name }) => message("figure-score-at", { name, at: place.of })),
    ),
  ];
}

function scored(
  { scores }: Scored,
  at: string,
  name: (score: { name: string }) => Message,
): TakenFigure[] {
  return scores.flatMap((score) =>
    ofScore({ id: `score:${score.name}:${score.scale.join("–")}:${at}`, name: name(score) }, score),
  );
}

function ofEmotion({ emotion }: Scored): TakenFigure[] {
  return emotion ? ofMean({ id: "emotion", name: message("figure-emotion") }, emotion) : [];
}

/** A goal is a share; a score and an amount are on their own scale. */
export function ofDrivers({ outcome, n, mean, drivers }: Drivers): TakenFigure[] {
  const { kind, scale, unit: own } = outcome;
  const form: FigureForm = kind === "goal" || kind === "again" ? "share" : "number";
  const unit = scale ? scale.join("–") : own;
  return [
    ...(mean === null
      ? []
      : [
          {
            id: "mean",
            name: message("figure-explained"),
            form,
            unit,
            value: mean,
            low: null,
            high: null,
            n,
          },
        ]),
    ...drivers.flatMap((driver) =>
      ofEstimate(
        {
          id: `driver:${driver.kind}:${driver.touchpoint?.code ?? 0}:${driver.name}:${driver.value}`,
          name: message("figure-driver", { what: whatOf(driver) }),
        },
        driver.difference,
        { form, unit, n: driver.with.n },
      ),
    ),
  ];
}

function whatOf({ touchpoint, name, value }: Driver): string {
  return [touchpoint?.label, name, value].filter(Boolean).join(" · ");
}

export function ofSegments({ proposals, unplaced }: SegmentsFound): TakenFigure[] {
  return [
    ...proposals.flatMap(({ predicate, size, goal }) => {
      const name = Object.values(predicate).flat().join(", ");
      const id = Object.entries(predicate)
        .map(([attribute, values]) => `${attribute}=${values.join("|")}`)
        .join("&");
      return [
        ...ofRate({ id: `size:${id}`, name: message("figure-segment", { name }) }, size),
        ...ofRate({ id: `goal:${id}`, name: message("figure-goal-of", { name }) }, goal),
      ];
    }),
    ...ofRate({ id: "unplaced", name: message("figure-segment", { name: "–" }) }, unplaced),
  ];
}

export function ofArchetypes({ archetypes }: Archetypes): TakenFigure[] {
  return archetypes.flatMap(({ route, steps, size, goal }) => {
    const name = steps.join(" → ");
    return [
      ...ofRate({ id: `size:${route}`, name: message("figure-segment", { name }) }, size),
      ...ofRate({ id: `goal:${route}`, name: message("figure-goal-of", { name }) }, goal),
    ];
  });
}

/** What is now, on the later side of every change. */
export function ofDrift({ moments, apart }: Drift): TakenFigure[] {
  return [...moments.flatMap(({ changes }) => changes), ...apart].flatMap((change) => {
    const { kind, at, to, score, after } = change;
    const named = {
      id: `${kind}:${at?.code ?? 0}:${to?.code ?? 0}:${score ?? ""}`,
      name: message("figure-changed", { name: placesOf(change) }),
    };
    if ("rate" in after) return ofRate(named, after.rate);
    return "duration" in after ? ofDuration(named, after.duration) : ofMean(named, after.mean);
  });
}

function placesOf({ at, to, score }: Change): string {
  return [score, at?.label, to?.label].filter(Boolean).join(" → ");
}

export function ofContrast({ one, other }: Contrast): TakenFigure[] {
  return [...sideOf(one, 1), ...sideOf(other, 2)];
}

function sideOf({ goal, duration, scores }: SideFigures, side: number): TakenFigure[] {
  const named = (id: string, what: string) => ({
    id: `${id}:${side}`,
    name: message("figure-side", { what, side }),
  });
  const { medianSeconds, n, low, high } = duration;
  return [
    ...ofRate(
      { id: `goal:${side}`, name: message("figure-goal-of", { name: String(side) }) },
      goal,
    ),
    ...(medianSeconds === null
      ? []
      : [
          {
            id: `duration:${side}`,
            name: message("figure-time-of", { name: String(side) }),
            form: "seconds" as const,
            unit: "",
            value: medianSeconds,
            low,
            high,
            n,
          },
        ]),
    ...scores.map(({ name, low: from, high: to, mean }) => ({
      ...named(`score:${name}:${from}–${to}`, name),
      form: "number" as const,
      unit: `${from}–${to}`,
      ...mean,
    })),
  ];
}

/** How it stands in the later of the two periods. */
export function ofLoyalty({ periods: [, now] }: Loyalty): TakenFigure[] {
  return [
    ...now.corners.flatMap(({ corner, share }) =>
      ofRate({ id: `corner:${corner}`, name: message("figure-corner", { name: corner }) }, share),
    ),
    ...ofRate({ id: "bought", name: message("figure-bought") }, now.bought),
  ];
}
