import { FLOOR } from "../../../core/evidence/floor.ts";
import { FEW, type Rate } from "../../../core/evidence/interval.ts";
import { NOTHING } from "../../../core/message/format.ts";
import { Standing, type Loyalty } from "../../../core/question/loyalty/loyalty.ts";
import { ScrollRegion } from "../../app/scroll-region.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";

/** Where those stand now who stood in each corner before, as a table whose rows add up. */
export function LoyaltyMoves({ found }: { readonly found: Loyalty }) {
  const t = useText().loyalty;
  const format = useFormat();
  const [before, now] = found.periods;
  const period = ({ from, to }: { from: string; to: string }) => format.period(from, to);
  const title = t.moves(period(before), period(now));
  return (
    <>
      <h2 className="figure-title">{title}</h2>
      <ScrollRegion label={title}>
        <table className="figures loyalty-moves">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t.from}</th>
              <th scope="col" data-numeric>
                {t.people}
              </th>
              {Standing.options.map((corner) => (
                <th key={corner} scope="col" data-numeric>
                  {t.corners[corner]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.moves.map(({ from, people, to }) => (
              <tr key={from}>
                <th scope="row">{from === "away" ? t.newcomers : t.corners[from]}</th>
                <td data-numeric>{format.number(people)}</td>
                {to.map(({ corner, share }) => (
                  <Move key={corner} share={share} stays={corner === from} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="loyalty-note">{t.movesNote}</p>
    </>
  );
}

function Move({ share, stays }: { readonly share: Rate; readonly stays: boolean }) {
  const t = useText().question;
  const format = useFormat();
  if (share.n < FLOOR) return <td data-numeric>{NOTHING}</td>;
  const said = `${format.number(share.count)}, ${t.interval(format.interval(share.low, share.high))}`;
  const depth = share.n < FEW ? 0 : Math.round(45 * (share.share ?? 0));
  return (
    <td
      data-numeric
      title={said}
      data-few={share.n < FEW || undefined}
      data-stays={stays || undefined}
      style={{ background: `color-mix(in srgb, var(--measured) ${depth}%, transparent)` }}
    >
      {format.percent(share.share)} <small>{format.number(share.count)}</small>
      <span className="visually-hidden"> {said}</span>
    </td>
  );
}
