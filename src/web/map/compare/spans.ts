import type { ComparedColumn } from "../../../core/map/compare.ts";
import type { Episode } from "../../../core/map/journey.ts";

/** Columns that stand together under the title of an episode, `first` … `last`. */
export type Span = {
  readonly episode: Episode;
  readonly first: number;
  readonly last: number;
  /** The state has nothing of this episode any more: only what went stands here. */
  readonly gone: boolean;
};

/**
 * The episodes of state `at` over the shared columns. What went from the state above stands in the
 * episode around it, else under the title of its own; columns in which neither has anything are in none.
 */
export function spansOf(compared: readonly ComparedColumn[], at: number): Span[] {
  const own = compared.map(({ cells }) => cells[at]?.standing?.episode ?? null);
  const spans: Span[] = [];
  for (const [column, { cells }] of compared.entries()) {
    const [cell, above] = [cells[at], cells[at - 1]];
    const ghost = cell?.what === "removed" || cell?.what === "left";
    const here = own[column] ?? null;
    if (here === null && !ghost && !between(own, column)) continue;
    const around = between(own, column);
    const episode = here ?? around ?? above?.standing?.episode ?? null;
    if (episode === null) continue;
    const last = spans.at(-1);
    const joins = last?.episode.id === episode.id && last.last === column - 1;
    const gone = here === null && around === null;
    if (joins && last)
      spans[spans.length - 1] = {
        episode: gone ? last.episode : episode,
        first: last.first,
        last: column,
        gone: last.gone && gone,
      };
    else spans.push({ episode, first: column, last: column, gone });
  }
  return spans;
}

/** The episode that goes on over a column in which the state itself has nothing. */
function between(own: readonly (Episode | null)[], column: number): Episode | null {
  const before = own.slice(0, column).findLast((episode) => episode !== null);
  const after = own.slice(column + 1).find((episode) => episode !== null);
  return before && before.id === after?.id ? before : null;
}
