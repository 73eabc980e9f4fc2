import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { LiveSource } from "../../../protocol/event/source.ts";
import { call } from "../../app/client.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { ConnectHook } from "./connect-hook.tsx";
import { Connect } from "./connect.tsx";
import { EditMapping } from "./edit-mapping.tsx";
import { Hours } from "./hours.tsx";
import { Keys } from "./keys.tsx";
import { ChangePull } from "./pull/change-pull.tsx";
import { PullState } from "./pull/pull-state.tsx";
import { pullText } from "./pull/text.ts";
import { SourceAside } from "./source-aside.tsx";
import { SourceState } from "./source-state.tsx";
import { Tail } from "./tail.tsx";
import { watchText } from "./watch-text.ts";
import { sourceText } from "./text.ts";

type Props = { readonly workspace: string; readonly source: LiveSource };

/** One system: its books, its hours, how to connect it, its keys. */
export function OneSource({ workspace, source }: Props) {
  const language = useLanguage();
  const t = sourceText[language];
  const f = useFormat();
  const id = useId();
  const w = watchText[useLanguage()];
  const [reads, setReads] = useState(false);
  const [shows, setShows] = useState(false);
  const [asks, setAsks] = useState(false);
  const [watches, setWatches] = useState(false);
  const { name, webhook, pull, stopped, last, ledger, keys } = source;
  const heard = last === null ? t.never : `${t.last} ${f.dateTime(last)}`;
  const works = keys.find(({ kind, revoked }) => kind === "write" && revoked === null);
  return (
    <section className="source" aria-labelledby={id} data-stopped={stopped !== null || undefined}>
      <header className="source-head">
        <h2 id={id}>{name}</h2>
        <p className="quiet">{stopped === null ? heard : `${t.stopped} · ${heard}`}</p>
      </header>
      {pull && (
        <PullState workspace={workspace} source={name} pull={pull} stopped={stopped !== null} />
      )}
      {last !== null && <SourceState workspace={workspace} source={name} />}
      <Books ledger={ledger} workspace={workspace} />
      {last !== null && <Hours workspace={workspace} source={name} />}
      {last !== null && (
        <details
          className="source-fold"
          onToggle={({ currentTarget }) => setAsks(currentTarget.open)}
        >
          <summary>{w.asideTitle}</summary>
          {asks && <SourceAside workspace={workspace} source={name} />}
        </details>
      )}
      <details
        className="source-fold"
        onToggle={({ currentTarget }) => setWatches(currentTarget.open)}
      >
        <summary>{w.tail}</summary>
        {watches && <Tail workspace={workspace} source={name} />}
      </details>
      {pull ? (
        <details
          className="source-fold"
          onToggle={({ currentTarget }) => setShows(currentTarget.open)}
        >
          <summary>{pullText[language].where}</summary>
          {shows && <ChangePull workspace={workspace} source={name} pull={pull} />}
        </details>
      ) : (
        <details className="source-fold" open={last === null}>
          <summary>{t.connect}</summary>
          {webhook ? (
            <ConnectHook {...{ workspace, source, webhook }} writeKey={works?.shown ?? null} />
          ) : (
            <Connect writeKey={works?.shown ?? null} />
          )}
        </details>
      )}
      <details
        className="source-fold"
        onToggle={({ currentTarget }) => setReads(currentTarget.open)}
      >
        <summary>{t.mapping}</summary>
        {reads && <EditMapping workspace={workspace} source={name} />}
      </details>
      {!pull && (
        <details className="source-fold">
          <summary>{t.keys}</summary>
          <Keys workspace={workspace} source={source} />
          <Stop workspace={workspace} source={source} />
        </details>
      )}
    </section>
  );
}

const parts = ["stored", "duplicate", "quarantined", "suppressed"] as const;

/** What came in and what became of it, as a sum that the reader can check. */
function Books({ ledger, workspace }: Pick<LiveSource, "ledger"> & { readonly workspace: string }) {
  const t = sourceText[useLanguage()];
  const f = useFormat();
  const sum = parts.reduce((total, part) => total + ledger[part], 0);
  const shown = parts.filter((part) => part !== "suppressed" || ledger.suppressed > 0);
  return (
    <div className="source-books">
      <dl>
        <div>
          <dt>{t.received}</dt>
          <dd>{f.number(ledger.received)}</dd>
        </div>
        {shown.map((part, place) => (
          <div key={part} data-part={part} data-some={ledger[part] > 0 || undefined}>
            <dt>{t[part]}</dt>
            <dd>
              <span className="ledger-sign" aria-hidden="true">
                {place === 0 ? "=" : "+"}
              </span>
              {f.number(ledger[part])}
            </dd>
          </div>
        ))}
      </dl>
      <p className={sum === ledger.received ? "quiet" : "pain"}>
        {sum === ledger.received ? t.balances : t.broken}{" "}
        {ledger.quarantined > 0 && (
          <Link to="/w/$workspace/quarantine" params={{ workspace }} search={{}}>
            {t.aside}
          </Link>
        )}
      </p>
    </div>
  );
}

function Stop({ workspace, source: { name, stopped } }: Props) {
  const t = sourceText[useLanguage()];
  const queries = useQueryClient();
  const stop = useMutation({
    mutationFn: () =>
      call("stopSource", { workspace, source: name, body: { stopped: stopped === null } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["sources"] }),
  });
  return (
    <p className="source-stop">
      <button
        type="button"
        className="link-button"
        disabled={stop.isPending}
        onClick={() => stop.mutate()}
      >
        {stopped === null ? t.stop : t.resume}
      </button>{" "}
      <span className="quiet">{t.stopHint}</span>
    </p>
  );
}
