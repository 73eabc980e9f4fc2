import type { ReactNode } from "react";
import type { Scored, ScoreFigure } from "../../../core/question/scores/figure.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { SortableTable, type TableColumn } from "../sortable-table.tsx";
import { IntervalFigure } from "../interval-figure.tsx";
import { intervalText, rangeOf, scoreKey, valueText } from "./said-figure.ts";

export type ScoreRow = Scored & {
  readonly id: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly sore?: boolean;
};

/** A row for each place, a column for each score, and the feeling in which all of them come together. */
export function ScoreTable(props: {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly ScoreRow[];
}) {
  const t = useText();
  const format = useFormat();
  const kinds = new Map<string, ScoreFigure>();
  for (const figure of props.rows.flatMap(({ scores }) => scores))
    if (!kinds.has(scoreKey(figure))) kinds.set(scoreKey(figure), figure);
  const of = (row: ScoreRow, key: string) => row.scores.find((each) => scoreKey(each) === key);
  const dash = <span className="quiet-cell">{format.number(null)}</span>;
  return (
    <SortableTable<ScoreRow>
      caption={props.caption}
      rows={props.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "label",
          label: props.head,
          render: ({ label, note }) => (
            <span className="touchpoint-label">
              {label}
              {note !== undefined && <span className="touchpoint-channel">{note}</span>}
            </span>
          ),
        },
        ...[...kinds].map(([key, { name }]): TableColumn<ScoreRow> => ({
          key,
          label: name,
          numeric: true,
          render: (row): ReactNode => {
            const figure = of(row, key);
            return figure ? <Figure figure={figure} /> : dash;
          },
          by: (row) => of(row, key)?.value ?? null,
        })),
        {
          key: "feeling",
          label: t.scores.feeling,
          numeric: true,
          render: ({ emotion, sore }) =>
            emotion === null ? (
              dash
            ) : (
              <IntervalFigure
                width={96}
                text={format.signed(emotion.mean)}
                value={emotion.mean}
                low={emotion.low}
                high={emotion.high}
                range={[-1, 1]}
                n={emotion.n}
                sore={sore === true}
                said={`${t.question.interval(`${format.signed(emotion.low)} – ${format.signed(emotion.high)}`)}, ${format.n(emotion.n)}`}
              />
            ),
          by: ({ emotion }) => emotion?.mean ?? null,
        },
        {
          key: "median",
          label: t.scores.median,
          numeric: true,
          render: ({ median }) => format.signed(median),
          by: ({ median }) => median,
        },
      ]}
    />
  );
}

function Figure({ figure }: { readonly figure: ScoreFigure }) {
  const t = useText();
  const format = useFormat();
  return (
    <IntervalFigure
      width={96}
      text={valueText(figure, figure.value, format)}
      value={figure.value}
      low={figure.low}
      high={figure.high}
      range={rangeOf(figure)}
      n={figure.n}
      said={`${t.question.interval(intervalText(figure, format))}, ${format.n(figure.n)}`}
      {...(figure.way !== "mean" && {
        note: t.scores.mean(format.number(figure.onScale.mean, 1)),
      })}
    />
  );
}
