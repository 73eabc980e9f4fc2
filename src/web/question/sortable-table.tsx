import { useState } from "react";
import type { ReactNode } from "react";
import { ScrollRegion } from "../app/scroll-region.tsx";
import { useText } from "../language/text.ts";

export type TableColumn<Row> = {
  readonly key: string;
  readonly label: string;
  readonly render: (row: Row) => ReactNode;
  /** What it is sorted by; without it the column is not sortable. */
  readonly by?: (row: Row) => number | string | null;
  readonly numeric?: boolean;
};

type Order = { readonly key: string; readonly falling: boolean };

/** Sorts rows by one column; rows without a value go last either way, equal rows keep their place. */
export function sortRows<Row>(
  rows: readonly Row[],
  by: (row: Row) => number | string | null,
  falling: boolean,
): Row[] {
  const sign = falling ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [by(one), by(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === "string" || typeof b === "string") {
      return sign * String(a).localeCompare(String(b));
    }
    return sign * (a - b);
  });
}

/** A quiet table whose heads sort it; the first column names the row. */
export function SortableTable<Row>(props: {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly start?: Order;
}) {
  const { columns } = props;
  const t = useText().question;
  const [order, setOrder] = useState(props.start);
  const by = columns.find(({ key }) => key === order?.key)?.by;
  const rows =
    order === undefined || by === undefined ? props.rows : sortRows(props.rows, by, order.falling);
  return (
    <ScrollRegion label={props.caption}>
      <table className="figures">
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, by: sortable, numeric }) => {
              const sorted =
                order?.key === key ? (order.falling ? "descending" : "ascending") : undefined;
              return (
                <th key={key} scope="col" data-numeric={numeric || undefined} aria-sort={sorted}>
                  {sortable === undefined ? (
                    label
                  ) : (
                    <button
                      type="button"
                      title={t.sortBy(label)}
                      onClick={() =>
                        setOrder({
                          key,
                          falling: sorted === undefined ? numeric === true : !order?.falling,
                        })
                      }
                    >
                      {label}
                      <span aria-hidden="true" className="sort-sign">
                        {sorted === "descending" ? "↓" : sorted === "ascending" ? "↑" : ""}
                      </span>
                    </button>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {columns.map(({ key, render, numeric }, place) =>
                place === 0 ? (
                  <th key={key} scope="row">
                    {render(row)}
                  </th>
                ) : (
                  <td key={key} data-numeric={numeric || undefined}>
                    {render(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
