import type { Perception, PerceptionGroup } from "../../../core/question/perception/perception.ts";
import { useAnswer } from "../../app/answer.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useAsks } from "../asks.ts";
import { useFilter } from "../filter-address.ts";
import { FilterChoices } from "../filter-choices.tsx";
import { FilterWord } from "../filter-word.tsx";
import { QuestionPage } from "../question-page.tsx";
import { Dumbbells } from "./dumbbells.tsx";
import { Findings } from "./findings.tsx";
import { keyOf, nameOf } from "./group-name.ts";
import { Orders } from "./orders.tsx";
import { PerceptionTable } from "./perception-table.tsx";
import { Surveys } from "./surveys.tsx";
import "./perception.css";

/** What colleagues think that customers feel, against what customers say. */
export function PerceptionRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().perception;
  const [filter] = useFilter();
  const [{ survey }] = useAsks();
  const asked = { workspace, filter, ...(survey !== undefined && { survey }) };
  const answer = useAnswer("perception", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="perception"
      asked={asked}
      answer={answer}
      asks={<PerceptionAsks found={answer.data} />}
      always
    >
      {(found) => <WhatWeBelieve found={found} />}
    </QuestionPage>
  );
}

/** The answer, or what it lacks and how to have it. */
export function WhatWeBelieve({ found }: { readonly found: Perception }) {
  const t = useText().perception;
  if (found.survey === null) return <Lacking title={t.none} said={t.noneHint} />;
  if (!found.survey.over) return <Running survey={found.survey} />;
  if (found.groups.length === 0) return <Lacking title={t.few} said={t.fewHint} />;
  return <Found found={found} />;
}

function chosenOf(groups: readonly PerceptionGroup[], key: string | undefined) {
  return groups.find((group) => keyOf(group) === key) ?? groups[0];
}

function PerceptionAsks({ found }: { readonly found: Perception | undefined }) {
  const t = useText().perception;
  const format = useFormat();
  const workspace = useWorkspaceSlug();
  const surveys = useAnswer("surveys", { workspace }).data ?? [];
  const [{ department }, ask] = useAsks();
  const group = found && chosenOf(found.groups, department);
  const survey = found?.survey;
  return (
    <div className="asks">
      {found && group && found.groups.length > 1 && (
        <FilterWord
          label={t.department}
          value={nameOf(group, t)}
          chosen={keyOf(group) !== undefined}
        >
          <FilterChoices
            single
            label={t.department}
            choices={found.groups.map((each) => ({
              key: keyOf(each) ?? "",
              label: nameOf(each, t),
              note: format.number(each.n),
            }))}
            chosen={[keyOf(group) ?? ""]}
            onToggle={(key) => ask({ department: key === "" ? undefined : key })}
          />
        </FilterWord>
      )}
      {survey && surveys.length > 1 && (
        <FilterWord
          label={t.survey}
          value={`${survey.map.title}, ${format.date(survey.ends)}`}
          chosen
        >
          <FilterChoices
            single
            label={t.survey}
            choices={surveys.map(({ survey: { id, closed, ends }, title, answers }) => ({
              key: id,
              label: `${title}, ${format.date(closed ?? ends)}`,
              note: format.number(answers),
            }))}
            chosen={[survey.id]}
            onToggle={(id) => ask({ survey: id, department: undefined })}
          />
        </FilterWord>
      )}
      <Surveys open={t.manage} />
    </div>
  );
}

/** Nothing to be told yet, and the way to have it. */
function Lacking(props: { readonly title: string; readonly said: string }) {
  const t = useText().perception;
  return (
    <div className="none perception-none">
      <h2>{props.title}</h2>
      <p>{props.said}</p>
      <Surveys open={t.start} />
    </div>
  );
}

function Running({ survey }: { readonly survey: NonNullable<Perception["survey"]> }) {
  const t = useText().perception;
  const format = useFormat();
  return (
    <div className="none perception-none">
      <h2>{t.running(format.number(survey.answers))}</h2>
      <p>{t.runningHint(format.date(survey.ends))}</p>
      <Counts survey={survey} />
      <Surveys open={t.manage} />
    </div>
  );
}

function Counts({ survey }: { readonly survey: NonNullable<Perception["survey"]> }) {
  const t = useText().perception;
  const format = useFormat();
  return (
    <>
      <h3 className="field-label">{t.counts}</h3>
      <ul className="perception-counts">
        {survey.departments.map(({ name, n }) => (
          <li key={name}>
            <span dir="auto">{name === "" ? t.other : name}</span> {format.number(n)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Found({ found }: { readonly found: Perception }) {
  const t = useText().perception;
  const format = useFormat();
  const [{ department }] = useAsks();
  const group = chosenOf(found.groups, department);
  if (!group || !found.survey) return null;
  return (
    <div className="perception">
      <Findings found={found} />
      <Orders found={found} group={group} />
      <h2 className="figure-title">{`${t.picture}: ${nameOf(group, t)} (${format.n(group.n)})`}</h2>
      <Dumbbells found={found} group={group} />
      <h2 className="figure-title">{t.table}</h2>
      <PerceptionTable found={found} group={group} />
      <p className="quiet">{t.tested(format.number(found.tested), format.number(found.sure))}</p>
      {found.gone > 0 && <p className="quiet">{t.gone(format.number(found.gone))}</p>}
      {found.remarks.length > 0 && (
        <section>
          <h2 className="figure-title">{t.remarks}</h2>
          <p className="quiet">{t.remarksAbout}</p>
          <ul className="perception-remarks">
            {[...found.remarks.entries()].map(([nth, remark]) => (
              <li key={nth} dir="auto">
                {remark}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Counts survey={found.survey} />
    </div>
  );
}
