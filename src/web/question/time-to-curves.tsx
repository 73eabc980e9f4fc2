import { scaleLinear } from "./linear.ts";
import type { TimeToGroup } from "../../core/question/time-to.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import "./time-to.css";

const WIDTH = 960;
const HEIGHT = 340;
const LEFT = 44;
const RIGHT = 150;
const BOTTOM = 30;
const TOP = 12;

/** Where a scale of shares may end, so that its quarters are plain. */
const tops = [0.04, 0.08, 0.12, 0.2, 0.4, 0.6, 0.8, 1] as const;

/** How the lines of groups are told apart, without colour. */
export const dashes = ["", "9 4", "2 4", "9 4 2 4", "14 3", "1 6"] as const;

/** Shares that have reached the goal, as steps over time with their bands; the table holds the same. */
export function TimeToCurves({ groups }: { readonly groups: readonly TimeToGroup[] }) {
  const t = useText().towards.timeTo;
  const format = useFormat();
  const last = Math.max(...groups.map(({ curve }) => curve.at(-1)?.seconds ?? 0), 1);
  const highest = Math.max(...groups.map(({ curve }) => curve.at(-1)?.share ?? 0), 0.04);
  const top = tops.find((each) => each >= highest) ?? 1;
  const x = scaleLinear(0, last, LEFT, WIDTH - RIGHT);
  const y = scaleLinear(0, top, HEIGHT - BOTTOM, TOP);
  const ends = spread(groups.map(({ curve }) => y(curve.at(-1)?.share ?? 0)));
  return (
    <figure className="curves">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.picture}>
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <g key={part} className="curves-scale">
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(part * top)} y2={y(part * top)} />
            <text x={LEFT - 8} y={y(part * top) + 4} textAnchor="end">
              {format.percent(part * top)}
            </text>
            <text x={x(part * last)} y={HEIGHT - 8} textAnchor="middle">
              {format.duration(part * last)}
            </text>
          </g>
        ))}
        {groups.map(({ name, curve }, nth) => (
          <g key={name} className="curves-group">
            {groups.length <= 2 && <path className="curves-band" d={band(curve, x, y)} />}
            <path
              className="curves-line"
              strokeDasharray={dashes[nth]}
              d={`${steps(
                curve.map(({ seconds, share }) => [x(seconds), y(share)]),
                x(0),
                y(0),
              )}H${x(last)}`}
            />
            <text x={WIDTH - RIGHT + 8} y={(ends[nth] ?? 0) + 4}>
              {name !== "" ? name : groups.length === 1 ? t.all : t.unknown}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

type Scale = (value: number) => number;
type Points = readonly (readonly [number, number])[];

/** A line that stays level until something happens. */
function steps(points: Points, fromX: number, fromY: number): string {
  return `M${fromX} ${fromY}${points.map(([at, to]) => `H${at.toFixed(1)}V${to.toFixed(1)}`).join("")}`;
}

function band(curve: TimeToGroup["curve"], x: Scale, y: Scale): string {
  const high = curve.map(({ seconds, high: share }) => [x(seconds), y(share)] as const);
  const low = curve.map(({ seconds, low: share }) => [x(seconds), y(share)] as const);
  const end = low.at(-1);
  if (!end) return "";
  // Back along the lower edge: first to its level, then to the left.
  const back = low
    .toReversed()
    .map(
      ([at], nth, all) =>
        `H${at.toFixed(1)}V${(low[all.length - nth - 2]?.[1] ?? y(0)).toFixed(1)}`,
    )
    .join("");
  return `${steps(high, x(0), y(0))}V${end[1].toFixed(1)}${back}H${x(0)}Z`;
}

/** Heights for labels, at least a line apart. */
function spread(heights: readonly number[]): number[] {
  const order = heights
    .map((height, nth) => ({ height, nth }))
    .toSorted((a, b) => a.height - b.height);
  const placed: number[] = [];
  let last = -Infinity;
  for (const { height, nth } of order) {
    last = Math.max(height, last + 15);
    placed[nth] = last;
  }
  return placed;
}
