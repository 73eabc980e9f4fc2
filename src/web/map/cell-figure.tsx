import type { CSSProperties } from "react";
import type { Duration } from "../../core/evidence/interval.ts";
import type { ScoreStat, TouchpointFigures } from "../../core/evidence/overlay.ts";
import type { Touchpoint } from "../../core/map/journey.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { FEW } from "../../core/evidence/interval.ts";
import { shownScore } from "../../core/map/sheet/shown-score.ts";
import { Whisker } from "./whisker.tsx";

/** The median wait; a stroke under it grows tenfold per step from a minute to a hundred days. */
export function Wait({ wait, long }: { readonly wait: Duration; readonly long: boolean }) {
  const f = useFormat();
  if (wait.medianSeconds === null) return null;
  const length = Math.max(0, Math.min(1, Math.log10(Math.max(1, wait.medianSeconds / 6)) / 6));
  return (
    <div className="cell-wait" data-long={long || undefined} data-few={wait.n < FEW || undefined}>
      {f.duration(wait.medianSeconds)}
      <Few n={wait.n} />
      <span className="cell-wait-stroke" style={{ inlineSize: `${length * 100}%` }} />
    </div>
  );
}

export function Figures({ figures }: { readonly figures: TouchpointFigures }) {
  const f = useFormat();
  return (
    <div className="cell-figures" data-few={figures.journeys < FEW || undefined}>
      <span>{f.number(figures.people)}</span>
      <span>{f.percent(figures.reach.share)}</span>
      <span>{figures.conversion ? f.percent(figures.conversion.share) : ""}</span>
      <span>{f.percent(figures.leave.share)}</span>
    </div>
  );
}

export function Scores({ scores }: { readonly scores: readonly ScoreStat[] }) {
  const f = useFormat();
  return scores.slice(0, 3).map((score) => {
    const { name, scale, value, digits } = shownScore(score);
    return (
      <div key={name} className="cell-score" data-few={value.n < FEW || undefined}>
        <span>{name}</span> {f.number(value.mean, digits)}
        <Whisker scale={scale} mean={value} />
        <Few n={value.n} />
      </div>
    );
  });
}

type Stated = NonNullable<Touchpoint["importance"]>;

/** Importance to the customer above that to the organisation: five steps each. */
export function Importance({ importance }: { readonly importance: Stated }) {
  const t = useText().map;
  const f = useFormat();
  return (
    <div className="cell-importance">
      {(["customer", "organisation"] as const).map((who) => {
        const value = importance[who];
        return value === undefined ? (
          <span key={who} />
        ) : (
          <span
            key={who}
            className="importance"
            data-who={who}
            role="img"
            aria-label={`${t.importanceOf[who]}: ${t.outOf(f.number(value), f.number(5))}`}
            style={{ "--steps": value } as CSSProperties}
          />
        );
      })}
    </div>
  );
}

function Few({ n }: { readonly n: number }) {
  const f = useFormat();
  return n < FEW ? <small className="few">{f.n(n)}</small> : null;
}
