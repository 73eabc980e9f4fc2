import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { WhoState } from "../../../protocol/identity/who.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { ActorOnce, useActor } from "../../people/request/actor.tsx";
import { Decided } from "./decided.tsx";
import { Review } from "./review.tsx";
import { Rules } from "./rules.tsx";
import { useWhoState } from "./state.ts";
import { whoText } from "./text.ts";
import "./who.css";

/** Who is who: what is probable, for somebody to decide; what was decided; how certain links are made. */
export function WhoRoute() {
  const workspace = useWorkspaceSlug();
  const t = whoText[useLanguage()];
  const state = useWhoState(workspace);
  const kinds = useAnswer("whoRules", { workspace });
  const by = useActor();
  return (
    <div className="page who">
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      {state.isError ? (
        <Trouble error={state.error} onAgain={() => void state.refetch()} />
      ) : state.data === undefined ? (
        <Waiting />
      ) : (
        <ActorOnce>
          <Search workspace={workspace} state={state.data} by={by} />
          <Deriving state={state.data} />
          {state.data.last !== null && (
            <Review
              workspace={workspace}
              open={state.data.open}
              made={state.data.last.made}
              by={by}
            />
          )}
          <Decided workspace={workspace} by={by} />
        </ActorOnce>
      )}
      {kinds.data !== undefined && <Rules workspace={workspace} rules={kinds.data} />}
    </div>
  );
}

type Part = { readonly workspace: string; readonly state: WhoState; readonly by: string | null };

/** What the last search was, how far one is that runs, and the way to begin one. */
function Search({ workspace, state, by }: Part) {
  const t = whoText[useLanguage()].search;
  const ask = whoText[useLanguage()].review.who;
  const f = useFormat();
  const queries = useQueryClient();
  const put = (after: WhoState) => queries.setQueryData(["who", { workspace }], after);
  const start = useMutation({
    mutationFn: () => call("searchLinks", { workspace, body: { by: by ?? "" } }),
    onSuccess: put,
  });
  const stop = useMutation({ mutationFn: () => call("stopSearch", { workspace }), onSuccess: put });
  const { last, searching, searchFailed } = state;
  return (
    <section className="who-search" aria-live="polite">
      {last === null ? (
        <p>{t.none}</p>
      ) : (
        <p className="quiet">{t.last(f.date(last.made), last.by, last.people)}</p>
      )}
      {last !== null && last.objecting > 0 && (
        <p className="quiet">{t.objecting(last.objecting)}</p>
      )}
      {last?.rules
        .filter(({ leftOut }) => leftOut > 0)
        .map(({ rule, leftOut }) => (
          <p key={rule} className="quiet">
            {t.leftOut(leftOut, rule)}
          </p>
        ))}
      {searching === null ? (
        <p>
          <button
            type="button"
            className={last === null ? "button" : "link-button"}
            disabled={by === null || start.isPending}
            title={by === null ? ask : undefined}
            onClick={() => start.mutate()}
          >
            {last === null ? t.start : t.again}
          </button>
        </p>
      ) : (
        <div className="who-progress">
          <p id="who-search-progress">{t.running}</p>
          <progress value={searching} max={1} aria-labelledby="who-search-progress" />
          <button type="button" className="link-button" onClick={() => stop.mutate()}>
            {t.stop}
          </button>
        </div>
      )}
      {searchFailed !== null && <p role="alert">{t.failed(searchFailed)}</p>}
      {start.error && <Trouble error={start.error} />}
    </section>
  );
}

function Deriving({ state }: { readonly state: WhoState }) {
  const t = whoText[useLanguage()];
  return (
    <div className="who-deriving" aria-live="polite">
      {state.deriving !== null && (
        <>
          <p id="who-deriving">{t.deriving}</p>
          <progress value={state.deriving} max={1} aria-labelledby="who-deriving" />
        </>
      )}
      {state.derivingFailed !== null && (
        <p role="alert">{t.derivingFailed(state.derivingFailed)}</p>
      )}
    </div>
  );
}
