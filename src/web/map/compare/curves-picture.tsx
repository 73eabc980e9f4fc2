import type { ComparedColumn, Drawn } from "../../../core/map/compare.ts";
import { felt } from "../../../core/map/compare.ts";
import { shownFeeling } from "../../../core/map/sheet/shown-feeling.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { CURVES, curvesOf, type Shift } from "./curves.ts";
import { compareText } from "./text.ts";
import { useNames } from "./names.ts";
import type { Which } from "./which.ts";

/**
 * The feelings of all states in the same columns. What it shows is read out with the touchpoints of
 * each state, so here it is only for the eye.
 */
export function CurvesPicture(props: {
  readonly workspace: string;
  readonly chosen: readonly Which[];
  readonly states: readonly Drawn[];
  readonly compared: readonly ComparedColumn[];
  readonly width: number;
}) {
  const { workspace, chosen, states, compared, width } = props;
  const t = compareText[useLanguage()];
  const f = useFormat();
  const names = useNames(
    workspace,
    chosen,
    states.map(({ journey }) => journey),
  );
  const { curves, shifts, zero } = curvesOf(compared, width);
  const wide = compared.length * width;
  if (curves.every(({ points }) => points.length === 0))
    return <p className="compare-unfelt quiet">{t.noFeelings}</p>;
  return (
    <div className="compare-curves" aria-hidden="true">
      <p className="compare-key">
        <b>{t.feeling}</b>
        {names.map((name, at) => (
          <span key={`${at}`} data-tone={toneOf(at, names.length)}>
            <svg viewBox="0 0 22 8" width="22" height="8">
              <path d="M0,4H22" />
            </svg>
            {name}
          </span>
        ))}
        <span>{t.dashed}</span>
      </p>
      <svg viewBox={`0 0 ${wide} ${CURVES}`} width={wide} height={CURVES}>
        <path className="compare-zero" d={`M0,${zero}H${wide}`} />
        {shifts.map((shift) => (
          <path
            key={shift.x}
            className="compare-shift"
            data-worse={!shift.better || undefined}
            d={arrow(shift)}
          />
        ))}
        {curves.map(({ measured, claimed, points }, at) => (
          <g key={`${at}`} data-tone={toneOf(at, curves.length)}>
            <path className="compare-claimed" d={claimed} />
            <path className="compare-measured" d={measured} />
            {points.map(({ x, y, feeling }) => (
              <circle key={x} cx={x} cy={y} r="3.6" data-kind={feeling.kind} />
            ))}
          </g>
        ))}
      </svg>
      <div className="compare-values">
        {compared.map(({ id, cells }, column) => {
          const cell = cells.at(-1);
          const was = cell?.was ?? null;
          return (
            <span
              key={`${id} ${column}`}
              data-felt={
                cell && felt(cell) !== 0 ? (felt(cell) > 0 ? "better" : "worse") : undefined
              }
            >
              {cell?.feeling
                ? was && felt(cell) !== 0
                  ? `${shownFeeling(was.value, f)} → ${shownFeeling(cell.feeling.value, f)}`
                  : shownFeeling(cell.feeling.value, f)
                : ""}
            </span>
          );
        })}
      </div>
    </div>
  );
}

/** The last state stands out; what it came from is behind it. */
export function toneOf(at: number, of: number): "first" | "middle" | "last" {
  return at === of - 1 ? "last" : at === 0 ? "first" : "middle";
}

function arrow({ x, from, to }: Shift): string {
  const down = to > from ? 1 : -1;
  const [start, end] = [from + 6 * down, to - 8 * down];
  if ((end - start) * down < 4) return "";
  return `M${x},${start}V${end}M${x - 3.5},${end - 5 * down}L${x},${end}L${x + 3.5},${end - 5 * down}`;
}
