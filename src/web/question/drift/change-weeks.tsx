import type { Change } from "../../../core/question/drift/drift.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { scaleLinear } from "../linear.ts";

const WIDTH = 260;
const HEIGHT = 64;
/** Weeks with fewer people say too little to be drawn apart: they are taken together until there are enough. */
const ENOUGH = 20;

type Point = Change["weeks"][number];

/** The figure week by week, with the day on which it changed. */
export function ChangeWeeks({ change }: { readonly change: Change }) {
  const t = useText().drift;
  const format = useFormat();
  const points = together(change.weeks);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 3) return null;
  const values = points.map(({ value }) => value);
  const share = change.kind !== "score";
  const [low, high] = [share ? 0 : Math.min(...values), Math.max(...values)];
  const margin = share ? 0 : (high - low) / 10;
  const x = scaleLinear(Date.parse(first.from), Date.parse(last.from), 0, WIDTH);
  const y = scaleLinear(low - margin, (high || 1) * (share ? 1.1 : 1) + margin, HEIGHT - 1, 2);
  const line = points
    .map(({ from, value }, nth) => `${nth === 0 ? "M" : "L"}${x(Date.parse(from))} ${y(value)}`)
    .join("");
  const [from, to] = change.between.map((day) => x(Date.parse(day))) as [number, number];
  return (
    <figure className="change-weeks">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t.weeks(format.date(first.from), format.date(last.from))}
      >
        <rect
          className="change-between"
          x={Math.max(0, from)}
          width={Math.max(1, Math.min(WIDTH, to) - Math.max(0, from))}
          y="0"
          height={HEIGHT}
        />
        <line
          className="change-day"
          x1={x(Date.parse(change.day))}
          x2={x(Date.parse(change.day))}
          y2={HEIGHT}
        />
        <path className="change-line" d={line} />
      </svg>
      <figcaption>{format.period(first.from, last.from)}</figcaption>
    </figure>
  );
}

function together(weeks: readonly Point[]): Point[] {
  const all: Point[] = [];
  let open: Point = { from: "", n: 0, value: 0 };
  for (const week of weeks) {
    const n = open.n + week.n;
    const value = (open.n * open.value + week.n * week.value) / n;
    open = { from: open.n === 0 ? week.from : open.from, n, value };
    if (n < ENOUGH) continue;
    all.push(open);
    open = { from: "", n: 0, value: 0 };
  }
  return all;
}
