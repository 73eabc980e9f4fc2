import type { Mean } from "../../../core/evidence/interval.ts";
import type {
  Believed,
  Perception,
  PerceptionGroup,
} from "../../../core/question/perception/perception.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { IntervalFigure } from "../interval-figure.tsx";
import { SortableTable } from "../sortable-table.tsx";

type Row = Perception["touchpoints"][number] & Believed;

/** What the picture shows, and what it cannot: the intervals, n and p. */
export function PerceptionTable(props: {
  readonly found: Perception;
  readonly group: PerceptionGroup;
}) {
  const { found, group } = props;
  const t = useText().perception;
  const format = useFormat();
  const rows = found.touchpoints.map((touchpoint, nth): Row => ({
    ...touchpoint,
    ...group.touchpoints[nth]!,
  }));
  return (
    <SortableTable<Row>
      caption={t.picture}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "touchpoint",
          label: t.touchpoint,
          render: ({ title }) => <span className="touchpoint-label">{title}</span>,
          by: ({ title }) => title,
        },
        {
          key: "believed",
          label: t.we,
          numeric: true,
          render: ({ mean }) => (mean ? <Figure mean={mean} /> : t.cannotTell),
          by: ({ mean }) => mean?.mean ?? null,
        },
        {
          key: "customers",
          label: t.customersSay,
          numeric: true,
          render: ({ customers }) =>
            customers === null ? (
              t.cannotKnow
            ) : (
              <Figure
                mean={customers.mean}
                {...(customers.kind === "research" && { note: t.research })}
              />
            ),
          by: ({ customers }) => customers?.mean.mean ?? null,
        },
        {
          key: "gap",
          label: t.gap,
          numeric: true,
          render: ({ gap }) => (
            <span className="perception-gap" data-side={gap?.side ?? undefined}>
              {gap ? format.signed(gap.value, 2) : format.number(null)}
              {gap?.sure && (
                <small>{`${format.signed(gap.sure.low, 2)} – ${format.signed(gap.sure.high, 2)}`}</small>
              )}
            </span>
          ),
          by: ({ gap }) => gap?.value ?? null,
        },
        {
          key: "q",
          label: t.adjusted,
          numeric: true,
          render: ({ gap }) => (gap?.sure ? format.pValue(gap.sure.q) : format.number(null)),
          by: ({ gap }) => gap?.sure?.q ?? null,
        },
      ]}
    />
  );
}

function Figure({ mean, note }: { readonly mean: Mean; readonly note?: string }) {
  const t = useText().question;
  const format = useFormat();
  const { low, high, n } = mean;
  const sure =
    low === null ? "" : `${t.interval(`${format.signed(low, 2)} – ${format.signed(high, 2)}`)}, `;
  return (
    <IntervalFigure
      width={96}
      text={format.signed(mean.mean, 2)}
      value={mean.mean}
      low={low}
      high={high}
      range={[-1, 1]}
      n={n}
      said={`${sure}${format.n(n)}`}
      {...(note !== undefined && { note })}
    />
  );
}
