import type { Driver, Drivers } from "../../../core/question/drivers/drivers.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { scaleLinear } from "../linear.ts";
import { SortableTable, type TableColumn } from "../sortable-table.tsx";
import { differenceText, driverSaid, isTurned, outcomeText } from "./driver-said.ts";

const WIDTH = 150;

type Listed = Pick<Drivers, "outcome" | "drivers">;

/** The drivers with what those with it and those without it have, and how the explanation is shared, if it is. */
export function DriverTable(props: {
  readonly found: Listed & { readonly explained: number | null };
  readonly caption: string;
  readonly segments: ReadonlyMap<string, string>;
  /** Something to say about one of them, under its name. */
  readonly noteOf?: (driver: Driver) => string;
}) {
  const { found, caption, segments, noteOf } = props;
  const t = useText().drivers;
  const words = useText().question;
  const format = useFormat();
  const { outcome, drivers, explained } = found;
  const ends = drivers.flatMap((each) => [each.with.mean, each.without.mean]);
  const range = [Math.min(...ends), Math.max(...ends)] as const;
  const part = (share: number) => (explained !== null && explained > 0 ? share / explained : 0);
  const most = Math.max(...drivers.map(({ share }) => part(share ?? 0)), 0.01);
  const shared: TableColumn<Driver> = {
    key: "share",
    label: t.share,
    numeric: true,
    render: ({ share }) =>
      share === null ? (
        <span className="quiet-cell">{t.beyond}</span>
      ) : (
        <span className="rate">
          <span className="rate-number">{format.percent(part(share))}</span>
          <svg viewBox="0 0 72 10" width="72" height="10" aria-hidden="true">
            <rect
              className="driver-share"
              y="1"
              height="8"
              width={(Math.max(0, part(share)) / most) * 72}
            />
          </svg>
        </span>
      ),
    by: ({ share }) => share,
  };
  return (
    <SortableTable<Driver>
      caption={caption}
      rows={drivers}
      rowKey={(each) => driverSaid(each, t, format, segments) + each.touchpoint?.code}
      columns={[
        {
          key: "driver",
          label: t.driver,
          render: (each) => (
            <span className="touchpoint-label driver">
              {driverSaid(each, t, format, segments)}
              {noteOf && <span className="driver-note">{noteOf(each)}</span>}
              {each.pains.length > 0 && (
                <span className="driver-pains">
                  {t.pains} {each.pains.join("; ")}
                </span>
              )}
            </span>
          ),
        },
        {
          key: "compared",
          label: t.compared,
          numeric: true,
          render: (each) => <Compared driver={each} found={found} range={range} />,
        },
        {
          key: "difference",
          label: t.difference,
          numeric: true,
          render: ({ difference: { value, low, high } }) => {
            const said = words.interval(
              `${differenceText(outcome, low, format)} – ${differenceText(outcome, high, format)}`,
            );
            return (
              <span className="driver-difference">
                {differenceText(outcome, value, format)}
                <small>{said}</small>
              </span>
            );
          },
          by: ({ difference }) => difference.value,
        },
        ...(explained === null ? [] : [shared]),
      ]}
    />
  );
}

/** Two dots on one line: those with it filled, those without it hollow. */
function Compared(props: {
  readonly driver: Driver;
  readonly found: Listed;
  readonly range: readonly [number, number];
}) {
  const { driver, found, range } = props;
  const t = useText().drivers;
  const format = useFormat();
  const x = scaleLinear(range[0], range[1], 5, WIDTH - 5);
  const value = (mean: number) => outcomeText(found.outcome, mean, format);
  const sore = driver.difference.value < 0 !== isTurned(found.outcome);
  const [a, b] = [x(driver.with.mean), x(driver.without.mean)];
  return (
    <span className="driver-compared">
      <svg viewBox={`0 0 ${WIDTH} 12`} width={WIDTH} height="12" aria-hidden="true">
        <line className="rate-scale" x1="0" x2={WIDTH} y1="6" y2="6" />
        <line className="driver-gap" data-sore={sore || undefined} x1={a} x2={b} y1="6" y2="6" />
        <circle className="driver-without" cx={b} cy="6" r="3.5" />
        <circle className="driver-with" data-sore={sore || undefined} cx={a} cy="6" r="4" />
      </svg>
      <small>
        {t.with} <b>{value(driver.with.mean)}</b> ({format.n(driver.with.n)}), {t.without}{" "}
        {value(driver.without.mean)} ({format.n(driver.without.n)})
      </small>
    </span>
  );
}
