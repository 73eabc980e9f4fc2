import type { Change, ChangeMoment } from "./drift.ts";

/**
 * Changes that may be one: the day that is known best gathers all whose interval it lies in, then the
 * next best of the rest. Oldest moment first, in each the largest change first.
 */
export function momentsOf(changes: readonly Change[]): ChangeMoment[] {
  const width = ({ between: [low, high] }: Change) => days(high) - days(low);
  const left = changes.toSorted((one, other) => width(one) - width(other) || other.size - one.size);
  const moments: ChangeMoment[] = [];
  while (left.length > 0) {
    const surest = left[0]!;
    const { day, between } = surest;
    const inside = left.filter((each) => each.between[0] <= day && day <= each.between[1]);
    for (const each of inside) left.splice(left.indexOf(each), 1);
    moments.push({
      day,
      between,
      changes: onceEach(inside).toSorted((one, other) => other.size - one.size),
    });
  }
  return moments.toSorted((one, other) => (one.day < other.day ? -1 : 1));
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
