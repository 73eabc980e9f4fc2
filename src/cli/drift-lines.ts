import type { AlertReason } from "../core/question/alerts/alert.ts";
import type { Change, Level } from "../core/question/drift/drift.ts";
import type { Answers } from "./asker.ts";
import { number, percent, shown, table, time } from "./plain-table.ts";

/** What changed, by the day on which it did, as lines. */
export function driftLines(answer: Answers["drift"]): string[] {
  return [
    ...answer.moments.flatMap(({ day, between, changes }) => [
      `${day} (between ${between[0]} and ${between[1]})`,
      ...changed(changes),
      "",
    ]),
    ...(answer.moments.length === 0
      ? [`Nothing changed surely; ${number(answer.tested)} figures were tested.`]
      : []),
    ...(answer.apart.length > 0
      ? ["Changed in the figures, not necessarily for customers:", ...changed(answer.apart)]
      : []),
    `${number(answer.people)} people, one journey each, from ${answer.from ?? "–"} to ${answer.to ?? "–"}; ${number(answer.tested)} figures tested.`,
    shown(answer.shown),
  ];
}

/** Odd days, as lines. */
export function alertLines(answer: Answers["alerts"]): string[] {
  return [
    ...table([
      ["day", "where", "customers", "expected", "99.9 % within", "behind it", "", ""],
      ...answer.alerts
        .filter(({ muted }) => !muted)
        .map((each) => [
          each.day,
          [each.at, each.to].flatMap((place) => place?.label ?? []).join(" → "),
          number(each.count),
          each.expected.toFixed(0),
          `${each.low.toFixed(0)}–${each.high.toFixed(0)}`,
          behind(each.reason),
          each.withdrawn ? "not odd any more" : each.state,
          each.note,
        ]),
    ]),
    answer.run
      ? `${number(answer.run.series)} series, ${answer.run.from} to ${answer.run.to}, looked at on ${answer.run.at}.`
      : "Nothing was looked at yet: it is done after data was derived.",
  ];
}

function changed(changes: readonly Change[]): string[] {
  return table([
    ["size", "", "of those at", "", "before", "after", "p", "", ""],
    ...changes.map((each) => [
      each.size.toFixed(2),
      each.kind,
      each.at?.label ?? "start",
      [each.score, each.to?.label].filter((part) => part).join(": ") || "–",
      level(each.before),
      level(each.after),
      each.p < 0.001 ? "< 0.001" : each.p.toFixed(3),
      `${each.between[0]} – ${each.between[1]}`,
      each.otherwise === null
        ? ""
        : "source" in each.otherwise
          ? `${each.otherwise.source} ${each.otherwise.began ? "began" : "fell silent"}`
          : `others came: ${each.otherwise.attribute}`,
    ]),
  ]);
}

function behind(reason: AlertReason): string {
  if (reason.is === "source") return `the source ${reason.source}`;
  return reason.is === "holiday" ? reason.holiday : reason.is;
}

function level(each: Level): string {
  if ("rate" in each) return `${percent(each.rate)} (n ${number(each.rate.n)})`;
  if ("mean" in each) return `${each.mean.mean.toFixed(2)} (n ${number(each.mean.n)})`;
  return `${time(each.duration.medianSeconds)} (n ${number(each.duration.n)})`;
}
