import { FEW } from "../../../core/evidence/interval.ts";
import type { Drivers, Placed } from "../../../core/question/drivers/drivers.ts";
import { Crosshair } from "../../../core/question/drivers/drivers.ts";
import { ScrollRegion } from "../../app/scroll-region.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useAsks } from "../asks.ts";
import { FilterChoices } from "../filter-choices.tsx";
import { FilterWord } from "../filter-word.tsx";
import { scaleLinear } from "../linear.ts";
import { SortableTable } from "../sortable-table.tsx";
import { useStill } from "../still.ts";

const WIDTH = 720;
const HEIGHT = 440;
const MARGIN = 34;
/** Room for the names of the corners, above and under the points. */
const CORNER = 30;
/** How far labels stand apart, and within which distance they could meet. */
const LINE = 13;
const BESIDE = 180;

/** Importance × performance: what matters and goes badly stands at the upper left. */
export function Quadrant({ quadrant }: { readonly quadrant: Drivers["quadrant"] }) {
  const { touchpoints, importance, performance, by } = quadrant;
  const t = useText().drivers;
  const format = useFormat();
  const [, ask] = useAsks();
  const still = useStill();
  if (touchpoints.length < 2) return null;
  const felt = touchpoints.map((each) => each.performance);
  const [left, right] = [Math.min(-0.1, performance, ...felt), Math.max(0.1, performance, ...felt)];
  const top = Math.max(importance, ...touchpoints.map((each) => each.importance), 0.01) * 1.08;
  const x = scaleLinear(left, right, MARGIN + 10, WIDTH - 150);
  const y = scaleLinear(0, top, HEIGHT - MARGIN - CORNER, CORNER);
  const quarter = (each: Placed) =>
    each.importance >= importance
      ? each.performance >= performance
        ? "keep"
        : "concentrate"
      : each.performance >= performance
        ? "overkill"
        : "low";
  const labels = apart(
    touchpoints.map((each) => ({ x: x(each.performance), y: y(each.importance) + 4 })),
  );
  const corner = (name: keyof typeof t.quarters, at: readonly [number, number], end = false) => (
    <text className="quadrant-name" x={at[0]} y={at[1]} textAnchor={end ? "end" : "start"}>
      {t.quarters[name]}
    </text>
  );
  return (
    <section>
      <h2 className="figure-title">{t.quadrant}</h2>
      {!still && (
        <div className="asks">
          <FilterWord label={t.crosshair} value={t.crosshairs[by]} chosen={by !== "mean"}>
            <FilterChoices
              single
              label={t.crosshair}
              choices={Crosshair.options.map((key) => ({ key, label: t.crosshairs[key] }))}
              chosen={[by]}
              onToggle={(key) =>
                ask({ crosshair: key === "mean" ? undefined : Crosshair.parse(key) })
              }
            />
          </FilterWord>
        </div>
      )}
      <ScrollRegion label={t.quadrantPicture}>
        <figure className="quadrant">
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.quadrantPicture}>
            <line
              className="quadrant-line"
              x1={MARGIN}
              x2={WIDTH}
              y1={y(importance)}
              y2={y(importance)}
            />
            <line
              className="quadrant-line"
              x1={x(performance)}
              x2={x(performance)}
              y1="0"
              y2={HEIGHT - MARGIN}
            />
            {corner("concentrate", [MARGIN, 12])}
            {corner("keep", [WIDTH, 12], true)}
            {corner("low", [MARGIN, HEIGHT - MARGIN - 4])}
            {corner("overkill", [WIDTH, HEIGHT - MARGIN - 4], true)}
            {touchpoints.map((each, nth) => (
              <g
                key={each.id}
                className="quadrant-place"
                data-sore={quarter(each) === "concentrate" || undefined}
                data-few={each.n < FEW || undefined}
              >
                <circle cx={x(each.performance)} cy={y(each.importance)} r="4" />
                <text x={x(each.performance) + 8} y={labels[nth]}>
                  {each.title.length > 30 ? `${each.title.slice(0, 29)}…` : each.title}
                </text>
              </g>
            ))}
            <text className="quadrant-axis" x={WIDTH} y={HEIGHT - 8} textAnchor="end">
              {t.performance}
            </text>
            <text
              className="quadrant-axis"
              transform={`translate(14 ${HEIGHT - MARGIN}) rotate(-90)`}
            >
              {t.importance}
            </text>
          </svg>
        </figure>
      </ScrollRegion>
      <details className="driver-more">
        <summary>{t.table}</summary>
        <SortableTable<Placed>
          caption={t.quadrant}
          rows={touchpoints}
          rowKey={({ id }) => id}
          columns={[
            { key: "title", label: t.touchpoint, render: ({ title }) => title },
            {
              key: "importance",
              label: t.importance,
              numeric: true,
              render: (each) => format.number(each.importance, 2),
              by: (each) => each.importance,
            },
            {
              key: "performance",
              label: t.performance,
              numeric: true,
              render: (each) => `${format.signed(each.performance, 2)} (${format.n(each.n)})`,
              by: (each) => each.performance,
            },
            { key: "place", label: t.place, render: (each) => t.quarters[quarter(each)] },
          ]}
        />
      </details>
    </section>
  );
}

type Point = { readonly x: number; readonly y: number };

/** Heights of labels: a line apart where they stand beside each other, moved up from the bottom. */
function apart(points: readonly Point[]): number[] {
  const placed: Point[] = [];
  const heights: number[] = [];
  const order = [...points.keys()].toSorted((a, b) => points[b]!.y - points[a]!.y);
  for (const nth of order) {
    const { x } = points[nth]!;
    let { y } = points[nth]!;
    for (const other of placed.toSorted((a, b) => b.y - a.y))
      if (Math.abs(other.x - x) < BESIDE && Math.abs(other.y - y) < LINE) y = other.y - LINE;
    placed.push({ x, y });
    heights[nth] = y;
  }
  return heights;
}
