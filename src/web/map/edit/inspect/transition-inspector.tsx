import { useText } from "../../../language/text.ts";
import { useEditing } from "../editing.ts";
import { Opportunities, Pains } from "./claims.tsx";

/** What hurts, and what could be better, on the way from one touchpoint to another. */
export function TransitionInspector({ from, to }: { readonly from: string; readonly to: string }) {
  const t = useText();
  const editing = useEditing();
  if (!editing?.allowed) return null;
  const { journey, edit, newId } = editing;
  const touchpoints = journey.episodes.flatMap((each) => each.touchpoints);
  const title = touchpoints.find(({ id }) => id === to)?.title ?? "";
  const way = journey.transitions?.find((each) => each.from === from && each.to === to);
  const words = t.inspect;

  function begin(list: "pains" | "opportunities") {
    const claim =
      list === "pains"
        ? { id: newId("pn"), title: words.fresh.pain, evidence: { kind: "assumed" } }
        : { id: newId("op"), title: words.fresh.opportunity };
    const element = { id: newId("tr"), from, to, [list]: [claim] };
    const after = journey.transitions?.at(-1)?.id ?? null;
    edit(
      { do: "add", to: journey.id, list: "transitions", after, element },
      words.added(list === "pains" ? words.one.pain : words.one.opportunity),
    );
  }

  return (
    <div
      role="group"
      className="inspect-section inspect-way"
      aria-label={t.map.onwardTo(title)}
      data-list="way"
    >
      <h3>{t.map.onwardTo(title)}</h3>
      {way ? (
        <>
          <Pains of={way} items={way.pains} />
          <Opportunities of={way} items={way.opportunities} />
        </>
      ) : (
        <>
          <button type="button" className="inspect-add" onClick={() => begin("pains")}>
            {words.add(words.one.pain)}
          </button>
          <button type="button" className="inspect-add" onClick={() => begin("opportunities")}>
            {words.add(words.one.opportunity)}
          </button>
        </>
      )}
    </div>
  );
}
