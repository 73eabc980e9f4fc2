/**
 * Of two orders of the same things, the most that can stay where they are while the others move: a
 * longest increasing run of their places. What stands in only one of the two is left out.
 */
export function staying(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((id, at) => [id, at]));
  const both = after.filter((id) => place.has(id));
  /** For each length, the end of the run of that length that ends earliest; and what comes before each. */
  const ends: string[] = [];
  const previous = new Map<string, string | undefined>();
  for (const id of both) {
    const at = place.get(id) ?? 0;
    const longer = ends.findIndex((end) => (place.get(end) ?? 0) >= at);
    const length = longer === -1 ? ends.length : longer;
    previous.set(id, ends[length - 1]);
    ends[length] = id;
  }
  const stay = new Set<string>();
  for (let id = ends.at(-1); id !== undefined; id = previous.get(id)) stay.add(id);
  return stay;
}
