import type { Spot } from "../../../../core/map/plan/move-to.ts";
import type { Column } from "../../../../core/map/sheet/column.ts";
import type { Span } from "../../drawing.ts";

/** Where something lands, and before which column the line is drawn that shows it. */
type Landing<Where> = { readonly where: Where; readonly line: number };

/**
 * Where a touchpoint lands that is let go at `at` columns from the first one (2.4 is in the third).
 * The half of the column decides the side, so that the end of one episode and the beginning of the
 * next are two places.
 */
export function touchpointLanding(columns: readonly Column[], at: number): Landing<Spot> | null {
  const index = Math.max(0, Math.min(columns.length - 1, Math.floor(at)));
  const under = columns[index];
  if (!under) return null;
  const episode = under.episode.id;
  if (at - index >= 0.5) return { where: { episode, after: under.touchpoint.id }, line: index + 1 };
  const before = under.opens ? null : (columns[index - 1]?.touchpoint.id ?? null);
  return { where: { episode, after: before }, line: index };
}

/** Behind which episode one lands that is let go there; null is in front. */
export function episodeLanding(spans: readonly Span[], at: number): Landing<string | null> {
  const next = spans.findIndex(({ first, last }) => at < (first + last + 1) / 2);
  const before = spans.at(next === -1 ? -1 : next - 1);
  if (next === 0 || !before) return { where: null, line: 0 };
  return { where: before.id, line: before.last + 1 };
}
