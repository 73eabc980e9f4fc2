import { compared, levelName, type Compared } from "../../../core/identity/comparison.ts";
import { weight, type Model } from "../../../core/identity/fellegi-sunter.ts";
import type { Reason } from "../../../core/identity/probable-link.ts";
import { levelsOf } from "./levels.ts";

/** What a pattern tells, in the words of its comparisons. */
export function levelsTold(
  pattern: number,
): { of: Compared; at: number; level: string; number: number }[] {
  const levels = levelsOf(pattern);
  return compared.flatMap((of, at) => {
    const number = levels[at] ?? 0;
    const level = levelName(of, number);
    return level === null ? [] : [{ of, at, level, number }];
  });
}

/** The same with what each of them weighs; a rare value weighs more. */
export function reasonsOf(model: Model, pattern: number, rarity: readonly number[]): Reason[] {
  return levelsTold(pattern).map(({ of, at, level, number }) => {
    return { of, level, weight: weight(model, at, number) + (rarity[at] ?? 0) };
  });
}
