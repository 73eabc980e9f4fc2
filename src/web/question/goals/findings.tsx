import type { GoalBranch, Goals } from "../../../core/question/goals/goals.ts";
import { titlesOf } from "../../../core/question/goals/titles.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { differenceSaid, outcomeSaid } from "./said.ts";

/** So many are told in words; a board reads no more. */
const TOLD = 3;

/** The branches that are sure in a sentence each, the strongest first, and those that the map states and nobody sees. */
export function GoalFindings({ found }: { readonly found: Goals }) {
  const t = useText().goals;
  const format = useFormat();
  const titleOf = titlesOf(found);
  const sure = found.branches
    .filter(({ goes }) => goes !== null)
    .toSorted((one, other) => Math.abs(other.strength ?? 0) - Math.abs(one.strength ?? 0));
  const unseen = found.branches.filter(({ kind }) => kind === "unseen");
  return (
    <>
      {sure.length === 0 && found.tested > 0 && <p className="headline">{t.nothingSure}</p>}
      {sure.length > 0 && (
        <ul className="goal-findings">
          {sure.slice(0, TOLD).map((branch) => (
            <li key={`${branch.qualitative} ${branch.quantitative}`}>
              <Sure
                branch={branch}
                one={titleOf(branch.qualitative)}
                other={titleOf(branch.quantitative)}
              />
            </li>
          ))}
        </ul>
      )}
      {unseen.map(({ qualitative, quantitative, met, unmet }) => (
        <p key={`${qualitative} ${quantitative}`} className="goal-unseen">
          {t.unseen(titleOf(qualitative), titleOf(quantitative), format.number(met.n + unmet.n))}
        </p>
      ))}
      {found.tested > 0 && <p className="goal-caution">{t.association}</p>}
    </>
  );
}

function Sure(props: {
  readonly branch: GoalBranch;
  readonly one: string;
  readonly other: string;
}) {
  const { branch, one, other } = props;
  const { met, unmet, difference, kind, goes, form } = branch;
  const t = useText().goals;
  const format = useFormat();
  if (difference === null || met.mean === null || unmet.mean === null) return null;
  const said = (value: number) => differenceSaid(value, branch, format);
  const value = form === "share" ? t.points(said(difference.value)) : said(difference.value);
  const note =
    kind === "contrary"
      ? t.contrary
      : kind === "unstated"
        ? `${goes === "against" ? `${t.against} ` : ""}${t.unstated}`
        : "";
  return (
    <>
      {t.seen(
        one,
        other,
        outcomeSaid(met.mean, branch, format),
        outcomeSaid(unmet.mean, branch, format),
      )}{" "}
      {note}
      <span className="headline-sure">
        {t.sureOf(
          value,
          said(difference.low),
          said(difference.high),
          format.number(met.n),
          format.number(unmet.n),
        )}
      </span>
    </>
  );
}
