import type { Action, Goal, Metric, Opportunity, Pain, Quote } from "../../../../core/map/claim.ts";
import { walk } from "../../../../core/map/elements.ts";
import type { Journey } from "../../../../core/map/journey.ts";
import { useText } from "../../../language/text.ts";
import { useAround } from "./around.ts";
import { EvidenceOf } from "./evidence.tsx";
import { ChoiceOf, DateOf, NumberOf, optionsOf, SeveralOf, WordsOf } from "./field.tsx";
import { Items } from "./items.tsx";
import { TouchpointsOf } from "./touchpoints-of.tsx";
import { PinHere } from "../../pin/pin-here.tsx";

type Of<Item> = {
  readonly of: { readonly id: string };
  readonly items: readonly Item[] | undefined;
};

const assumed = { kind: "assumed" } as const;
const titled = ({ title }: { readonly title: string }) => title;

export function Pains({ of, items = [], onAct }: Of<Pain> & { onAct?: (pain: Pain) => void }) {
  const t = useText().inspect;
  return (
    <Items
      {...{ of, items }}
      list="pains"
      title={t.pains}
      one={t.one.pain}
      teach={t.teach.pain}
      name={titled}
      fresh={(newId) => ({ id: newId("pn"), title: t.fresh.pain, evidence: assumed })}
    >
      {(pain) => (
        <>
          <WordsOf of={pain} field="title" label={t.title} max={160} needed strong />
          <WordsOf of={pain} field="text" label={t.text} lines />
          <NumberOf of={pain} field="severity" label={t.severity} low={1} high={5} whole />
          <EvidenceOf of={pain} />
          {onAct && (
            <button type="button" className="inspect-add" onClick={() => onAct(pain)}>
              {t.makeAction}
            </button>
          )}
        </>
      )}
    </Items>
  );
}

export function Opportunities({ of, items = [] }: Of<Opportunity>) {
  const t = useText().inspect;
  return (
    <Items
      {...{ of, items }}
      list="opportunities"
      title={t.opportunities}
      one={t.one.opportunity}
      teach={t.teach.opportunity}
      name={titled}
      fresh={(newId) => ({ id: newId("op"), title: t.fresh.opportunity })}
    >
      {(each) => (
        <>
          <WordsOf of={each} field="title" label={t.title} max={160} needed strong />
          <WordsOf of={each} field="text" label={t.text} lines />
          <EvidenceOf of={each} needed={false} />
        </>
      )}
    </Items>
  );
}

export function Quotes({ of, items = [], journey }: Of<Quote> & { readonly journey: Journey }) {
  const t = useText().inspect;
  return (
    <Items
      {...{ of, items }}
      list="quotes"
      title={t.quotes}
      one={t.one.quote}
      teach={t.teach.quote}
      name={({ text }) => text}
      fresh={(newId) => ({ id: newId("qu"), text: t.fresh.quote, evidence: { kind: "research" } })}
    >
      {(quote) => (
        <>
          <WordsOf of={quote} field="text" label={t.quoteText} needed lines strong />
          <WordsOf of={quote} field="by" label={t.saidBy} max={200} />
          <ChoiceOf of={quote} field="persona" label={t.persona} options={personasOf(journey)} />
          <EvidenceOf of={quote} />
        </>
      )}
    </Items>
  );
}

export function personasOf(journey: Journey) {
  return (journey.personas ?? []).map(({ id, name }) => ({ key: id, label: name }));
}

/** What can be measured here: what Spoor computes itself, and the scores in the data. */
function useMeasures(): string[] {
  const scores = useAround()?.facets?.scores ?? [];
  return ["reach", "conversion", "wait", "leave", ...scores.map(({ name }) => name)];
}

