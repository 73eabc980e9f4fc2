import { Link } from "@tanstack/react-router";
import { compared, type Compared } from "../../../core/identity/comparison.ts";
import { reasonWords } from "../../../core/identity/reason-words.ts";
import type { ReviewPair, Side } from "../../../protocol/identity/who.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { whoText } from "./text.ts";

/** What of a record is behind each thing that is compared. */
const fieldsOf: Readonly<Record<Compared, readonly string[]>> = {
  given: ["given"],
  surname: ["infix", "surname", "full"],
  birth: ["birth"],
  address: ["street", "house", "addition", "postcode", "place"],
  phone: ["phone"],
  email: ["email"],
  number: ["number"],
};

const valueOf = ({ fields }: Side, of: Compared) =>
  fieldsOf[of]
    .map((field) => fields[field] ?? "")
    .filter((value) => value !== "")
    .join(" ");

/** Two people beside each other: what is known of them, how well it agrees, and the score in words. */
export function PairSides({
  workspace,
  pair,
}: {
  readonly workspace: string;
  readonly pair: ReviewPair;
}) {
  const language = useLanguage();
  const t = whoText[language];
  const { sides, reasons, probability, later } = pair;
  const rows = compared.filter((of) => sides.some((side) => valueOf(side, of) !== ""));
  return (
    <div className="who-pair">
      <p className="who-score">
        {t.review.score(probability)}
        {later && <span className="quiet"> · {t.review.later}</span>}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.review.what}</th>
            <th scope="col">{t.review.one}</th>
            <th scope="col">{t.review.other}</th>
            <th scope="col">{t.review.says}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((of) => {
            const reason = reasons.find((each) => each.of === of);
            const standing =
              reason === undefined ? "unknown" : reason.weight > 0 ? "for" : "against";
            return (
              <tr key={of} data-standing={standing}>
                <th scope="row">{t.compared[of]}</th>
                <td>{valueOf(sides[0], of)}</td>
                <td>{valueOf(sides[1], of)}</td>
                <td>
                  {reason === undefined ? (
                    <span className="quiet">{t.review.unknown}</span>
                  ) : (
                    <>
                      {reasonWords(reason, language)}
                      <span className="who-standing">{t.review[standing]}</span>
                    </>
                  )}
                </td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">{t.review.known}</th>
            {sides.map((side, nth) => (
              <td key={side.person} colSpan={nth + 1}>
                <SideFoot workspace={workspace} side={side} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function SideFoot({ workspace, side }: { readonly workspace: string; readonly side: Side }) {
  const t = whoText[useLanguage()].review;
  const f = useFormat();
  const { person, identifiers, sources, events, last } = side;
  return (
    <>
      {identifiers.map(({ kind, value }) => (
        <span key={`${kind} ${value}`} className="who-identifier">
          <span className="quiet">{kind}</span> {value}
        </span>
      ))}
      <span className="quiet who-seen">
        {t.seen(events, sources.join(", "), last === null ? "" : f.date(last))}
      </span>
      <Link to="/w/$workspace/people/$person" params={{ workspace, person }} search={{}}>
        {t.toPerson}
      </Link>
    </>
  );
}
