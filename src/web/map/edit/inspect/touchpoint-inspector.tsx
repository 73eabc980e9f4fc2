import type { Pain } from "../../../../core/map/claim.ts";
import { find } from "../../../../core/map/elements.ts";
import type { Touchpoint } from "../../../../core/map/journey.ts";
import { useText } from "../../../language/text.ts";
import { useEditing } from "../editing.ts";
import { Bindings } from "./bindings.tsx";
import { Actions, Goals, Metrics, Opportunities, Pains, Quotes } from "./claims.tsx";
import { Emotions } from "./emotions.tsx";
import { EvidenceList } from "./evidence.tsx";
import { CheckOf, ChoiceOf, NumberOf, optionsOf, WordsOf } from "./field.tsx";
import { LinesOf } from "./lines-of.tsx";
import { Pictures } from "./pictures.tsx";
import { SubJourney } from "./sub-journey.tsx";
import { WaysInspector } from "./ways-inspector.tsx";
import "./inspect.css";

const asked = ["who", "what", "why", "where", "when", "how"] as const;

/** All that the map says of one touchpoint, to change. */
export function TouchpointInspector({ id }: { readonly id: string }) {
  const t = useText();
  const words = t.inspect;
  const editing = useEditing();
  if (!editing?.allowed) return null;
  const { journey, edit, newId } = editing;
  const of = find(journey, id)?.element as Touchpoint | undefined;
  if (!of) return null;
  const lanes = (journey.lanes ?? []).filter(({ kind }) => kind === "text");

  function act({ id: pain, title }: Pain) {
    const after = of?.actions?.at(-1)?.id ?? null;
    const element = { id: newId("ac"), title: words.solve(title).slice(0, 160), solves: [pain] };
    edit({ do: "add", to: id, list: "actions", after, element }, words.added(words.one.action));
  }

  return (
    <div className="inspect" key={id}>
      <WordsOf
        of={of}
        field="title"
        label={words.titleOfTouchpoint}
        hint={words.voice}
        max={160}
        needed
        strong
      />
      <div className="inspect-row">
        <ChoiceOf
          of={of}
          field="channel"
          label={words.channel}
          options={optionsOf(t.map.channel)}
        />
        <ChoiceOf
          of={of}
          field="ownership"
          label={words.ownership}
          options={optionsOf(t.map.ownership)}
        />
        <ChoiceOf of={of} field="stage" label={words.stage} options={optionsOf(words.stages)} />
      </div>
      <div className="inspect-row">
        <NumberOf
          of={of}
          field="importance.customer"
          label={words.forCustomer}
          low={1}
          high={5}
          whole
        />
        <NumberOf
          of={of}
          field="importance.organisation"
          label={words.forUs}
          low={1}
          high={5}
          whole
        />
      </div>
      <CheckOf of={of} field="momentOfTruth" label={t.map.momentOfTruth} />
      <CheckOf of={of} field="optional" label={words.optional} />
      <CheckOf of={of} field="repeats" label={words.repeats} />
      <WordsOf of={of} field="doing" label={words.doing} lines />
      <Emotions of={of} journey={journey} />
      <Pains of={of} items={of.pains} onAct={act} />
      <Opportunities of={of} items={of.opportunities} />
      <Actions of={of} items={of.actions} journey={journey} />
      <Quotes of={of} items={of.quotes} journey={journey} />
      <Pictures of={of} />
      <details className="inspect-fold" open={of.questions !== undefined}>
        <summary>{t.map.drawer.questions}</summary>
        {asked.map((one) => (
          <WordsOf
            key={one}
            of={of}
            field={`questions.${one}`}
            label={t.map.drawer.question[one]}
            lines
          />
        ))}
      </details>
      <details className="inspect-fold" open={of.backstage !== undefined}>
        <summary>{t.map.drawer.behind}</summary>
        <LinesOf of={of} field="backstage.frontstage" label={words.frontstage} max={200} />
        <WordsOf of={of} field="backstage.process" label={words.process} max={200} />
        <WordsOf of={of} field="backstage.system" label={words.system} max={200} />
        <WordsOf of={of} field="backstage.unit" label={words.unit} max={200} />
      </details>
      <Metrics of={of} items={of.metrics} />
      <Goals of={of} items={of.goals} journey={journey} />
      <Bindings of={of} />
      <EvidenceList of={of} />
      <SubJourney of={of} />
      {lanes.map((lane) => (
        <WordsOf
          key={lane.id}
          of={of}
          field={`cells.${lane.id}`}
          label={lane.title ?? words.ownLane}
          lines
        />
      ))}
      <WordsOf of={of} field="notes" label={words.notes} lines />
      <WaysInspector from={id} />
    </div>
  );
}
