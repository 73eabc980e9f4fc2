import { formatIn } from "../../message/format.ts";
import type { Language } from "../../message/wording.ts";
import type { Filter } from "../filter.ts";

const english = {
  everything: "all journeys",
  since: (day: string) => `since ${day}`,
  until: (day: string) => `until ${day}`,
  channels: (names: string) => `through ${names}`,
  noChannel: "no channel",
  passed: (names: string) => `with ${names}`,
  notPassed: (names: string) => `without ${names}`,
  or: " or ",
};

const dutch: typeof english = {
  everything: "alle klantreizen",
  since: (day) => `sinds ${day}`,
  until: (day) => `tot ${day}`,
  channels: (names) => `via ${names}`,
  noChannel: "geen kanaal",
  passed: (names) => `met ${names}`,
  notPassed: (names) => `zonder ${names}`,
  or: " of ",
};

const words = { en: english, nl: dutch };

/** What a filter leaves, in a few words for each part of it; `names` are what ids in it are called. */
export function filterWords(
  { from, to, segment, channels, passed, notPassed, inOrder, attributes }: Filter,
  names: Readonly<Record<string, string>>,
  language: Language,
): string[] {
  const t = words[language];
  const format = formatIn(language);
  const nameOf = (id: string | number) => names[id] ?? `${id}`;
  const all = (ids: readonly number[], between = ", ") => ids.map(nameOf).join(between);
  // A period ends before its end: the last day is the one that the moment before belongs to.
  const lastDay = to === undefined ? null : new Date(Date.parse(to) - 1).toISOString();
  const period =
    from !== undefined && lastDay !== null
      ? format.period(from, lastDay)
      : from !== undefined
        ? t.since(format.date(from))
        : to !== undefined
          ? t.until(format.date(to))
          : null;
  const parts = [
    segment === undefined ? null : nameOf(segment),
    period,
    channels ? t.channels(channels.map((one) => one || t.noChannel).join(t.or)) : null,
    passed ? t.passed(all(passed)) : null,
    inOrder ? t.passed(all(inOrder, " → ")) : null,
    notPassed ? t.notPassed(all(notPassed)) : null,
    ...Object.entries(attributes ?? {}).map(([name, values]) => `${name}: ${values.join(t.or)}`),
  ].filter((part) => part !== null);
  return parts.length === 0 ? [t.everything] : parts;
}
