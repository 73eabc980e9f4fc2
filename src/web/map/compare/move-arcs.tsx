import type { ComparedColumn } from "../../../core/map/compare.ts";

const ARCS = 34;
const TOP = 6;

/** Arrows from where touchpoints stood to where they stand now; the words stand with both. */
export function MoveArcs(props: {
  readonly compared: readonly ComparedColumn[];
  readonly at: number;
  readonly width: number;
}) {
  const { compared, at, width } = props;
  const moves = compared.flatMap(({ id, cells }, to) => {
    if (cells[at]?.what !== "moved") return [];
    const from = compared.findIndex((each) => each.id === id && each.cells[at]?.what === "left");
    return from === -1 ? [] : [{ id, from, to }];
  });
  const middle = (column: number) => (column + 0.5) * width;
  return (
    <svg
      className="compare-arcs"
      viewBox={`0 0 ${compared.length * width} ${ARCS}`}
      width={compared.length * width}
      height={ARCS}
      aria-hidden="true"
    >
      {moves.map(({ id, from, to }) => {
        const [start, end] = [middle(from), middle(to)];
        const bend = Math.sign(end - start) * Math.min(30, Math.abs(end - start) / 2);
        return (
          <g key={id}>
            <path
              d={`M${start},${ARCS}C${start},${TOP} ${start},${TOP} ${start + bend},${TOP}H${end - bend}C${end},${TOP} ${end},${TOP} ${end},${ARCS - 2}`}
            />
            <path d={`M${end - 5},${ARCS - 9}L${end},${ARCS - 2}L${end + 5},${ARCS - 9}`} />
          </g>
        );
      })}
    </svg>
  );
}
