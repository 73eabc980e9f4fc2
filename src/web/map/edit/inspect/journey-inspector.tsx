import { useText } from "../../../language/text.ts";
import { useEditing } from "../editing.ts";
import { useAround } from "./around.ts";
import { Goals, Metrics } from "./claims.tsx";
import { EvidenceList } from "./evidence.tsx";
import { CheckOf, ChoiceOf, DateOf, optionsOf, WordsOf } from "./field.tsx";
import { Items } from "./items.tsx";
import { Personas } from "./personas.tsx";
import "./inspect.css";

/** All that the map says of the journey as a whole, to change. */
export function JourneyInspector() {
  const t = useText();
  const words = t.inspect;
  const editing = useEditing();
  const around = useAround();
  if (!editing?.allowed) return null;
  const { journey: of } = editing;
  const { current, future, ideal } = t.map.state;
  return (
    <div className="inspect">
      <WordsOf of={of} field="title" label={words.title} max={160} needed strong />
      <div className="inspect-row">
        <ChoiceOf
          of={of}
          field="state"
          label={words.state}
          options={optionsOf({ current, future, ideal })}
          needed
        />
        <ChoiceOf
          of={of}
          field="language"
          label={words.language}
          options={optionsOf(words.languages)}
        />
        {of.state !== "current" && (
          <ChoiceOf
            of={of}
            field="basedOn"
            label={words.basedOn}
            options={(around?.maps ?? [])
              .filter(({ id }) => id !== of.id)
              .map(({ id, title }) => ({ key: id, label: title }))}
          />
        )}
      </div>
      <WordsOf of={of} field="scenario" label={words.scenario} max={200} />
      <WordsOf of={of} field="scope" label={words.scope} lines />
      <div className="inspect-row">
        <WordsOf of={of} field="owner" label={words.owner} max={200} />
        <DateOf of={of} field="reviewBy" label={words.reviewBy} />
      </div>
      <Goals of={of} items={of.goals} journey={of} />
      <Metrics of={of} items={of.metrics} />
      <Personas of={of} />
      <Items
        of={of}
        items={of.team ?? []}
        list="team"
        title={words.team}
        one={words.one.member}
        teach={words.teach.member}
        name={({ name }) => name}
        fresh={(newId) => ({ id: newId("mb"), name: words.fresh.member })}
      >
        {(member) => (
          <>
            <WordsOf of={member} field="name" label={words.name} max={120} needed strong />
            <div className="inspect-row">
              <WordsOf of={member} field="unit" label={words.unit} max={200} />
              <WordsOf of={member} field="role" label={words.role} max={200} />
              <DateOf of={member} field="signed" label={words.signed} />
            </div>
            <CheckOf of={member} field="accountable" label={words.accountable} />
          </>
        )}
      </Items>
      <Items
        of={of}
        items={of.exceptions ?? []}
        list="exceptions"
        title={words.exceptions}
        one={words.one.exception}
        name={({ rule }) => rule}
      >
        {(exception) => (
          <>
            <p className="inspect-name">{exception.rule}</p>
            <WordsOf of={exception} field="reason" label={words.reason} max={1000} needed lines />
          </>
        )}
      </Items>
      <EvidenceList of={of} />
    </div>
  );
}
