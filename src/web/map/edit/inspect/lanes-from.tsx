import { useState } from "react";
import type { Journey, Lane } from "../../../../core/map/journey.ts";
import { copyLanes } from "../../../../core/map/plan/copy-lanes.ts";
import { useText } from "../../../language/text.ts";
import { useEditing } from "../editing.ts";
import { useAround } from "./around.ts";
import { Choice, Several } from "./inputs.tsx";

/** Rows taken over from another map: which map, and which of its rows. */
export function LanesFrom() {
  const t = useText().inspect;
  const editing = useEditing();
  const around = useAround();
  const [map, setMap] = useState<string | null>(null);
  const [other, setOther] = useState<Journey | "failed" | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (!editing || !around) return null;
  const { journey, edit, newId, announce } = editing;
  const maps = around.maps.filter(({ id }) => id !== journey.id);
  if (maps.length === 0) return null;
  const lanes = other === null || other === "failed" ? [] : (other.lanes ?? []);
  const nameOf = ({ kind, title }: Lane) => title ?? t.laneKinds[kind];

  async function choose(id: string | null) {
    setMap(id);
    setOther(null);
    if (id === null || !around) return;
    try {
      const found = await around.journey(id);
      setOther(found);
      setChosen((found.lanes ?? []).map((lane) => lane.id));
    } catch {
      setOther("failed");
    }
  }

  function take() {
    if (other === null || other === "failed") return;
    const wanted = lanes.filter(({ id }) => chosen.includes(id));
    const command = copyLanes(journey, { ...other, lanes: wanted }, newId);
    if (command === null) announce(t.lanesSame);
    else if (edit(command, t.lanesTaken(other.title))) void choose(null);
  }

  return (
    <div className="inspect-section">
      <Choice
        label={t.lanesFrom}
        value={map}
        none={t.choose}
        options={maps.map(({ id, title }) => ({ key: id, label: title }))}
        onChange={(id) => void choose(id)}
      />
      {other === "failed" && <p role="alert">{t.lanesTrouble}</p>}
      {other !== null && other !== "failed" && lanes.length === 0 && (
        <p className="inspect-note">{t.noLanes}</p>
      )}
      {lanes.length > 0 && (
        <>
          <Several
            label={t.lanesWhich}
            value={[...chosen]}
            options={lanes.map((lane) => ({ key: lane.id, label: nameOf(lane) }))}
            onChange={(ids) => setChosen(ids ?? [])}
          />
          <button
            type="button"
            className="inspect-add"
            disabled={chosen.length === 0}
            onClick={take}
          >
            {t.takeLanes}
          </button>
        </>
      )}
    </div>
  );
}
