import { useMemo } from "react";
import { emotionLabels } from "../../core/map/sheet/emotion-label.ts";
import type { EmotionLabel } from "../../core/map/sheet/emotion-label.ts";
import { shownFeeling } from "../../core/map/sheet/shown-feeling.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { isFew } from "./cell-note.ts";
import type { Drawing } from "./drawing.ts";
import type { DrawnLine } from "./emotion-picture.tsx";
import { ALL } from "./use-columns.ts";

/**
 * The lines of feelings, the one in front last and with what is written at its points: the value, and
 * what is remarkable about it. A map that is longer than what is in the document is worked out piece by
 * piece, as it is looked at.
 */
export function useDrawnLines({ emotion, columns }: Drawing): readonly DrawnLine[] {
  const t = useText().map;
  const f = useFormat();
  const all = columns.length <= ALL;
  return useMemo(() => {
    const { lines, chosen } = emotion;
    const { curve } = chosen;
    const others = lines.filter((line) => line !== chosen);
    const labelsIn = (first: number, last: number) =>
      emotionLabels(
        curve,
        ({ index, feeling }) => [
          shownFeeling(feeling.value, f),
          ...(isFew(feeling) ? [f.n(feeling.n ?? 0)] : []),
          ...(index === curve.lowest ? [t.lowest] : []),
          ...(index === curve.drop?.to ? [t.drop] : []),
        ],
        others.map((line) => line.curve),
        { first, last },
      );
    let whole: readonly EmotionLabel[] | null = null;
    const labels = (first: number, last: number) => {
      if (!all) return labelsIn(first, last);
      whole ??= labelsIn(0, Number.POSITIVE_INFINITY);
      return whole.filter(({ index }) => index >= first && index <= last);
    };
    return [...others.map((line) => ({ line, labels: noLabels })), { line: chosen, labels }];
  }, [emotion, all, t, f]);
}

/** What stands at the points of a line that is not in front. */
export function noLabels(): readonly EmotionLabel[] {
  return [];
}
