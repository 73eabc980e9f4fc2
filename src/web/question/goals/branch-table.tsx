import type { GoalBranch, Goals } from "../../../core/question/goals/goals.ts";
import { titlesOf } from "../../../core/question/goals/titles.ts";
import { FEW } from "../../../core/evidence/interval.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { SortableTable } from "../sortable-table.tsx";
import { differenceSaid, outcomeSaid } from "./said.ts";

/** What the tree shows, and what it cannot: the outcomes on either side, intervals, n and p. */
export function BranchTable(props: {
  readonly found: Goals;
  readonly branches: readonly GoalBranch[];
}) {
  const { found, branches } = props;
  const t = useText().goals;
  const format = useFormat();
  const titleOf = titlesOf(found);
  const side = (branch: GoalBranch, { n, mean }: GoalBranch["met"]) => (
    <span className="goal-side-figure" data-few={n < FEW || undefined}>
      {mean === null ? format.number(null) : outcomeSaid(mean, branch, format)}
      <small>{format.n(n)}</small>
    </span>
  );
  return (
    <SortableTable<GoalBranch>
      caption={t.branches}
      rows={branches}
      rowKey={({ qualitative, quantitative }) => `${qualitative} ${quantitative}`}
      columns={[
        {
          key: "experience",
          label: t.experience,
          render: ({ qualitative }) => (
            <span className="goal-name" dir="auto">
              {titleOf(qualitative)}
            </span>
          ),
          by: ({ qualitative }) => titleOf(qualitative),
        },
        {
          key: "figure",
          label: t.figure,
          render: ({ quantitative }) => (
            <span className="goal-name" dir="auto">
              {titleOf(quantitative)}
            </span>
          ),
          by: ({ quantitative }) => titleOf(quantitative),
        },
        {
          key: "met",
          label: t.met,
          numeric: true,
          render: (branch) => side(branch, branch.met),
          by: ({ met }) => met.mean,
        },
        {
          key: "unmet",
          label: t.unmet,
          numeric: true,
          render: (branch) => side(branch, branch.unmet),
          by: ({ unmet }) => unmet.mean,
        },
        {
          key: "difference",
          label: t.difference,
          numeric: true,
          render: (branch) => (
            <span className="goal-side-figure" data-goes={branch.goes ?? undefined}>
              {branch.difference
                ? differenceSaid(branch.difference.value, branch, format)
                : format.number(null)}
              {branch.difference && (
                <small>
                  {`${differenceSaid(branch.difference.low, branch, format)} – ${differenceSaid(branch.difference.high, branch, format)}`}
                </small>
              )}
            </span>
          ),
          by: ({ difference }) => difference?.value ?? null,
        },
        {
          key: "strength",
          label: t.strength,
          numeric: true,
          render: ({ strength }) =>
            strength === null ? (
              format.number(null)
            ) : (
              <span className="goal-strength">{t.deviations(format.signed(strength, 2))}</span>
            ),
          by: ({ strength }) => (strength === null ? null : Math.abs(strength)),
        },
        {
          key: "q",
          label: t.adjusted,
          numeric: true,
          render: ({ q }) => (q === null ? format.number(null) : format.pValue(q)),
          by: ({ q }) => q,
        },
        {
          key: "kind",
          label: t.kind,
          render: ({ kind, doubt }) => (
            <span className="goal-kind">
              {t.kinds[kind]}
              {doubt !== null && <small>{t.doubts[doubt]}</small>}
            </span>
          ),
          by: ({ kind }) => kind,
        },
      ]}
    />
  );
}
