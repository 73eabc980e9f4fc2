/**
 * Adjusted Rand index of two partitions of the same things (Hubert & Arabie 1985): 1 when they are the
 * same, about 0 when one says nothing of the other.
 */
export function adjustedRand(one: readonly string[], other: readonly string[]): number {
  const pairs = (n: number) => (n * (n - 1)) / 2;
  const sum = (keys: readonly string[]) =>
    [...Map.groupBy(keys, (key) => key).values()].reduce(
      (all, { length }) => all + pairs(length),
      0,
    );
  const both = sum(one.map((key, nth) => JSON.stringify([key, other[nth]])));
  const [a, b] = [sum(one), sum(other)];
  const expected = (a * b) / pairs(one.length);
  const most = (a + b) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}
