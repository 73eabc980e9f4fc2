import { FEW } from "../../core/evidence/interval.ts";
import { shownFeeling } from "../../core/map/sheet/shown-feeling.ts";
import type { Format } from "../language/format.ts";
import type { Column, Feeling } from "../../core/map/sheet/column.ts";
import type { SheetLane } from "../../core/map/sheet/lanes.ts";
import { toldFeelings } from "../../core/map/sheet/told-feeling.ts";
import type { ToldFeeling } from "../../core/map/sheet/told-feeling.ts";
import { metricLines } from "../../core/map/sheet/shown-metric.ts";
import { shownScore } from "../../core/map/sheet/shown-score.ts";
import type { MapText } from "./text.ts";

/**
 * What a figure rests on, in sentences: shown when a cell is pointed at, and read out with it.
 * Empty where a cell holds no figure.
 */
export function cellNote({ kind }: SheetLane, column: Column, t: MapText, f: Format): string[] {
  if (kind === "emotion") return feelingNote(column, t, f);
  if (kind === "metrics")
    return column.metrics.map((shown) => {
      const { name, value, about, goals } = metricLines(shown, f, t.metric);
      return [value === null ? name : `${name}: ${value}`, ...about, ...goals].join(", ");
    });
  const { figures } = column;
  if (!figures) return [];
  switch (kind) {
    case "stream":
      return [
        t.note.stillHere(f.number(figures.still.count), f.number(figures.still.n)),
        t.note.lost(f.number(figures.lost)),
      ];
    case "wait": {
      const { n, medianSeconds, p25Seconds, p75Seconds } = figures.wait;
      if (medianSeconds === null) return [];
      return [
        `${t.lane.wait}: ${f.duration(medianSeconds)}`,
        t.note.quartiles(f.duration(p25Seconds), f.duration(p75Seconds)),
        ...counted(n, t, f),
      ];
    }
    case "figures":
      return [
        `${t.figure.people}: ${f.number(figures.people)}`,
        `${t.figure.reach}: ${f.rate(figures.reach)}`,
        ...(figures.conversion ? [`${t.figure.onward}: ${f.rate(figures.conversion)}`] : []),
        `${t.figure.leave}: ${f.rate(figures.leave)}`,
        ...(figures.journeys < FEW ? [t.note.few] : []),
      ];
    case "scores":
      return figures.scores.map(shownScore).flatMap(({ name, scale, value, digits }) => {
        const shown = (figure: number) => f.number(figure, digits);
        return [
          `${name}: ${t.onScale(shown(value.mean), f.number(scale[0]), f.number(scale[1]))}`,
          ...interval(value.low, value.high, shown, t),
          ...counted(value.n, t, f),
        ];
      });
    case "picture":
    case "goal":
    case "doing":
    case "quotes":
    case "importance":
    case "pains":
    case "opportunities":
    case "frontstage":
    case "backstage":
    case "unit":
    case "actions":
    case "text":
      return [];
  }
}

/** Too few customers reported it to lean on. */
export function isFew({ kind, n }: Feeling): boolean {
  return kind === "measured" && n !== null && n < FEW;
}

/** What the feeling at a touchpoint is and rests on, in sentences. */
export function feelingNote(column: Column, t: MapText, f: Format): string[] {
  const told = toldFeelings(column, t);
  return told.length === 0 ? [t.note.nobody] : told.flatMap((one) => oneFeeling(one, t, f));
}

function oneFeeling({ name, feeling }: ToldFeeling, t: MapText, f: Format): string[] {
  const shown = (value: number) => shownFeeling(value, f);
  const head = `${name ?? t.lane.emotion}: ${shown(feeling.value)}`;
  if (feeling.kind !== "measured") {
    const n = feeling.n === null ? [] : [f.n(feeling.n)];
    const claimed = t.kind[feeling.kind];
    return name === null
      ? [head, t.note.claimed(claimed), ...n]
      : [[head, claimed, ...n].join(", ")];
  }
  return [
    head,
    ...interval(feeling.low, feeling.high, shown, t),
    ...(feeling.n === null ? [] : counted(feeling.n, t, f)),
  ];
}

function interval(
  low: number | null,
  high: number | null,
  shown: (value: number) => string,
  t: MapText,
): string[] {
  return low === null || high === null ? [] : [t.note.interval(shown(low), shown(high))];
}

function counted(n: number, t: MapText, f: Format): string[] {
  return n < FEW ? [f.n(n), t.note.few] : [f.n(n)];
}
