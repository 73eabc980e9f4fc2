/** Fewest people, or journeys, of whom anything is told apart. */
export const FLOOR = 5;

/**
 * Which of several figures may be told, by the answers behind each: those with enough, as long as what is
 * left out is nobody or enough as well. Otherwise what all said, less what is told, would be what few said;
 * so the smallest of the others is left out too. `outside`: answers that have no figure of their own.
 * @example tellable([9, 3, 8]) // [true, false, false]
 */
export function tellable(counts: readonly number[], outside = 0, floor = FLOOR): boolean[] {
  const told = counts.map((count) => count >= floor);
  const left = () => counts.reduce((sum, count, nth) => (told[nth] ? sum : sum + count), outside);
  while (left() > 0 && left() < floor && told.includes(true)) {
    const open = counts.flatMap((count, nth) => (told[nth] ? [{ count, nth }] : []));
    const least = open.reduce((one, other) => (other.count < one.count ? other : one));
    told[least.nth] = false;
  }
  return told;
}
