import { useState } from "react";
import { useText } from "../../../language/text.ts";
import { useEditing } from "../editing.ts";
import { Choice } from "./inputs.tsx";
import { TransitionInspector } from "./transition-inspector.tsx";

/** The ways onward from a touchpoint: to the next one, to others of which something is said, and to any. */
export function WaysInspector({ from }: { readonly from: string }) {
  const t = useText().inspect;
  const editing = useEditing();
  const [begun, setBegun] = useState<readonly string[]>([]);
  if (!editing?.allowed) return null;
  const { journey } = editing;
  const all = journey.episodes.flatMap(({ touchpoints }) => touchpoints);
  const next = all[all.findIndex(({ id }) => id === from) + 1]?.id;
  const told = (journey.transitions ?? []).filter((way) => way.from === from).map(({ to }) => to);
  const ways = [...new Set([...(next === undefined ? [] : [next]), ...told, ...begun])];
  const others = all.filter(({ id }) => id !== from && !ways.includes(id));
  return (
    <>
      {ways.map((to) => (
        <TransitionInspector key={to} from={from} to={to} />
      ))}
      {others.length > 0 && (
        <Choice
          label={t.anotherWay}
          value={null}
          none={t.choose}
          options={others.map(({ id, title }) => ({ key: id, label: title }))}
          onChange={(to) => to !== null && setBegun((before) => [...before, to])}
        />
      )}
    </>
  );
}
