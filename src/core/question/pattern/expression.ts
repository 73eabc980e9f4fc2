import type { Language } from "../../message/wording.ts";

/** One place of a pattern: one of these touchpoints by their labels, or with `but` any other than these. */
export type What = { readonly labels: readonly string[]; readonly but: boolean };

export type Part = {
  readonly what: What;
  /** Right after the part before, nothing between. */
  readonly direct: boolean;
  /** At least so many times. */
  readonly times: number;
  /** These times right after each other. */
  readonly row: boolean;
};

export const spanUnits = ["minute", "hour", "day", "week"] as const;
export type SpanUnit = (typeof spanUnits)[number];

/**
 * What is looked for in a journey, as it is said: parts that follow each other, others between them
 * allowed unless `direct`, and what must hold for the whole.
 */
export type Expression = {
  /** The first part is the first step of the journey. */
  readonly starts: boolean;
  readonly parts: readonly Part[];
  /** The last part is the last step of the journey. */
  readonly ends: boolean;
  /** From the first part to the last. */
  readonly within: { readonly amount: number; readonly unit: SpanUnit } | null;
  /** Not passed in between, before the first part, after the last. */
  readonly without: readonly string[];
  readonly unpreceded: readonly string[];
  readonly unfollowed: readonly string[];
};

/** Most places that a pattern may have, those that come several times counted each time. */
export const MOST_PLACES = 20;

type Say = {
  readonly starts: string;
  readonly next: string;
  readonly direct: string;
  readonly ends: string;
  readonly least: (times: number) => string;
  readonly row: string;
  readonly or: string;
  readonly but: string;
  readonly step: string;
  readonly within: string;
  readonly units: Readonly<Record<SpanUnit, readonly [one: string, more: string]>>;
  readonly without: readonly [before: string, behind: string];
  readonly unpreceded: string;
  readonly unfollowed: string;
};

const words: Record<Language, Say> = {
  en: {
    starts: "starts with",
    next: "then",
    direct: "then directly",
    ends: "and ends there",
    least: (times) => `at least ${times} times`,
    row: "in a row",
    or: "or",
    but: "anything but",
    step: "any step",
    within: "within",
    units: {
      minute: ["minute", "minutes"],
      hour: ["hour", "hours"],
      day: ["day", "days"],
      week: ["week", "weeks"],
    },
    without: ["without", "in between"],
    unpreceded: "not preceded by",
    unfollowed: "not followed by",
  },
  nl: {
    starts: "begint met",
    next: "dan",
    direct: "dan meteen",
    ends: "en eindigt daar",
    least: (times) => `minstens ${times} keer`,
    row: "achter elkaar",
    or: "of",
    but: "alles behalve",
    step: "een willekeurige stap",
    within: "binnen",
    units: {
      minute: ["minuut", "minuten"],
      hour: ["uur", "uur"],
      day: ["dag", "dagen"],
      week: ["week", "weken"],
    },
    without: ["zonder", "ertussen"],
    unpreceded: "niet voorafgegaan door",
    unfollowed: "niet gevolgd door",
  },
};

/**
 * A pattern as text; in English it is the canonical form, which stands in addresses and answers.
 * @example `"Price compared" then "Called" at least 2 times within 7 days, not followed by "Contract signed"`
 */
export function writePattern(expression: Expression, language: Language = "en"): string {
  const say = words[language];
  const any = (labels: readonly string[]) => labels.map(quoted).join(` ${say.or} `);
  const { starts, parts, ends, within, without, unpreceded, unfollowed } = expression;
  const told = parts.map(({ what, direct, times, row }, nth) => {
    const link = nth === 0 ? "" : `${direct ? say.direct : say.next} `;
    const { labels, but } = what;
    const name = labels.length === 0 ? say.step : but ? `${say.but} ${any(labels)}` : any(labels);
    const often = times === 1 ? "" : ` ${say.least(times)}${row ? ` ${say.row}` : ""}`;
    return `${link}${name}${often}`;
  });
  const unit = within && say.units[within.unit][within.amount === 1 ? 0 : 1];
  return [
    starts ? `${say.starts} ` : "",
    told.join(" "),
    ends ? ` ${say.ends}` : "",
    within ? ` ${say.within} ${within.amount} ${unit}` : "",
    without.length > 0 ? `, ${say.without[0]} ${any(without)} ${say.without[1]}` : "",
    unpreceded.length > 0 ? `, ${say.unpreceded} ${any(unpreceded)}` : "",
    unfollowed.length > 0 ? `, ${say.unfollowed} ${any(unfollowed)}` : "",
  ].join("");
}

function quoted(label: string): string {
  return `"${label.replaceAll('"', '""')}"`;
}
