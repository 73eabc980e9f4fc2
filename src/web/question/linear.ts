/** A straight scale: `from` … `to` in the data lies at `start` … `end` on the page. */
export function scaleLinear(from: number, to: number, start: number, end: number) {
  return (value: number): number => start + ((value - from) / (to - from || 1)) * (end - start);
}
