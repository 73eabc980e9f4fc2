import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RetentionRule } from "../../../core/people/retention-list.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { ActorField, useActor } from "../request/actor.tsx";
import { NewRule } from "./new-rule.tsx";
import { keepText } from "./text.ts";
import "./keep.css";

/** How long events are kept: rules, what went by each, and a form for the next. */
export function Retention({ workspace }: { readonly workspace: string }) {
  const t = keepText[useLanguage()];
  const { data, error, refetch } = useAnswer("retention", { workspace });
  const who = useActor();
  const [named] = useState(who !== null);
  const [adding, setAdding] = useState(false);
  return (
    <section className="privacy-section" aria-labelledby="privacy-retention">
      <header className="privacy-section-head">
        <h2 id="privacy-retention">{t.title}</h2>
        {!adding && (
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {t.add}
          </button>
        )}
      </header>
      <p className="privacy-about">{t.about}</p>
      {adding && <NewRule workspace={workspace} onDone={() => setAdding(false)} />}
      {error ? (
        <Trouble error={error} onAgain={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : data.length === 0 ? (
        <div className="privacy-none">
          <p>{t.none}</p>
          <p className="quiet">{t.noneHint}</p>
        </div>
      ) : (
        <>
          {!named && !adding && <ActorField />}
          <ul className="rules">
            {data.map((rule) => (
              <Rule key={rule.id} workspace={workspace} rule={rule} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Rule({ workspace, rule }: { readonly workspace: string; readonly rule: RetentionRule }) {
  const t = keepText[useLanguage()];
  const f = useFormat();
  const who = useActor();
  const queries = useQueryClient();
  const { id, kind, event, source, days, made, ended, endedBy, gone, last } = rule;
  const end = useMutation({
    mutationFn: () =>
      call("endRetention", {
        workspace,
        rule: String(id),
        body: { ended: ended === null, who: who ?? "" },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["retention"] }),
  });
  return (
    <li data-ended={ended !== null}>
      <p>{t.rule(t.kinds[kind ?? ""], event, source, days)}</p>
      <p className="quiet">
        {[
          ended === null ? t.made(f.date(made), rule.who) : t.ended(f.date(ended), endedBy ?? ""),
          last === null ? t.nothingGone : t.gone(gone, f.date(last)),
        ].join(" · ")}
      </p>
      <button
        type="button"
        className="link-button"
        disabled={who === null || end.isPending}
        onClick={() => end.mutate()}
      >
        {ended === null ? t.end : t.again}
      </button>
      {end.isError && <Trouble error={end.error} />}
    </li>
  );
}
