/** Where a part of a report goes. */
export type Way = "first" | "up" | "down" | "last" | "remove";

/** The list with one of its items elsewhere or gone; where it cannot go further nothing changes. */
export function moved<T>(items: readonly T[], at: number, way: Way): T[] {
  const item = items[at];
  if (item === undefined) return [...items];
  const rest = items.toSpliced(at, 1);
  if (way === "remove") return rest;
  const to = { first: 0, up: Math.max(0, at - 1), down: at + 1, last: rest.length }[way];
  return rest.toSpliced(to, 0, item);
}
