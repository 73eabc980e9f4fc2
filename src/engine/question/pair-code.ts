/** Two touchpoints, by their codes of 16 bits, as one number of 32: compared at a stroke. */
export function pairCode(one: number, other: number): number {
  return one * 65_536 + other;
}

/** The same as SQL, of two columns of UInt16. */
export function pairCodeSql(one: string, other: string): string {
  return `bitOr(bitShiftLeft(toUInt32(${one}), 16), toUInt32(${other}))`;
}

/** The two that a code stands for, as SQL. */
export function pairOfSql(code: string): readonly [one: string, other: string] {
  return [`toUInt16(bitShiftRight(${code}, 16))`, `toUInt16(${code})`];
}
