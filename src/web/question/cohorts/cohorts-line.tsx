import type { Cohorts } from "../../../core/question/cohorts.ts";
import { ScrollRegion } from "../../app/scroll-region.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { scaleLinear } from "../linear.ts";

const WIDTH = 720;
const HEIGHT = 150;
const LEFT = 40;
const BOTTOM = 22;

/** All cohorts together as a line with its band of 95 %; the first row of the table holds the same. */
export function CohortsLine({ found }: { readonly found: Cohorts }) {
  const t = useText().cohorts;
  const format = useFormat();
  const points = found.mean.map(({ share, low, high }, at) => ({
    since: at + 1,
    share: share ?? 0,
    low: low ?? 0,
    high: high ?? 0,
  }));
  const top = Math.max(...points.map(({ share, high }) => Math.min(high, share * 1.3)), 0.02);
  const x = scaleLinear(1, points.length, LEFT + 8, WIDTH - 12);
  const y = scaleLinear(0, top, HEIGHT - BOTTOM, 8);
  const way = (list: readonly (readonly [number, number])[]) =>
    list
      .map(([since, share]) => `${x(since).toFixed(1)} ${y(Math.min(top, share)).toFixed(1)}`)
      .join("L");
  const line = way(points.map(({ since, share }) => [since, share]));
  const band = way([
    ...points.map(({ since, high }) => [since, high] as const),
    ...points.toReversed().map(({ since, low }) => [since, low] as const),
  ]);
  const every = Math.max(1, Math.ceil(points.length / 12));
  return (
    <ScrollRegion label={t.all}>
      <figure className="cohorts-line">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t.picture(t.units[found.unit])}
        >
          {[0, 0.5, 1].map((part) => (
            <g key={part}>
              <line x1={LEFT} x2={WIDTH} y1={y(part * top)} y2={y(part * top)} />
              <text x={LEFT - 6} y={y(part * top) + 4} textAnchor="end">
                {format.percent(part * top)}
              </text>
            </g>
          ))}
          {points.map(
            ({ since }, at) =>
              at % every === 0 && (
                <text key={since} x={x(since)} y={HEIGHT - 4} textAnchor="middle">
                  {t.later[found.unit](since)}
                </text>
              ),
          )}
          <path className="cohorts-band" d={`M${band}Z`} />
          <path className="cohorts-mean" d={`M${line}`} />
        </svg>
      </figure>
    </ScrollRegion>
  );
}
