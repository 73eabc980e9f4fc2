import type { Drivers } from "../../../core/question/drivers/drivers.ts";
import { useAnswer } from "../../app/answer.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { AskGoal } from "../ask-goal.tsx";
import { AskTouchpoints } from "../ask-touchpoints.tsx";
import { codesOf, useAsks } from "../asks.ts";
import { FilterChoices } from "../filter-choices.tsx";
import { FilterWord } from "../filter-word.tsx";
import { Headline } from "../headline.tsx";
import { QuestionPage } from "../question-page.tsx";
import { useTowardGoal } from "../toward-goal.ts";
import { driverSaid, outcomeKey, outcomeName, outcomeText } from "./driver-said.ts";
import { DriverTable } from "./driver-table.tsx";
import { KanoTable } from "./kano-table.tsx";
import { Quadrant } from "./quadrant.tsx";
import { UnderWaySection } from "./under-way.tsx";
import "./drivers.css";

/** What goes along with a score, a goal or an amount. */
export function DriversRoute() {
  const t = useText().drivers;
  const [{ outcome, about, crosshair }] = useAsks();
  const asked = {
    ...useTowardGoal(),
    ...(outcome !== undefined && { outcome }),
    ...(about !== undefined && { about: codesOf(about) }),
    ...(crosshair !== undefined && { crosshair }),
  };
  const { workspace } = asked;
  const answer = useAnswer("drivers", asked);
  const facets = useAnswer("facets", { workspace }).data;
  const segments = new Map(facets?.segments.map(({ id, name }) => [id, name]));
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="drivers"
      asked={asked}
      answer={answer}
      asks={<DriverAsks found={answer.data} />}
    >
      {(found) => <WhatGoesAlong found={found} segments={segments} />}
    </QuestionPage>
  );
}

export function WhatGoesAlong(props: {
  readonly found: Drivers;
  readonly segments: ReadonlyMap<string, string>;
}) {
  const { found, segments } = props;
  const t = useText().drivers;
  const format = useFormat();
  const { drivers, outcome, explained, tried, sure, underWay, quadrant } = found;
  const [first] = drivers;
  const shared = drivers.filter(({ share }) => share !== null).length;
  return (
    <div className="drivers">
      {first === undefined ? (
        <div className="none">
          <h2>{tried === 0 ? t.few : t.none}</h2>
          <p>{t.noneHint}</p>
        </div>
      ) : (
        <>
          <Headline>
            {t.headline(
              driverSaid(first, t, format, segments),
              outcomeName(outcome, t),
              outcomeText(outcome, first.with.mean, format),
              outcomeText(outcome, first.without.mean, format),
            )}{" "}
            {t.explained(format.percent(explained), shared)}
          </Headline>
          <p className="driver-caution">{t.association}</p>
          <DriverTable found={found} caption={t.caption} segments={segments} />
          <p className="quiet">{t.tried(format.number(tried), format.number(sure))}</p>
          <KanoTable found={found} segments={segments} />
        </>
      )}
      {underWay && <UnderWaySection outcome={outcome} found={underWay} segments={segments} />}
      {first !== undefined && <Quadrant quadrant={quadrant} />}
    </div>
  );
}

function DriverAsks({ found }: { readonly found: Drivers | undefined }) {
  const t = useText().drivers;
  const facets = useAnswer("facets", { workspace: useWorkspaceSlug() }).data;
  const [{ about }, ask] = useAsks();
  if (found === undefined) return null;
  const { outcome, outcomes, goal } = found;
  return (
    <div className="asks">
      <FilterWord label={t.explain} value={outcomeName(outcome, t)} chosen>
        <FilterChoices
          single
          label={t.explain}
          choices={outcomes.map((each) => ({
            key: outcomeKey(each),
            label: outcomeName(each, t),
          }))}
          chosen={[outcomeKey(outcome)]}
          onToggle={(key) => ask({ outcome: key, about: undefined })}
        />
      </FilterWord>
      {outcome.kind === "score" && (
        <AskTouchpoints
          label={t.about}
          otherwise={t.anything}
          touchpoints={facets?.touchpoints ?? []}
          chosen={about === undefined ? [] : codesOf(about)}
          onChange={(codes) => ask({ about: codes.length === 0 ? undefined : codes.join(",") })}
        />
      )}
      {goal !== null && <AskGoal goal={goal} />}
    </div>
  );
}
