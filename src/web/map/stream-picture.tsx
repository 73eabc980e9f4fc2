import { memo } from "react";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import type { Column } from "../../core/map/sheet/column.ts";
import { STREAM_HEIGHT, STREAM_TOP, streamBody } from "../../core/map/sheet/stream.ts";
import type { Stream } from "../../core/map/sheet/stream.ts";

type Part = {
  readonly stream: Stream;
  readonly columns: readonly Column[];
  readonly first: number;
  readonly last: number;
  readonly width: number;
};

/** The part of the stream of customers that runs under columns `first` … `last`. */
export const StreamPicture = memo(function StreamPicture(part: Part) {
  const { stream, columns, first, last, width } = part;
  const t = useText().map;
  const f = useFormat();
  const span = (last - first + 1) * width;
  const crossing = stream.arcs.filter(({ from, to }) => from >= first && to <= last);
  return (
    <svg
      className="stream"
      viewBox={`${first * width} 0 ${span} ${STREAM_HEIGHT}`}
      width={span}
      height={STREAM_HEIGHT}
      aria-hidden="true"
    >
      <path className="stream-body" d={streamBody(stream, first, last, width)} />
      {stream.leavers
        .filter(({ index }) => index >= first - 1 && index <= last)
        .map(({ index, notable, path, share, labelX, labelY }) => (
          <g key={index} className="stream-leavers" data-notable={notable || undefined}>
            <path d={path} />
            <text x={labelX} y={labelY}>
              {notable ? t.leave(hundredths(share)) : `−${hundredths(share)}`}
            </text>
          </g>
        ))}
      {columns.slice(first, last + 1).map(({ index, still, figures }) =>
        still === null || figures === null ? null : (
          <text
            key={index}
            className="stream-share"
            x={(index + 0.5) * width}
            y={STREAM_TOP + Math.min(14, still * 92 + 12)}
          >
            {hundredths(still)}
          </text>
        ),
      )}
      {crossing.map(({ from, to, path, arrow, thickness, share, labelX, labelY }) => (
        <g key={`${from}-${to}`} className="stream-loop">
          <path d={path} strokeWidth={thickness} />
          <path className="stream-arrow" d={arrow} />
          <text x={labelX} y={labelY}>
            {t.loopsBack(f.percent(share))}
          </text>
        </g>
      ))}
    </svg>
  );

  function hundredths(share: number): string {
    return share > 0 && share < 0.005 ? `<${f.number(1)}` : f.number(share * 100);
  }
});
