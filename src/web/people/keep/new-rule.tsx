import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RetentionTerm } from "../../../core/people/retention-rule.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { ActorField, useActor } from "../request/actor.tsx";
import { keepText } from "./text.ts";

type Props = { readonly workspace: string; readonly onDone: () => void };

/** Makes a rule; what it would take away is counted before it is made. */
export function NewRule({ workspace, onDone }: Props) {
  const t = keepText[useLanguage()];
  const f = useFormat();
  const who = useActor();
  const [named] = useState(who !== null);
  const [term, setTerm] = useState<RetentionTerm>({
    kind: null,
    event: null,
    source: null,
    days: 365,
  });
  const sources = useAnswer("sources", { workspace }).data ?? [];
  const queries = useQueryClient();
  const reach = useMutation({
    mutationFn: () => call("previewRetention", { workspace, body: term }),
  });
  const add = useMutation({
    mutationFn: () => call("addRetention", { workspace, body: { ...term, who: who ?? "" } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["retention"] });
      onDone();
    },
  });
  const change = (to: Partial<RetentionTerm>) => {
    reach.reset();
    setTerm({ ...term, ...to });
  };
  return (
    <form
      className="new-request"
      onSubmit={(event) => {
        event.preventDefault();
        if (reach.data === undefined) reach.mutate();
        else if (who !== null) add.mutate();
      }}
    >
      <fieldset className="request-fields">
        <label>
          <span className="field-label">{t.kind}</span>
          <select
            value={term.kind ?? ""}
            onChange={({ target }) =>
              change({
                kind: target.value === "" ? null : (target.value as RetentionTerm["kind"]),
              })
            }
          >
            {(["", "event", "feedback", "person"] as const).map((kind) => (
              <option key={kind} value={kind}>
                {t.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="field-label">{t.event}</span>
          <input
            value={term.event ?? ""}
            maxLength={500}
            onChange={({ target }) => change({ event: target.value === "" ? null : target.value })}
          />
          <span className="quiet">{t.eventHint}</span>
        </label>
        <label>
          <span className="field-label">{t.source}</span>
          <input
            value={term.source ?? ""}
            maxLength={200}
            list="retention-sources"
            placeholder={t.anySource}
            onChange={({ target }) => change({ source: target.value === "" ? null : target.value })}
          />
          <datalist id="retention-sources">
            {sources.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </label>
        <label>
          <span className="field-label">{t.days}</span>
          <input
            type="number"
            required
            min={1}
            max={36_500}
            value={term.days}
            onChange={({ target }) => change({ days: Number(target.value) })}
          />
        </label>
      </fieldset>
      {!named && <ActorField />}
      <div role="status">
        {reach.data && (
          <p>
            {t.reach(reach.data.events, reach.data.of, reach.data.people, reach.data.whole)}{" "}
            {reach.data.first !== null && t.first(f.date(reach.data.first))}
          </p>
        )}
      </div>
      {(reach.error ?? add.error) && <Trouble error={(reach.error ?? add.error)!} />}
      <p className="request-buttons">
        <button
          type="submit"
          className="button"
          disabled={reach.isPending || add.isPending || (reach.data !== undefined && who === null)}
        >
          {reach.data === undefined ? t.count : t.make}
        </button>
        <button type="button" className="link-button" onClick={onDone}>
          {t.cancel}
        </button>
      </p>
    </form>
  );
}
