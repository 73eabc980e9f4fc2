import type { Ladder, LadderPeriod } from "../../../core/question/loyalty/ladder.ts";
import { ScrollRegion } from "../../app/scroll-region.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";

/** Rungs from the top, who stands on them quarter by quarter, and who climbed from where to where. */
export function LoyaltyLadder({ ladder }: { readonly ladder: Ladder }) {
  const t = useText().loyalty;
  const format = useFormat();
  const { rungs, periods } = ladder;
  const most = Math.max(...periods.flatMap(({ standing }) => standing), 1);
  return (
    <>
      <p className="loyalty-note">{t.ladderLead}</p>
      <ScrollRegion label={t.ladder}>
        <table className="figures loyalty-ladder">
          <caption className="visually-hidden">{t.ladder}</caption>
          <thead>
            <tr>
              <th scope="col">{t.rung}</th>
              <th scope="col">{t.stands}</th>
              <Quarters periods={periods} />
            </tr>
          </thead>
          <tbody>
            {rungs
              .map((each, nth) => ({ ...each, nth }))
              .toReversed()
              .map(({ rung, touchpoints, nth }) => (
                <tr key={rung}>
                  <th scope="row">{t.rungs[rung]}</th>
                  <td>
                    {touchpoints.map(({ title, ownership, measured }) => (
                      <span
                        key={title}
                        className="loyalty-stands"
                        data-blind={!measured || undefined}
                      >
                        {title}
                        <small>
                          {[ownership ? t.owners[ownership] : "", measured ? "" : t.blind]
                            .filter((word) => word !== "")
                            .join(", ")}
                        </small>
                      </span>
                    ))}
                  </td>
                  {periods.map(({ from, standing }) => {
                    const people = standing[nth] ?? 0;
                    return (
                      <td key={from} data-numeric>
                        {touchpoints.some(({ measured }) => measured) ? format.number(people) : "–"}
                        <i
                          className="loyalty-bar"
                          style={{ width: `${(100 * people) / most}%` }}
                          aria-hidden="true"
                        />
                      </td>
                    );
                  })}
                </tr>
              ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Flows periods={periods} />
    </>
  );
}

function Quarters({ periods }: Pick<Ladder, "periods">) {
  const t = useText().loyalty;
  const format = useFormat();
  return periods.map(({ from, open }) => (
    <th key={from} scope="col" data-numeric>
      {format.month(from)}
      {open && <small> {t.open}</small>}
    </th>
  ));
}

function Flows({ periods }: Pick<Ladder, "periods">) {
  const t = useText().loyalty;
  const ways = new Map<string, LadderPeriod["flows"][number]>();
  for (const { flows } of periods)
    for (const flow of flows) ways.set(`${flow.from} ${flow.to}`, flow);
  const order = Object.keys(t.rungs);
  const rank = (rung: string | null) => (rung === null ? -1 : order.indexOf(rung));
  const rows = [...ways.values()].toSorted(
    (one, other) => rank(one.from) - rank(other.from) || rank(one.to) - rank(other.to),
  );
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="figure-title">{t.flows}</h2>
      <ScrollRegion label={t.flows}>
        <table className="figures loyalty-flows">
          <caption className="visually-hidden">{t.flows}</caption>
          <thead>
            <tr>
              <th scope="col">{t.rung}</th>
              <Quarters periods={periods} />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ from, to }) => (
              <tr key={`${from} ${to}`}>
                <th scope="row">{t.climb(from ? t.rungs[from] : t.newly, t.rungs[to])}</th>
                {periods.map((period) => (
                  <Flow
                    key={period.from}
                    flow={period.flows.find((each) => each.from === from && each.to === to)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function Flow({ flow }: { readonly flow: LadderPeriod["flows"][number] | undefined }) {
  const t = useText().question;
  const format = useFormat();
  if (!flow) return <td data-numeric>0</td>;
  const { people, share } = flow;
  const sure =
    share && `${t.interval(format.interval(share.low, share.high))}, ${format.n(share.n)}`;
  return (
    <td data-numeric {...(sure && { title: sure })} data-few={(share?.n ?? 30) < 30 || undefined}>
      {format.number(people)} {share && <small>{format.percent(share.share)}</small>}
      {sure && <span className="visually-hidden"> {sure}</span>}
    </td>
  );
}
