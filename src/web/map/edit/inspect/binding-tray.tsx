import type { Overlay } from "../../../../core/evidence/overlay.ts";
import { Channel } from "../../../../core/map/journey.ts";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { set, useEditing } from "../editing.ts";
import { useAround } from "./around.ts";
import { plain } from "./field.tsx";
import { Choice } from "./inputs.tsx";
import { ruleOf, unclaimed, unsupported } from "./tray.ts";
import type { Unclaimed } from "./tray.ts";
import "./inspect.css";

/** Beside the map: what the data has and the map does not, and the other way round. */
export function BindingTray({ overlay }: { readonly overlay: Overlay }) {
  const t = useText().inspect;
  const f = useFormat();
  const editing = useEditing();
  const facets = useAround()?.facets ?? null;
  if (!editing?.allowed) return null;
  const { journey, edit, newId } = editing;
  const drawn = journey.episodes.flatMap(({ touchpoints }) => touchpoints);
  const loose = unclaimed(overlay, facets);
  const silent = unsupported(journey, overlay);

  function bind(one: Unclaimed, id: string | null) {
    const touchpoint = drawn.find((each) => each.id === id);
    if (!touchpoint) return;
    const from = touchpoint.events ?? null;
    edit(
      set(touchpoint.id, "events", plain(from), plain([...(from ?? []), ruleOf(one)])),
      t.bound(one.label),
    );
  }

  function draw(one: Unclaimed) {
    const episode = journey.episodes.at(-1);
    if (!episode) return;
    const channel = Channel.safeParse(one.channel).data;
    const element = {
      id: newId("tp"),
      title: one.event.slice(0, 160),
      ...(channel && { channel }),
      events: [ruleOf(one)],
    };
    const after = episode.touchpoints.at(-1)?.id ?? null;
    edit({ do: "add", to: episode.id, list: "touchpoints", after, element }, t.drawn(one.label));
  }

  return (
    <aside className="inspect inspect-tray" aria-label={t.tray}>
      <section aria-label={t.unclaimed}>
        <h4>{t.unclaimed}</h4>
        <p className="inspect-note">{loose.length === 0 ? t.allClaimed : t.unclaimedHint}</p>
        {loose.map((one) => (
          <div key={one.label} className="inspect-item" role="group" aria-label={one.label}>
            <p className="inspect-name">{one.label}</p>
            <p className="inspect-note">{t.journeys(f.number(one.journeys))}</p>
            <Choice
              label={t.bindTo}
              value={null}
              none={t.choose}
              options={drawn.map(({ id, title }) => ({ key: id, label: title }))}
              onChange={(id) => bind(one, id)}
            />
            <p className="inspect-tools">
              <button type="button" className="word-button" onClick={() => draw(one)}>
                {t.draw}
              </button>
            </p>
          </div>
        ))}
      </section>
      {silent.length > 0 && (
        <section aria-label={t.unsupported}>
          <h4>{t.unsupported}</h4>
          <p className="inspect-note">{t.unsupportedHint}</p>
          <ul>
            {silent.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
