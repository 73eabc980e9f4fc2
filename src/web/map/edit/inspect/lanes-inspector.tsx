import type { Lane } from "../../../../core/map/journey.ts";
import { useText } from "../../../language/text.ts";
import { useEditing } from "../editing.ts";
import { CheckOf, ChoiceOf, WordsOf } from "./field.tsx";
import { Items } from "./items.tsx";
import { LanesFrom } from "./lanes-from.tsx";
import "./inspect.css";

/** The rows of the map: which, in which order, under which name. */
export function LanesInspector() {
  const t = useText().inspect;
  const editing = useEditing();
  if (!editing?.allowed) return null;
  const { journey } = editing;
  const kinds = Object.entries(t.laneKinds).map(([key, label]) => ({ key, label }));
  const name = ({ kind, title }: Lane) => title ?? t.laneKinds[kind];
  return (
    <div className="inspect">
      <p className="inspect-note">{t.lanesHint}</p>
      <Items
        of={journey}
        items={journey.lanes ?? []}
        list="lanes"
        title={t.lanes}
        one={t.one.lane}
        teach={t.teach.lane}
        name={name}
        fresh={(newId) => ({ id: newId("ln"), kind: "text", title: t.fresh.lane })}
      >
        {(lane) => (
          <>
            <WordsOf of={lane} field="title" label={t.name} max={160} strong />
            <ChoiceOf of={lane} field="kind" label={t.laneKind} options={kinds} needed />
            <CheckOf of={lane} field="hidden" label={t.hidden} />
          </>
        )}
      </Items>
      <LanesFrom />
    </div>
  );
}
