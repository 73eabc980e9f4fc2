import { PARTS, type Archetypes } from "../../../core/question/archetypes/archetypes.ts";
import { useAnswer } from "../../app/answer.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { AskGoal } from "../ask-goal.tsx";
import { useAsks } from "../asks.ts";
import { FilterChoices } from "../filter-choices.tsx";
import { FilterWord } from "../filter-word.tsx";
import { Headline } from "../headline.tsx";
import { QuestionPage } from "../question-page.tsx";
import { useTowardGoal } from "../toward-goal.ts";
import { ArchetypeEntry } from "./archetype-entry.tsx";

/** Under this silhouette there is no structure to speak of (Kaufman & Rousseeuw 1990). */
const WEAK = 0.25;

/** Journeys that stand for all, those that stand for most first. */
export function ArchetypesRoute() {
  const t = useText().archetypes;
  const [{ parts }] = useAsks();
  const asked = {
    ...useTowardGoal(),
    ...(parts !== undefined && { parts }),
  };
  const answer = useAnswer("archetypes", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="archetypes"
      asked={asked}
      answer={answer}
      asks={
        <div className="asks">
          <AskGoal goal={answer.data?.goal} />
          <AskParts />
        </div>
      }
    >
      {(found) => <TypicalJourneys found={found} />}
    </QuestionPage>
  );
}

export function TypicalJourneys({ found }: { readonly found: Archetypes }) {
  const t = useText().archetypes;
  const format = useFormat();
  const { archetypes, parts, routes, compared } = found;
  const value = Math.max(...parts.silhouettes.map(({ silhouette }) => silhouette));
  const told = parts.by === "asked" ? t.given : t.clear;
  return (
    <>
      <Headline>
        {t.found(archetypes.length, format.percent(archetypes[0]?.size.share ?? 0))}
      </Headline>
      {value < WEAK && <p className="quiet">{t.weak}</p>}
      <ol className="segments">
        {archetypes.map((each) => (
          <ArchetypeEntry key={each.route} archetype={each} />
        ))}
      </ol>
      <p className="segments-sought">
        <span>{t.compared(format.number(routes), format.percent(compared.share))}</span>
        <span>{told(format.number(archetypes.length), format.number(value, 2))}</span>
      </p>
    </>
  );
}

function AskParts() {
  const t = useText().archetypes;
  const format = useFormat();
  const [{ parts }, ask] = useAsks();
  const { fewest, most } = PARTS;
  const numbers = Array.from({ length: most - fewest + 1 }, (_, nth) => nth + fewest);
  return (
    <FilterWord
      label={t.parts}
      value={parts === undefined ? t.asItParts : format.number(parts)}
      chosen={parts !== undefined}
    >
      <FilterChoices
        single
        label={t.parts}
        choices={[
          { key: "", label: t.asItParts },
          ...numbers.map((each) => ({ key: String(each), label: format.number(each) })),
        ]}
        chosen={[parts === undefined ? "" : String(parts)]}
        onToggle={(key) => ask({ parts: key === "" ? undefined : Number(key) })}
      />
    </FilterWord>
  );
}
