import type { ReactNode } from "react";
import { useText } from "../language/text.ts";

/** The map's own shape, before anything is known. */
export function MapSkeleton() {
  const t = useText().map;
  return (
    <div className="map-skeleton" role="status" aria-label={t.loading}>
      <i className="bone bone-title" />
      <i className="bone bone-line" />
      <div className="bone-episodes">
        {[2, 3, 3, 2, 3, 2].map((columns, at) => (
          <i key={`${at}`} style={{ flexGrow: columns }} />
        ))}
      </div>
      <svg viewBox="0 0 1200 360" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0,90C120,20 220,120 330,70S520,10 620,110S760,150 860,60S1060,20 1200,70" />
        <path className="bone-stream" d="M0,210H1200V242H860V258H600V276H330V296H0Z" />
      </svg>
    </div>
  );
}

/** There is no map, or nothing on it yet; `children` is what to do about it. */
export function EmptyMap({ children }: { readonly children?: ReactNode }) {
  const t = useText().map.empty;
  return children === undefined ? (
    <p className="map-empty">{t.bare}</p>
  ) : (
    <section className="map-empty">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <p>{t.after}</p>
      {children}
    </section>
  );
}
