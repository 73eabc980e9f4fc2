import { useMemo } from "react";
import { emotionLabels } from "../../core/map/sheet/emotion-label.ts";
import { shownFeeling } from "../../core/map/sheet/shown-feeling.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { isFew } from "./cell-note.ts";
import type { Drawing } from "./drawing.ts";
import type { DrawnLine } from "./emotion-picture.tsx";

/**
 * The lines of feelings, the one in front last and with what is written at its points: the value, and
 * what is remarkable about it.
 */
export function useDrawnLines({ emotion }: Drawing): readonly DrawnLine[] {
  const t = useText().map;
  const f = useFormat();
  return useMemo(() => {
    const { lines, chosen } = emotion;
    const { curve } = chosen;
    const others = lines.filter((line) => line !== chosen);
    const labels = emotionLabels(
      curve,
      ({ index, feeling }) => [
        shownFeeling(feeling.value, f),
        ...(isFew(feeling) ? [f.n(feeling.n ?? 0)] : []),
        ...(index === curve.lowest ? [t.lowest] : []),
        ...(index === curve.drop?.to ? [t.drop] : []),
      ],
      others.map((line) => line.curve),
    );
    return [...others.map((line) => ({ line, labels: [] })), { line: chosen, labels }];
  }, [emotion, t, f]);
}
