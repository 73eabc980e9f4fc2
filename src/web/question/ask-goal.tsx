import type { Goal } from "../../core/question/towards.ts";
import { useAnswer } from "../app/answer.ts";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useText } from "../language/text.ts";
import { AskTouchpoints } from "./ask-touchpoints.tsx";
import { codesOf, useAsks } from "./asks.ts";

/** Which touchpoints are the goal, to be chosen; who chose it as long as nobody has. */
export function AskGoal({ goal }: { readonly goal: Goal | undefined }) {
  const t = useText().towards;
  const facets = useAnswer("facets", { workspace: useWorkspaceSlug() }).data;
  const [asks, ask] = useAsks();
  if (facets === undefined || goal === undefined) return null;
  const chosen =
    asks.goal === undefined ? goal.touchpoints.map(({ code }) => code) : codesOf(asks.goal);
  return (
    <>
      <AskTouchpoints
        label={t.goal}
        otherwise={t.choose}
        touchpoints={facets.touchpoints}
        chosen={chosen}
        onChange={(codes) => ask({ goal: codes.length === 0 ? undefined : codes.join(",") })}
      />
      {goal.by !== "asked" && <span className="quiet">{t.goalBy[goal.by]}</span>}
    </>
  );
}

/** The goal by its name, as it stands in a sentence. */
export function goalName(goal: Goal): string {
  return goal.touchpoints.map(({ label }) => `“${label}”`).join(" / ");
}
