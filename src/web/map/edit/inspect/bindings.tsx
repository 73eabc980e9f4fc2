import type { Binding, Touchpoint } from "../../../../core/map/journey.ts";
import { useText } from "../../../language/text.ts";
import { useAround } from "./around.ts";
import { plain, useField } from "./field.tsx";
import { Words } from "./words.tsx";

/** Which events of the data are this touchpoint. */
export function Bindings({ of }: { readonly of: Touchpoint }) {
  const t = useText().inspect;
  const facets = useAround()?.facets;
  const { value, change } = useField({ of, field: "events", label: t.events });
  const rules = (value ?? []) as Binding[];
  const write = (next: Binding[]) => change(plain(next.length === 0 ? null : next));
  const events = [...new Set(facets?.touchpoints.map(({ event }) => event))];
  const channels = facets?.channels.map(({ channel }) => channel) ?? [];
  return (
    <div role="group" className="inspect-section" aria-label={t.events} data-list="events">
      <h3>{t.events}</h3>
      {rules.length === 0 && <p className="inspect-note">{t.teach.events}</p>}
      {rules.map((rule, at) => (
        // Rules have no name of their own; their place is all that tells them apart.
        <div key={at} className="inspect-row inspect-rule">
          <Words
            label={t.event}
            value={rule.event}
            list={events}
            onChange={(text) =>
              text.trim() !== "" && write(rules.toSpliced(at, 1, { ...rule, event: text }))
            }
          />
          <Words
            label={t.dataChannel}
            value={rule.channel ?? ""}
            list={channels}
            onChange={(text) => {
              const { channel: _, ...rest } = rule;
              return write(rules.toSpliced(at, 1, text === "" ? rest : { ...rest, channel: text }));
            }}
          />
          <button
            type="button"
            className="word-button"
            aria-label={t.remove(rule.event)}
            onClick={() => write(rules.toSpliced(at, 1))}
          >
            {t.takeAway}
          </button>
        </div>
      ))}
      <Words
        key={rules.length}
        label={t.add(t.one.event)}
        value=""
        list={events}
        onChange={(text) => text.trim() !== "" && write([...rules, { event: text }])}
      />
    </div>
  );
}