export function Metrics({ of, items = [] }: Of<Metric>) {
  const t = useText().inspect;
  const measures = useMeasures();
  return (
    <>
      <Items
        {...{ of, items }}
        list="metrics"
        title={t.metrics}
        one={t.one.metric}
        teach={t.teach.metric}
        name={({ name }) => name}
        fresh={(newId) => ({ id: newId("me"), name: t.fresh.metric, measure: "reach" })}
      >
        {(metric) => (
          <>
            <WordsOf of={metric} field="name" label={t.name} max={160} needed strong />
            {!metric.pinned && (
              <>
                <WordsOf of={metric} field="measure" label={t.measure} list={measures} needed />
                <WordsOf of={metric} field="unit" label={t.unitOf} max={40} />
              </>
            )}
          </>
        )}
      </Items>
      <PinHere of={of} items={items} />
    </>
  );
}

export function Goals({ of, items = [], journey }: Of<Goal> & { readonly journey: Journey }) {
  const t = useText().inspect;
  const measures = useMeasures();
  const all = [...walk(journey)].filter(({ kind }) => kind === "goal");
  const pinned = walk(journey).flatMap(({ kind, element }) =>
    kind === "metric" && element["pinned"] !== undefined
      ? [{ key: element.id, label: String(element["name"]) }]
      : [],
  );
  return (
    <Items
      {...{ of, items }}
      list="goals"
      title={t.goals}
      one={t.one.goal}
      teach={t.teach.goal}
      name={titled}
      fresh={(newId) => ({ id: newId("go"), title: t.fresh.goal, kind: "quantitative" })}
    >
      {(goal) => (
        <>
          <WordsOf of={goal} field="title" label={t.title} max={160} needed strong />
          <div className="inspect-row">
            <ChoiceOf
              of={goal}
              field="kind"
              label={t.goalKind}
              options={optionsOf(t.goalKinds)}
              needed
            />
            <WordsOf of={goal} field="measure" label={t.measure} list={measures} />
            {pinned.length > 0 && (
              <ChoiceOf of={goal} field="metric" label={t.pinnedMeasure} options={pinned} />
            )}
            <NumberOf of={goal} field="baseline" label={t.baseline} />
            <NumberOf of={goal} field="target" label={t.target} />
            <WordsOf of={goal} field="unit" label={t.unitOf} max={40} />
            <DateOf of={goal} field="by" label={t.by} />
          </div>
          <TouchpointsOf of={goal} field="among" label={t.among} journey={journey} />
          <TouchpointsOf of={goal} field="reach" label={t.reach} journey={journey} />
          <SeveralOf
            of={goal}
            field="serves"
            label={t.serves}
            options={all
              .filter(({ element }) => element.id !== goal.id)
              .map(({ element }) => ({ key: element.id, label: String(element["title"]) }))}
          />
        </>
      )}
    </Items>
  );
}

export function Actions({ of, items = [], journey }: Of<Action> & { readonly journey: Journey }) {
  const t = useText();
  const words = t.inspect;
  const solvable = [...walk(journey)].filter(
    ({ kind }) => kind === "pain" || kind === "opportunity",
  );
  const near = solvable.filter(
    ({ parent, element }) =>
      parent?.id === of.id || items.some(({ solves }) => solves?.some((id) => id === element.id)),
  );
  return (
    <Items
      {...{ of, items }}
      list="actions"
      title={words.actions}
      one={words.one.action}
      teach={words.teach.action}
      name={titled}
      fresh={(newId) => ({ id: newId("ac"), title: words.fresh.action })}
    >
      {(action) => (
        <>
          <WordsOf of={action} field="title" label={words.title} max={160} needed strong />
          <div className="inspect-row">
            <WordsOf of={action} field="owner" label={words.owner} max={200} />
            <DateOf of={action} field="by" label={words.by} />
            <ChoiceOf
              of={action}
              field="status"
              label={words.status}
              options={optionsOf(t.map.actionStatus)}
            />
          </div>
          <SeveralOf
            of={action}
            field="solves"
            label={words.solves}
            options={near.map(({ element }) => ({
              key: element.id,
              label: String(element["title"]),
            }))}
          />
        </>
      )}
    </Items>
  );
}
