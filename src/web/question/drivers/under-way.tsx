import type { Outcome, UnderWay } from "../../../core/question/drivers/drivers.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { DriverTable } from "./driver-table.tsx";

/** Touchpoints after which customers who are still under way reach the goal less: who, since when, how many. */
export function UnderWaySection(props: {
  readonly outcome: Outcome;
  readonly found: UnderWay;
  readonly segments: ReadonlyMap<string, string>;
}) {
  const { outcome, found, segments } = props;
  const { tried, drivers } = found;
  const t = useText().drivers;
  const format = useFormat();
  const notes = new Map(
    drivers.map((each) => [
      each as object,
      t.underWayWho(
        format.duration(each.afterSeconds),
        format.number(each.underWay),
        format.percent(each.reached),
      ),
    ]),
  );
  return (
    <section>
      <h2 className="figure-title">{t.underWay}</h2>
      <p>{tried === 0 ? t.underWayFew : t.underWayLead}</p>
      {tried > 0 && drivers.length === 0 && <p>{t.underWayNone(format.number(tried))}</p>}
      {drivers.length > 0 && (
        <>
          <DriverTable
            found={{ outcome, drivers, explained: null }}
            caption={t.underWayCaption}
            segments={segments}
            noteOf={(each) => notes.get(each) ?? ""}
          />
          <p className="quiet">{t.underWayTried(format.number(tried))}</p>
        </>
      )}
    </section>
  );
}
