import { Filter } from "../../core/question/filter.ts";

/** The part of a filter that names touchpoints. */
export type TouchpointMode = "passed" | "notPassed" | "inOrder";

/** A filter out of an address; an unreadable one is no filter rather than a broken page. */
export function readFilter(value: unknown): Filter {
  return Filter.safeParse(value).data ?? {};
}

/** The filter with some parts changed; a part that is `undefined` or empty is left out. */
export function withParts(
  filter: Filter,
  parts: { readonly [Part in keyof Filter]?: Filter[Part] | undefined },
): Filter {
  const merged = Object.entries({ ...filter, ...parts });
  return Object.fromEntries(merged.filter(([, value]) => !isNothing(value)));
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === "") return true;
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** True when nothing is filtered. */
export function isEverything(filter: Filter): boolean {
  return Object.keys(filter).length === 0;
}

/** Takes a value in at the end, or out when it is there. */
export function toggled<T>(values: readonly T[] | undefined, value: T): T[] {
  const present = values ?? [];
  return present.includes(value) ? present.filter((each) => each !== value) : [...present, value];
}

/** One value of one attribute taken in or out. */
export function withAttribute(filter: Filter, name: string, value: string): Filter {
  const values = toggled(filter.attributes?.[name], value);
  const { [name]: _, ...others } = filter.attributes ?? {};
  return withParts(filter, {
    attributes: values.length === 0 ? others : { ...others, [name]: values },
  });
}

const DAY = 86_400_000;

/** The last days before the last event, as [from, to) on whole days of the reader. */
export function lastDays(days: number, lastEvent: string): { from: string; to: string } {
  const to = new Date(lastEvent);
  to.setHours(24, 0, 0, 0);
  const from = new Date(to);
  from.setDate(from.getDate() - days);
  return { from: from.toISOString(), to: to.toISOString() };
}

/** The day of a moment, as a date field holds it (`2026-11-12`); of an exclusive end, the day before. */
export function dayOf(iso: string | undefined, exclusive = false): string {
  if (iso === undefined) return "";
  const date = new Date(Date.parse(iso) - (exclusive ? 1 : 0));
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The moment at which a day of a date field begins, or ends when `exclusive`; undefined when blank. */
export function momentOf(day: string, exclusive = false): string | undefined {
  const start = Date.parse(`${day}T00:00:00`);
  if (Number.isNaN(start)) return undefined;
  if (!exclusive) return new Date(start).toISOString();
  const next = new Date(start + DAY + DAY / 2);
  next.setHours(0, 0, 0, 0);
  return next.toISOString();
}
