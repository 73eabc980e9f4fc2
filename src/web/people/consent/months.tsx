import type { ConsentOverview } from "../../../core/people/consent-overview.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { consentText } from "./text.ts";

/** Months of one purpose, newest first. */
export function Months(props: { readonly purpose: string; readonly overview: ConsentOverview }) {
  const t = consentText[useLanguage()];
  const f = useFormat();
  const months = props.overview.months
    .filter(({ purpose }) => purpose === props.purpose)
    .toReversed();
  if (months.length === 0) return null;
  return (
    <table className="consent-months">
      <caption>{t.months}</caption>
      <thead>
        <tr>
          <th scope="col">{t.month}</th>
          <th scope="col">{t.gave}</th>
          <th scope="col">{t.withdrew}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, yes, no }) => (
          <tr key={month}>
            <th scope="row">{month}</th>
            <td>{f.number(yes)}</td>
            <td>{f.number(no)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
