import type { Difference } from "../../../core/question/contrast/difference.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { SortableTable } from "../sortable-table.tsx";
import "./contrast.css";
import { saidOf, sureOf, valueOf } from "./difference-words.ts";
import { EffectFigure } from "./effect-figure.tsx";

/** Differences one below the other: both figures, how large, how sure. */
export function DifferenceTable(props: {
  readonly caption: string;
  readonly differences: readonly Difference[];
  readonly one: string;
  readonly other: string;
}) {
  const t = useText().contrast;
  const format = useFormat();
  const side = (key: "one" | "other") => ({
    key,
    label: props[key],
    numeric: true,
    render: (row: Difference) => (
      <span className="duration" title={sureOf(row, row[key], format)}>
        {valueOf(row, row[key], format)}
        <span className="duration-quartiles">{sureOf(row, row[key], format)}</span>
      </span>
    ),
  });
  return (
    <SortableTable
      caption={props.caption}
      rows={props.differences}
      rowKey={keyOf}
      columns={[
        {
          key: "what",
          label: t.what,
          render: (row) => saidOf(row, t),
          by: (row) => saidOf(row, t),
        },
        side("one"),
        side("other"),
        {
          key: "effect",
          label: t.effect,
          numeric: true,
          render: ({ effect }) => <EffectFigure effect={effect} />,
          by: ({ effect }) => Math.abs(effect.value),
        },
        {
          key: "q",
          label: t.adjusted,
          numeric: true,
          render: ({ q }) => format.pValue(q).replace(/^= /, ""),
          by: ({ q }) => q,
        },
      ]}
    />
  );
}

function keyOf({ what, from, to, score }: Difference): string {
  return JSON.stringify([what, from?.code, to?.code, score]);
}
