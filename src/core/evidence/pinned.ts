import { z } from "zod";
import { TakenFigure } from "../question/taken/figure.ts";

/**
 * The figure that a metric is pinned to, as it was last computed. `fresh`: from the data as it is now;
 * `stale`: the data changed since; `gone`: its question is not there any more, this is its last figure;
 * `missing`: the last answer of its question does not have it.
 */
export const PinnedFigure = z.strictObject({
  metric: z.string(),
  state: z.enum(["fresh", "stale", "gone", "missing"]),
  figure: TakenFigure.nullable(),
  /** When it was computed, ISO. */
  at: z.string().nullable(),
});
export type PinnedFigure = z.infer<typeof PinnedFigure>;
