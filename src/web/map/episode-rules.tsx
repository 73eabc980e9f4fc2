import type { Span } from "./drawing.ts";

/** Hairlines between the episodes, over the whole height of the map. */
export function EpisodeRules({ spans }: { readonly spans: readonly Span[] }) {
  return (
    <div className="episode-rules" aria-hidden="true">
      {spans.map(({ id, first }) => (
        <i key={id} style={{ insetInlineStart: `calc(${first} * var(--column) - var(--start))` }} />
      ))}
    </div>
  );
}
