import type { GoalBranch, Goals, GoalTold } from "../../../core/question/goals/goals.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { statedSaid, valueSaid } from "./said.ts";

/** From this strength on a branch is as thick as it gets. */
const THICKEST = 0.8;

/** How a branch is drawn. */
function lookOf({ kind, goes }: GoalBranch): "together" | "against" | "unsure" | "unknown" {
  if (kind === "unknown") return "unknown";
  return goes ?? "unsure";
}

function widthOf({ strength }: GoalBranch): number {
  return 1.5 + 8 * Math.min(1, Math.abs(strength ?? 0) / THICKEST);
}

/**
 * The goals as a tree: experiences on the left, figures on the right, a branch for each pair. Choosing a goal
 * lifts out its branches.
 */
export function TreePicture(props: {
  readonly found: Goals;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}) {
  const { found, chosen, onChoose } = props;
  const t = useText().goals;
  const format = useFormat();
  const ones = found.goals.filter(({ kind }) => kind === "qualitative");
  const others = found.goals.filter(({ kind }) => kind === "quantitative");
  const placeOf = (goals: readonly GoalTold[], id: string) =>
    (100 * (goals.findIndex((goal) => goal.id === id) + 0.5)) / goals.length;
  // What is sure lies on top.
  const drawn = found.branches.toSorted(
    (one, other) => Number(one.goes !== null) - Number(other.goes !== null),
  );
  const said = t.pictureSaid(
    format.number(found.sure),
    format.number(found.branches.length),
    format.number(ones.length),
    format.number(others.length),
  );
  const side = (title: string, goals: readonly GoalTold[]) => (
    <div className="goal-side">
      <h3 className="field-label">{title}</h3>
      <ul>
        {goals.map((goal) => (
          <li key={goal.id}>
            <Leaf
              goal={goal}
              chosen={chosen === goal.id}
              onChoose={() => onChoose(chosen === goal.id ? null : goal.id)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <>
      <div className="goal-tree">
        {side(t.qualitative, ones)}
        <div className="goal-branches">
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={said}>
            {drawn.map((branch) => {
              const { qualitative, quantitative } = branch;
              const [y, to] = [placeOf(ones, qualitative), placeOf(others, quantitative)];
              const away = chosen !== null && chosen !== qualitative && chosen !== quantitative;
              return (
                <path
                  key={`${qualitative} ${quantitative}`}
                  d={`M 0 ${y} C 45 ${y}, 55 ${to}, 100 ${to}`}
                  data-look={lookOf(branch)}
                  data-away={away || undefined}
                  strokeWidth={widthOf(branch)}
                />
              );
            })}
            {drawn.map(({ qualitative, quantitative, stated }) =>
              stated ? (
                <path
                  key={`${qualitative} ${quantitative}`}
                  className="goal-stated"
                  d={`M 50 ${(placeOf(ones, qualitative) + placeOf(others, quantitative)) / 2} h 0.01`}
                />
              ) : null,
            )}
          </svg>
        </div>
        {side(t.quantitative, others)}
      </div>
      <p className="goal-legend" aria-hidden="true">
        {(["together", "against", "unsure", "unknown"] as const).map((look) => (
          <span key={look}>
            <svg width="28" height="10">
              <path d="M 0 5 H 28" data-look={look} strokeWidth={look === "unknown" ? 1.5 : 4} />
            </svg>
            {t.legend[look]}
          </span>
        ))}
        <span>{t.legend.thick}</span>
        <span>
          <svg width="10" height="10">
            <path className="goal-stated" d="M 5 5 h 0.01" />
          </svg>
          {t.legend.stated}
        </span>
      </p>
    </>
  );
}

function Leaf(props: {
  readonly goal: GoalTold;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { title, now, target, unit, outlook } = props.goal;
  const t = useText().goals;
  const format = useFormat();
  return (
    <button
      type="button"
      className="goal-leaf"
      aria-pressed={props.chosen}
      title={t.highlight(title)}
      onClick={props.onChoose}
    >
      <span className="goal-leaf-title" dir="auto">
        {title}
      </span>
      <span className="goal-leaf-figure" data-verdict={outlook.verdict}>
        {now ? valueSaid(now, now.value, format) : t.kinds.unknown}
        {target !== null && ` → ${statedSaid(target, unit, format)}`}
      </span>
    </button>
  );
}
