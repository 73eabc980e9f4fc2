import { useRef, useState } from "react";
import type { Touchpoint } from "../../../../core/map/journey.ts";
import { useText } from "../../../language/text.ts";
import { set, useEditing } from "../editing.ts";
import { useAround } from "./around.ts";
import { ChoiceOf } from "./field.tsx";

/** The journey that a touchpoint opens: one that is there, or a new one under its title. */
export function SubJourney({ of }: { readonly of: Touchpoint }) {
  const t = useText().inspect;
  const editing = useEditing();
  const around = useAround();
  const body = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"idle" | "making" | "failed">("idle");
  if (!editing || !around) return null;
  const { journey, edit } = editing;

  async function make() {
    if (!around) return;
    setState("making");
    try {
      const { id } = await around.newMap(of.title);
      edit(set(of.id, "opens", of.opens ?? null, id), t.subJourneyMade(of.title));
      setState("idle");
      body.current?.querySelector("select")?.focus();
    } catch {
      setState("failed");
    }
  }

  return (
    <div ref={body}>
      <ChoiceOf
        of={of}
        field="opens"
        label={t.opens}
        options={around.maps
          .filter(({ id }) => id !== journey.id)
          .map(({ id, title }) => ({ key: id, label: title }))}
      />
      {of.opens === undefined && (
        <button
          type="button"
          className="inspect-add"
          disabled={state === "making"}
          onClick={() => void make()}
        >
          {t.newSubJourney}
          <span>{t.newSubJourneyHint}</span>
        </button>
      )}
      {state === "failed" && <p role="alert">{t.subJourneyTrouble}</p>}
    </div>
  );
}
