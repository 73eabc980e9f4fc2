import type { Difference } from "../core/question/contrast/difference.ts";
import { part, table, time } from "./plain-table.ts";

/** Effect before p: what is small is small, however sure. */
export function differencesTable(differences: readonly Difference[]): string[] {
  return table([
    ["  differs in", "these", "the others", "effect", "interval", "p adjusted"],
    ...differences.map((each) => {
      const { what, from, to, score, one, other, effect, q } = each;
      const value = (seen: number) =>
        what === "wait" || what === "duration"
          ? time(seen)
          : what === "score"
            ? seen.toFixed(2)
            : part(seen);
      return [
        `  ${[what, score?.name, from?.label, to && `→ ${to.label}`].filter(Boolean).join(" ")}`,
        value(one.value),
        value(other.value),
        effect.value.toFixed(2),
        `${effect.low.toFixed(2)} to ${effect.high.toFixed(2)}`,
        q.toPrecision(2),
      ];
    }),
  ]);
}
