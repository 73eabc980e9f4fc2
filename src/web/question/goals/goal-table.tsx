import type { GoalTold } from "../../../core/question/goals/goals.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { IntervalFigure } from "../interval-figure.tsx";
import { SortableTable } from "../sortable-table.tsx";
import { measureSaid, statedSaid, valueSaid } from "./said.ts";

/** Each goal: what it is measured by, from where it came, where it is, where it is to go, and whether it will. */
export function GoalTable({ goals }: { readonly goals: readonly GoalTold[] }) {
  const t = useText().goals;
  const format = useFormat();
  return (
    <SortableTable<GoalTold>
      caption={t.goals}
      rows={goals}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "goal",
          label: t.goal,
          render: (goal) => (
            <span className="goal-name">
              <span dir="auto">{goal.title}</span>
              <small>{measureSaid(goal, t)}</small>
            </span>
          ),
          by: ({ title }) => title,
        },
        {
          key: "baseline",
          label: t.baseline,
          numeric: true,
          render: ({ baseline, unit }) => statedSaid(baseline, unit, format),
        },
        {
          key: "now",
          label: t.now,
          numeric: true,
          render: (goal) => <Now goal={goal} />,
        },
        {
          key: "target",
          label: t.target,
          numeric: true,
          render: ({ target, unit }) => statedSaid(target, unit, format),
        },
        {
          key: "due",
          label: t.due,
          render: ({ due }) => format.date(due),
          by: ({ due }) => due,
        },
        {
          key: "outlook",
          label: t.outlook,
          render: (goal) => <Outlook goal={goal} />,
          by: ({ outlook }) => outlook.verdict,
        },
      ]}
    />
  );
}

function Now({ goal }: { readonly goal: GoalTold }) {
  const t = useText().goals;
  const words = useText().question;
  const format = useFormat();
  const { now, since, early, waitSeconds, lack, baseline, target, times } = goal;
  if (now === null)
    return <span className="quiet-cell">{lack === null ? t.noData : format.number(null)}</span>;
  const { value, low, high, n, form } = now;
  const stated = [baseline, target].flatMap((each) =>
    each === null || times === null ? [] : [each / times],
  );
  const all = [value, low ?? value, high ?? value, ...stated];
  const range =
    form === "points"
      ? ([-100, 100] as const)
      : ([Math.min(0, ...all), Math.max(...all, 0.001)] as const);
  const sure =
    low === null || high === null
      ? ""
      : `${words.interval(`${valueSaid(now, low, format)} – ${valueSaid(now, high, format)}`)}, `;
  return (
    <span className="goal-now">
      <IntervalFigure
        width={96}
        text={valueSaid(now, value, format)}
        value={value}
        low={low}
        high={high}
        range={range}
        n={n}
        said={`${sure}${format.n(n)}`}
      />
      <small>{`${format.n(n)}, ${since === null ? t.overAll : t.nowOf(format.date(since))}`}</small>
      {early > 0 && waitSeconds !== null && (
        <small>{t.early(format.number(early), format.duration(waitSeconds))}</small>
      )}
    </span>
  );
}

function Outlook({ goal }: { readonly goal: GoalTold }) {
  const t = useText().goals;
  const format = useFormat();
  const { outlook, now } = goal;
  const { verdict, doubt, expected, months } = outlook;
  return (
    <span className="goal-outlook" data-verdict={verdict}>
      {t.verdicts[verdict]}
      {doubt !== null && <small>{t.outlookDoubts[doubt]}</small>}
      {expected !== null && now !== null && (
        <small>
          {t.expected(
            valueSaid(now, expected.value, format),
            valueSaid(now, expected.low, format),
            valueSaid(now, expected.high, format),
            format.number(months),
          )}
        </small>
      )}
    </span>
  );
}
