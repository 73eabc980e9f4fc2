import { useMutation, useQueryClient } from "@tanstack/react-query";
import { say } from "../../../../core/message/message.ts";
import type { PullRun } from "../../../../core/event/pull/run.ts";
import type { Pull } from "../../../../protocol/event/pull.ts";
import { call } from "../../../app/client.ts";
import { Trouble } from "../../../app/trouble.tsx";
import { useFormat } from "../../../language/format.ts";
import { useLanguage } from "../../../language/language.ts";
import { Notes } from "../../notes.tsx";
import { pullText } from "./text.ts";

type Props = {
  readonly workspace: string;
  readonly source: string;
  readonly pull: Pull;
  readonly stopped: boolean;
};

/** How the asking goes: the last run or the one that goes on, what went wrong, and what one can do. */
export function PullState({ workspace, source, pull, stopped }: Props) {
  const language = useLanguage();
  const t = pullText[language];
  const f = useFormat();
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ["sources"] });
  const act = useMutation({
    mutationFn: async (what: "now" | "stop" | "pause") => {
      if (what === "now") await call("pullNow", { workspace, source });
      else if (what === "stop") await call("stopPull", { workspace, source });
      else await call("stopSource", { workspace, source, body: { stopped: !stopped } });
    },
    onSettled: again,
  });
  const { last, next, aside } = pull;
  const running = last?.state === "running";
  const problem = pull.problem ?? (last?.state === "failed" ? last.problem : null);
  const button = (what: "now" | "stop" | "pause", words: string) => (
    <button
      type="button"
      className="link-button"
      disabled={act.isPending}
      onClick={() => act.mutate(what)}
    >
      {words}
    </button>
  );
  return (
    <div className="pull-state">
      <p role="status">
        <Outcome last={last} files={pull.origin.kind !== "database"} />
        {!running && !stopped && pull.problem === null && (
          <span className="quiet">
            {" · "}
            {last === null ? t.soon : t.next(f.dateTime(next))}
          </span>
        )}
      </p>
      {problem && <p className="pain">{say(problem, language)}</p>}
      {last && last.notes.length > 0 && <Notes notes={last.notes} />}
      <p className="import-tools">
        {running
          ? button("stop", t.stop)
          : !stopped && pull.problem === null && button("now", t.now)}
        {button("pause", stopped ? t.resume : t.pause)}
        {stopped && <span className="quiet">{t.pauseHint}</span>}
      </p>
      {act.isError && <Trouble error={act.error} />}
      {aside.length > 0 && (
        <details className="source-fold">
          <summary>{`${t.aside} (${aside.length})`}</summary>
          <p className="quiet">{t.asideHint}</p>
          <ul className="pull-files">
            {aside.map(({ name, at, problem }) => (
              <li key={`${name} ${at}`}>
                {name} <span className="pain">{say(problem, language)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Outcome({ last, files }: { readonly last: PullRun | null; readonly files: boolean }) {
  const t = pullText[useLanguage()];
  const f = useFormat();
  if (last === null) return t.never;
  const rows = f.number(last.rows);
  const when = f.dateTime(last.ended ?? last.began);
  switch (last.state) {
    case "running":
      return last.file === null ? t.running(rows) : t.runningFile(last.file, rows);
    case "done":
      return files ? t.doneFiles(when, f.number(last.files), rows) : t.done(when, rows);
    case "failed":
      return t.failed(when);
    case "cancelled":
      return t.cancelled(when);
    case "cut":
      return t.cut(when);
  }
}
