import type { Driver, Drivers } from "../core/question/drivers/drivers.ts";
import { table } from "./plain-table.ts";

/** What goes along with an outcome, as lines. */
export function driverLines(answer: Drivers): string[] {
  const { outcome, n, mean, explained, tried, sure, drivers, underWay, shown } = answer;
  const share = outcome.kind === "goal" || outcome.kind === "again";
  const value = (one: number) => (share ? `${(100 * one).toFixed(1)}%` : one.toFixed(2));
  const compared = (each: Driver) => [
    said(each),
    value(each.with.mean),
    String(each.with.n),
    value(each.without.mean),
    `${value(each.difference.value)} (${value(each.difference.low)} to ${value(each.difference.high)})`,
  ];
  return [
    `${outcome.name || outcome.kind}: ${mean === null ? "–" : value(mean)}, n = ${n}; ${(100 * explained).toFixed(1)}% of the differences go along with these, which is association, not cause.`,
    ...table([
      ["", "with it", "n", "without", "difference", "share of R²"],
      ...drivers.map((each) => [
        ...compared(each),
        each.share === null ? "–" : `${(100 * each.share).toFixed(1)}%`,
      ]),
    ]),
    `${tried} candidates were held against it; ${sure} surely differ.`,
    ...(!underWay
      ? []
      : [
          `Met on the way, by customers who are still under way: ${underWay.drivers.length} of ${underWay.tried} surely go along with missing the goal.`,
          ...(underWay.drivers.length === 0
            ? []
            : table([
                ["", "after", "under way", "had met it", "n", "had not", "difference"],
                ...underWay.drivers.map((each) => {
                  const [what = "", ...figures] = compared(each);
                  return [what, hours(each.afterSeconds), String(each.underWay), ...figures];
                }),
              ])),
        ]),
    `${shown.journeys} of ${shown.of} journeys shown.`,
  ];
}

function said({ kind, touchpoint, name, value, from, unit }: Driver): string {
  const place = touchpoint?.label ?? "";
  switch (kind) {
    case "passed":
      return `passed ${place}`;
    case "repeated":
      return `again ${place}`;
    case "waited":
      return `waited over ${hours(from ?? 0)} after ${place}`;
    case "measured":
      return `${name} over ${unit === "seconds" ? hours(from ?? 0) : `${from} ${unit}`} at ${place}`;
    case "later":
      return `${name} later than ${value}`;
    case "attribute":
      return `${name}=${value}`;
    case "segment":
      return `segment ${name}`;
  }
}

function hours(seconds: number): string {
  return seconds < 7200 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
