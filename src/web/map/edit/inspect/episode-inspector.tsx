import { useText } from "../../../language/text.ts";
import { PartTalk } from "../../talk/part-talk.tsx";
import { useEditing } from "../editing.ts";
import { Goals, Metrics, Opportunities, Pains } from "./claims.tsx";
import { EvidenceList } from "./evidence.tsx";
import { CheckOf, WordsOf } from "./field.tsx";
import "./inspect.css";

/** All that the map says of one episode, to change. */
export function EpisodeInspector({ id }: { readonly id: string }) {
  const t = useText().inspect;
  const editing = useEditing();
  const of = editing?.journey.episodes.find((each) => each.id === id);
  if (!editing?.allowed || !of) return null;
  return (
    <div className="inspect" key={id}>
      <WordsOf of={of} field="title" label={t.title} hint={t.voice} max={160} needed strong />
      <PartTalk element={id} name={of.title} />
      <WordsOf of={of} field="goal" label={t.episodeGoal} lines />
      <CheckOf of={of} field="anyOrder" label={t.anyOrder} />
      <Pains of={of} items={of.pains} />
      <Opportunities of={of} items={of.opportunities} />
      <Goals of={of} items={of.goals} journey={editing.journey} />
      <Metrics of={of} items={of.metrics} />
      <EvidenceList of={of} />
    </div>
  );
}
