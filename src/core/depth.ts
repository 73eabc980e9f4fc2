/** Does a value of JSON hold more than `most` levels in each other? Walks them side by side, not down. */
export function isDeeper(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((each) => (typeof each === "object" && each ? Object.values(each) : []));
  }
  return false;
}
