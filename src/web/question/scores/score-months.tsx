import type { ScoreFigure } from "../../../core/question/scores/figure.ts";
import type { Scores } from "../../../core/question/scores/scores.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { scaleLinear } from "../linear.ts";
import { FEW } from "../../../core/evidence/interval.ts";
import { rangeOf, scoreKey, valueText } from "./said-figure.ts";

const WIDTH = 420;
const HEIGHT = 130;
const LEFT = 38;
const BOTTOM = 20;

/** One score through time, with its interval as a band; months with few answers are hollow. */
export function ScoreMonths(props: {
  readonly months: Scores["months"];
  readonly whole: ScoreFigure;
}) {
  const { months, whole } = props;
  const t = useText().scores;
  const format = useFormat();
  const key = scoreKey(whole);
  const points = months.flatMap(({ month, scores }) => {
    const figure = scores.find((each) => scoreKey(each) === key);
    return figure ? [{ month, figure }] : [];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const range = rangeOf(whole);
  const x = scaleLinear(Date.parse(first.month), Date.parse(last.month), LEFT + 6, WIDTH - 6);
  const y = scaleLinear(range[0], range[1], HEIGHT - BOTTOM, 6);
  const at = (month: string) => x(Date.parse(month)).toFixed(1);
  const edge = (side: "low" | "high") =>
    points.map(({ month, figure }) => `${at(month)} ${y(figure[side] ?? figure.value).toFixed(1)}`);
  return (
    <figure className="score-months">
      <figcaption>{whole.name}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.monthsPicture(whole.name)}>
        {[range[0], (range[0] + range[1]) / 2, range[1]].map((value) => (
          <g key={value} className="curves-scale">
            <line x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} />
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
              {valueText(whole, value, format)}
            </text>
          </g>
        ))}
        <path
          className="score-band"
          d={`M${edge("high").join("L")}L${edge("low").toReversed().join("L")}Z`}
        />
        <path
          className="score-line"
          d={`M${points.map(({ month, figure }) => `${at(month)} ${y(figure.value).toFixed(1)}`).join("L")}`}
        />
        {points.map(({ month, figure }) => (
          <circle
            key={month}
            className="score-dot"
            data-few={figure.n < FEW || undefined}
            cx={at(month)}
            cy={y(figure.value)}
            r="3"
          />
        ))}
        <text className="score-ends" x={LEFT} y={HEIGHT - 4}>
          {format.date(first.month)}
        </text>
        <text className="score-ends" x={WIDTH} y={HEIGHT - 4} textAnchor="end">
          {format.date(last.month)}
        </text>
      </svg>
    </figure>
  );
}
