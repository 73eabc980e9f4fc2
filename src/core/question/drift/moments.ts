import type { Change, ChangeMoment } from "./drift.ts";

/**
 * Changes that may be one: the day that is known best stands for all whose interval it lies in, then the next
 * best of the rest. A change that may have been on several of these days is told on the one nearest to its
 * own likeliest day. Oldest moment first, in each the largest change first.
 */
export function momentsOf(changes: readonly Change[]): ChangeMoment[] {
  const width = ({ between: [low, high] }: Change) => days(high) - days(low);
  const sorted = changes.toSorted(
    (one, other) => width(one) - width(other) || other.size - one.size,
  );
  const holds = ({ between: [low, high] }: Change, day: string) => low <= day && day <= high;
  const anchors: Change[] = [];
  for (const change of sorted)
    if (!anchors.some(({ day }) => holds(change, day))) anchors.push(change);
  const told = Map.groupBy(sorted, (change) => {
    const away = ({ day }: Change) => Math.abs(days(day) - days(change.day));
    return anchors
      .filter((each) => each === change || holds(change, each.day))
      .reduce((best, each) => (away(each) < away(best) ? each : best));
  });
  return anchors
    .map(({ day, between }, nth): ChangeMoment => ({
      day,
      between,
      changes: onceEach(told.get(anchors[nth]!) ?? []).toSorted(
        (one, other) => other.size - one.size,
      ),
    }))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/** Who comes to a touchpoint at all says what who goes straight on to it says too. */
function onceEach(changes: readonly Change[]): Change[] {
  const said = ({ at, to }: Change) => `${at?.code} ${to?.code}`;
  const reached = new Set(changes.filter(({ kind }) => kind === "reach").map(said));
  return changes.filter((change) => change.kind !== "next" || !reached.has(said(change)));
}

/** A count of days that grows with the date; only differences mean something. */
function days(iso: string): number {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  return year * 365.25 + month * 30.44 + day;
}
