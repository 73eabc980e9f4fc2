/** A feeling of −1 … +1 on the scale that is shown, −2 … +2. */
export function shownFeeling(value: number, format: { signed(value: number): string }): string {
  return format.signed(value * 2);
}
