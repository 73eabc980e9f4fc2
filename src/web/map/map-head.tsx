import { useMemo } from "react";
import type { ReactNode } from "react";
import type { Overlay } from "../../core/evidence/overlay.ts";
import { countEvidence, evidenceKinds, supportedBy } from "../../core/map/evidence.ts";
import type { Journey } from "../../core/map/journey.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { metricsOn } from "../../core/map/sheet/shown-metric.ts";
import { MetricFigure } from "./metric-figure.tsx";

type Props = {
  readonly journey: Journey;
  readonly overlay: Overlay | null;
  /** Whose journeys these are; null for everybody's. */
  readonly persona: string | null;
  /** Figures belong to this map, though they may not be there yet. */
  readonly figures: boolean;
  /** The way back to the maps that this one is a part of. */
  readonly above: ReactNode;
  readonly children: ReactNode;
};

/** The head of the printed map: title, whose journey it is, when, and what it all rests on. */
export function MapHead({ journey, overlay, persona, figures, above, children }: Props) {
  const t = useText().map;
  const f = useFormat();
  const line = [
    ...(journey.state === "current" ? [] : [t.state[journey.state]]),
    persona ?? t.everybody,
    ...(overlay
      ? [
          t.journeys(f.number(overlay.shown.journeys), f.number(overlay.shown.of)),
          t.customers(f.number(overlay.people)),
          f.period(overlay.from, overlay.to),
        ]
      : figures
        ? [t.noFigures]
        : []),
  ];
  return (
    <header className="map-head">
      <div className="map-heading">
        {above}
        <h1 className="map-title">{journey.title}</h1>
        <p className="map-line">{line.join(" · ")}</p>
      </div>
      <JourneyMetrics journey={journey} overlay={overlay} />
      {overlay && <EvidenceBar journey={journey} overlay={overlay} />}
      {children}
    </header>
  );
}

/** Claims as they stand on the map now, figures or not: what was just drawn counts at once. */
/** What the whole journey is measured by. */
function JourneyMetrics({ journey, overlay }: Pick<Props, "journey" | "overlay">) {
  const metrics = useMemo(
    () => metricsOn(journey, overlay?.pinned)(journey),
    [journey, overlay?.pinned],
  );
  if (metrics.length === 0) return null;
  return (
    <div className="map-metrics">
      {metrics.map((shown) => (
        <MetricFigure key={shown.metric.id} shown={shown} full />
      ))}
    </div>
  );
}

function EvidenceBar({
  journey,
  overlay,
}: {
  readonly journey: Journey;
  readonly overlay: Overlay;
}) {
  const t = useText().map;
  const f = useFormat();
  const evidence = useMemo(
    () => countEvidence(journey, supportedBy(overlay.touchpoints)),
    [journey, overlay],
  );
  const { to } = overlay;
  const total = evidence.measured + evidence.research + evidence.assumed;
  if (total === 0) return null;
  return (
    <figure className="evidence" aria-label={t.evidence}>
      <div className="evidence-bar" aria-hidden="true">
        {evidenceKinds.map((kind) => (
          <i key={kind} data-kind={kind} style={{ flexGrow: evidence[kind] }} />
        ))}
      </div>
      <figcaption>
        {evidenceKinds.map((kind) => (
          <span key={kind} data-kind={kind}>
            {t.evidenceShare[kind](f.percent(evidence[kind] / total))}
          </span>
        ))}
        {to !== null && <span className="evidence-date">{t.dataTo(f.date(to))}</span>}
      </figcaption>
    </figure>
  );
}
