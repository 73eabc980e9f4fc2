import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Goals } from "../../../core/question/goals/goals.ts";
import { useAnswer } from "../../app/answer.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useAsks } from "../asks.ts";
import { useFilter } from "../filter-address.ts";
import { FilterChoices } from "../filter-choices.tsx";
import { FilterWord } from "../filter-word.tsx";
import { QuestionPage } from "../question-page.tsx";
import { BranchTable } from "./branch-table.tsx";
import { GoalFindings } from "./findings.tsx";
import { GoalTable } from "./goal-table.tsx";
import { TreePicture } from "./tree-picture.tsx";
import "./goals.css";

/** The goals of a map, how far they are, and how the experiences go along with the figures. */
export function GoalsRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().goals;
  const [filter] = useFilter();
  const [{ drawn }] = useAsks();
  const asked = { workspace, filter, ...(drawn !== undefined && { map: drawn }) };
  const answer = useAnswer("goals", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="goals"
      asked={asked}
      answer={answer}
      asks={<GoalAsks found={answer.data} />}
      always
    >
      {(found) => <GoalTree found={found} />}
    </QuestionPage>
  );
}

/** The answer, or what it lacks and how to have it. */
export function GoalTree({ found }: { readonly found: Goals }) {
  const t = useText().goals;
  const format = useFormat();
  const [chosen, choose] = useState<string | null>(null);
  const { map, goals, branches, tested, sure } = found;
  if (map === null || goals.length === 0)
    return (
      <div className="none goals-none">
        <h2>{map === null ? t.noMap : t.none}</h2>
        <p>{map === null ? t.noMapHint : t.noneHint}</p>
      </div>
    );
  const shown = branches.filter(
    ({ qualitative, quantitative }) =>
      chosen === null || qualitative === chosen || quantitative === chosen,
  );
  return (
    <div className="goals">
      <GoalFindings found={found} />
      {branches.length === 0 ? (
        <p className="none">{t.oneSided[goals[0]!.kind]}</p>
      ) : (
        <>
          <h2 className="figure-title">{t.picture}</h2>
          <TreePicture found={found} chosen={chosen} onChoose={choose} />
        </>
      )}
      <h2 className="figure-title">{t.goals}</h2>
      <GoalTable goals={goals} />
      {branches.length > 0 && (
        <>
          <h2 className="figure-title">{t.branches}</h2>
          <BranchTable found={found} branches={shown} />
          <p className="quiet">{t.tested(format.number(tested), format.number(sure))}</p>
        </>
      )}
    </div>
  );
}

function GoalAsks({ found }: { readonly found: Goals | undefined }) {
  const t = useText().goals;
  const workspace = useWorkspaceSlug();
  const maps = useAnswer("maps", { workspace }).data ?? [];
  const [, ask] = useAsks();
  const map = found?.map;
  if (!map) return null;
  return (
    <div className="asks">
      {maps.length > 1 && (
        <FilterWord label={t.map} value={map.title} chosen>
          <FilterChoices
            single
            label={t.map}
            choices={maps.map(({ id, title }) => ({ key: id, label: title }))}
            chosen={[map.id]}
            onToggle={(id) => ask({ drawn: id })}
          />
        </FilterWord>
      )}
      <Link to="/w/$workspace/map/{-$map}" params={{ workspace, map: map.id }}>
        {t.openMap}
      </Link>
    </div>
  );
}
