import type { CSSProperties } from "react";
import { useText } from "../language/text.ts";
import type { Drawing, Span } from "./drawing.ts";
import { EpisodeRules } from "./episode-rules.tsx";
import { GridHead } from "./grid-head.tsx";
import { lineAbove } from "../../core/map/sheet/lanes.ts";
import { LaneRow } from "./lane-row.tsx";
import { useDrawnLines } from "./use-drawn-lines.ts";

/** Columns on one A3 on end, at most, unless a single episode has more. */
const PER_SHEET = 10;
/** Width of a column on paper, in CSS pixels. */
export const PRINT_COLUMN = 96;
export const PRINT_RAIL = 148;

/** The map cut into sheets of paper, between episodes. */
export function PrintSheets({ drawing }: { readonly drawing: Drawing }) {
  const t = useText().map;
  const lines = useDrawnLines(drawing);
  const { lanes } = drawing;
  return sheetsOf(drawing.spans).map(({ first, last }) => {
    const shown = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const spans = drawing.spans.filter((span) => span.first >= first && span.last <= last);
    return (
      <div
        key={first}
        role="grid"
        aria-label={t.grid(drawing.title)}
        aria-readonly
        className="print-sheet grid"
        style={{ "--start": `calc(${first} * var(--column))` } as CSSProperties}
      >
        <GridHead drawing={drawing} shown={shown} placed={false} active={null} />
        <div className="grid-body">
          <EpisodeRules spans={spans} />
          {lanes.map((lane, at) => (
            <LaneRow
              key={lane.key}
              lane={lane}
              line={lineAbove(lane, lanes)}
              row={at + 1}
              drawing={drawing}
              lines={lines}
              shown={shown}
              height={null}
              folded={false}
              active={null}
            />
          ))}
        </div>
      </div>
    );
  });
}

/** Neighbouring episodes together as long as they fit on a sheet. */
export function sheetsOf(spans: readonly Span[]): { first: number; last: number }[] {
  const sheets: { first: number; last: number }[] = [];
  for (const { first, last } of spans) {
    const sheet = sheets.at(-1);
    if (sheet && last - sheet.first < PER_SHEET) sheet.last = last;
    else sheets.push({ first, last });
  }
  return sheets;
}
