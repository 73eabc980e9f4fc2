import type { Gap } from "../../../core/question/gaps/gap.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { scaleLinear } from "../linear.ts";

const WIDTH = 260;
const HEIGHT = 64;
const DAY = 86_400_000;
/** Weeks with fewer journeys say too little to be drawn apart: they are taken together until there are enough. */
const ENOUGH = 20;

type Point = { readonly from: string; readonly n: number; readonly count: number };

/** The share that is hit through time, its worst spell marked, what is usual as a thin line. */
export function GapWeeks({ gap }: { readonly gap: Gap }) {
  const t = useText().gaps;
  const format = useFormat();
  const points = together(gap.weeks);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 3) return null;
  const time = (day: string) => Date.parse(day);
  const top = Math.max(...points.map(({ n, count }) => count / n), gap.usual.share) * 1.1;
  const x = scaleLinear(time(first.from), time(last.from), 0, WIDTH);
  const y = scaleLinear(0, top, HEIGHT - 1, 2);
  const line = points
    .map(({ from, n, count }, nth) => `${nth === 0 ? "M" : "L"}${x(time(from))} ${y(count / n)}`)
    .join("");
  const { period } = gap;
  const said = t.weeks(format.date(first.from), format.date(last.from));
  return (
    <figure className="gap-weeks">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said}>
        {period && (
          <rect
            className="gap-spell"
            x={Math.max(0, x(time(period.from)))}
            width={Math.max(
              2,
              Math.min(WIDTH, x(time(period.to) - 7 * DAY)) - Math.max(0, x(time(period.from))),
            )}
            y="0"
            height={HEIGHT}
          />
        )}
        <line className="gap-usual" x2={WIDTH} y1={y(gap.usual.share)} y2={y(gap.usual.share)} />
        <path className="gap-line" d={line} />
      </svg>
      <figcaption>{format.period(first.from, last.from)}</figcaption>
    </figure>
  );
}

function together(weeks: readonly Point[]): Point[] {
  const all: Point[] = [];
  let open: Point | null = null;
  for (const week of weeks) {
    open = open ? { from: open.from, n: open.n + week.n, count: open.count + week.count } : week;
    if (open.n < ENOUGH) continue;
    all.push(open);
    open = null;
  }
  return all;
}
