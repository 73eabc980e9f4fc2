import { evidenceKinds } from "../../../core/map/evidence.ts";
import { z } from "zod";
import { Score } from "../../../core/map/check/check.ts";
import type { MapCard } from "../../../protocol/map/portfolio.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { HEIGHT, plateCurve } from "../new/plate-curve.ts";
import { portfolioText } from "./text.ts";

/** What customers feel along a map, measured or claimed, as small as a signature. */
export function CardCurve({ feelings }: Pick<MapCard, "feelings">) {
  const t = portfolioText[useLanguage()];
  if (feelings.every((value) => value === null)) {
    return <p className="atlas-curve quiet">{t.noCurve}</p>;
  }
  const { line, ground, zero, dots, width } = plateCurve(feelings);
  return (
    <svg
      className="atlas-curve"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t.curve}
    >
      <path className="atlas-ground" d={ground} />
      <path className="atlas-zero" d={`M0,${zero}H${width}`} />
      <path className="atlas-line" d={line} />
      {dots.map(({ x, y, lowest }) => (
        <path key={x} className="atlas-dot" data-lowest={lowest || undefined} d={`M${x},${y}h0`} />
      ))}
    </svg>
  );
}

/** What the claims on a map rest on, as a hairline bar in three parts, with words. */
export function CardEvidence({ evidence }: Pick<MapCard, "evidence">) {
  const t = portfolioText[useLanguage()];
  const f = useFormat();
  const total = evidence.measured + evidence.research + evidence.assumed;
  if (total === 0) return <p className="atlas-evidence quiet">{t.noEvidence}</p>;
  const there = evidenceKinds.filter((kind) => evidence[kind] > 0);
  return (
    <div className="atlas-evidence">
      <div className="atlas-bar" aria-hidden="true">
        {there.map((kind) => (
          <i key={kind} data-kind={kind} style={{ flexGrow: evidence[kind] }} />
        ))}
      </div>
      <p>
        {there.map((kind) => (
          <span key={kind} data-kind={kind}>
            {`${f.percent(evidence[kind] / total)} ${t.evidence[kind]}`}
          </span>
        ))}
      </p>
    </div>
  );
}

/** The mean of the scores of the last health check. */
export function CardHealth({ health }: Pick<MapCard, "health">) {
  const t = portfolioText[useLanguage()];
  const f = useFormat();
  const scores = z.array(Score).safeParse(health?.scores).data ?? [];
  const judged = scores.flatMap(({ score }) => (score === null ? [] : [score]));
  const sum = judged.reduce((total, score) => total + score, 0);
  const mean = judged.length === 0 ? null : Math.floor(sum / judged.length);
  return (
    <p className="atlas-health">
      <span className="quiet">{t.health}</span>{" "}
      {mean === null ? (
        <span className="quiet">{t.unchecked}</span>
      ) : (
        <>
          <strong aria-hidden="true" title={t.healthOf(f.number(mean), f.number(judged.length))}>
            {f.number(mean)}
          </strong>
          <span className="visually-hidden">
            {t.healthOf(f.number(mean), f.number(judged.length))}
          </span>
        </>
      )}
    </p>
  );
}
