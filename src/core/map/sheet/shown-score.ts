import type { Mean } from "../../evidence/interval.ts";
import type { ScoreStat } from "../../evidence/overlay.ts";
import { nps } from "../../evidence/score.ts";

/** A score as readers know it: recommendation in points, everything else as a mean on its scale. */
export type ShownScore = {
  readonly name: string;
  readonly scale: readonly [number, number];
  readonly value: Mean;
  /** Decimals that are worth showing. */
  readonly digits: number;
};

/** Turns answers 0–10 to a score called NPS into net promoter points; leaves other scores a mean. */
export function shownScore({ name, scale, onScale, counts }: ScoreStat): ShownScore {
  if (/^nps\b/i.test(name) && scale[0] === 0 && scale[1] === 10) {
    const { n, score, low, high } = nps(counts);
    if (score !== null) {
      return { name, scale: [-100, 100], value: { n, mean: score, low, high }, digits: 0 };
    }
  }
  return { name, scale, value: onScale, digits: 1 };
}
