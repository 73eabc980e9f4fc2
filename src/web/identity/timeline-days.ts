import type { TimelineEvent } from "../../core/question/answers.ts";

/** The events of one day of a customer, and the silence before it. */
export type TimelineDay = {
  /** Time of its first event, ISO. */
  readonly time: string;
  readonly events: readonly TimelineEvent[];
  /** Seconds without any event since the day before; null on the first day. */
  readonly silence: number | null;
};

/**
 * Groups events, oldest first, by calendar day.
 * @param dayOf names the calendar day of a time, in the reader's zone
 */
export function groupDays(
  events: readonly TimelineEvent[],
  dayOf: (time: string) => string,
): TimelineDay[] {
  const days = [...Map.groupBy(events, ({ time }) => dayOf(time)).values()];
  return days.map((day, place) => {
    const time = day[0]!.time;
    const before = days[place - 1]?.at(-1)?.time;
    const silence = before === undefined ? null : (Date.parse(time) - Date.parse(before)) / 1000;
    return { time, events: day, silence };
  });
}

const DAY = 86_400;
const WHITE = 12;

/** White space for a silence, in pixels: grows with the days, ever more slowly. */
export function whiteFor(silence: number): number {
  const days = silence / DAY;
  return Math.round(Math.min(160, WHITE + 28 * Math.log2(1 + days / 2)));
}

/** The events with which a journey of this customer begins. */
export function journeyStarts(events: readonly TimelineEvent[]): Set<TimelineEvent> {
  const seen = new Set<string>();
  const starts = new Set<TimelineEvent>();
  for (const event of events) {
    if (event.journey === null || seen.has(event.journey)) continue;
    seen.add(event.journey);
    starts.add(event);
  }
  return starts;
}

/** Per event the attributes that it tells for the first time, or anew: what is known already stays unsaid. */
export function newsOf(events: readonly TimelineEvent[]): Map<TimelineEvent, [string, string][]> {
  const known = new Map<string, string>();
  const news = new Map<TimelineEvent, [string, string][]>();
  for (const event of events) {
    const told = Object.entries(event.attributes).filter(
      ([name, value]) => known.get(name) !== value,
    );
    for (const [name, value] of told) known.set(name, value);
    news.set(event, told);
  }
  return news;
}
