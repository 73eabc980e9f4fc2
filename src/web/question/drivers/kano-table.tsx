import type { Driver, Drivers, Kano } from "../../../core/question/drivers/drivers.ts";
import type { Estimate } from "../../../core/question/towards.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { SortableTable } from "../sortable-table.tsx";
import { differenceText, driverSaid } from "./driver-said.ts";

type Row = { readonly driver: Driver; readonly kano: Kano };

/** What is measured by what its bad end costs and its good end brings. */
export function KanoTable(props: {
  readonly found: Drivers;
  readonly segments: ReadonlyMap<string, string>;
}) {
  const { found, segments } = props;
  const t = useText().drivers;
  const words = useText().question;
  const format = useFormat();
  const rows = found.drivers.flatMap((driver): Row[] =>
    driver.kano?.kind ? [{ driver, kano: driver.kano }] : [],
  );
  if (rows.length === 0) return null;
  const told = ({ value, low, high }: Estimate) => (
    <span className="driver-difference">
      {differenceText(found.outcome, value, format)}
      <small>
        {words.interval(
          `${differenceText(found.outcome, low, format)} – ${differenceText(found.outcome, high, format)}`,
        )}
      </small>
    </span>
  );
  return (
    <section>
      <h2 className="figure-title">{t.kano}</h2>
      <p className="quiet">{t.kanoLead}</p>
      <SortableTable<Row>
        caption={t.kano}
        rows={rows}
        rowKey={({ driver }) => driverSaid(driver, t, format, segments) + driver.touchpoint?.code}
        columns={[
          {
            key: "driver",
            label: t.driver,
            render: ({ driver }) => driverSaid(driver, t, format, segments),
          },
          {
            key: "penalty",
            label: t.penalty,
            numeric: true,
            render: ({ kano }) => told(kano.penalty),
            by: ({ kano }) => kano.penalty.value,
          },
          {
            key: "reward",
            label: t.reward,
            numeric: true,
            render: ({ kano }) => told(kano.reward),
            by: ({ kano }) => kano.reward.value,
          },
          {
            key: "kind",
            label: t.kind,
            render: ({ kano }) => (kano.kind === null ? "" : t.kanoOf[kano.kind]),
          },
        ]}
      />
    </section>
  );
}
