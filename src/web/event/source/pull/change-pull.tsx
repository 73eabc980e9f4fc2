import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Pull } from "../../../../protocol/event/pull.ts";
import { useAnswer } from "../../../app/answer.ts";
import { call } from "../../../app/client.ts";
import { ScrollRegion } from "../../../app/scroll-region.tsx";
import { Trouble } from "../../../app/trouble.tsx";
import { useFormat } from "../../../language/format.ts";
import { useLanguage } from "../../../language/language.ts";
import { Connection } from "./connection.tsx";
import { draftOf, kindOf, noChoice, originOf } from "./draft.ts";
import { ScheduleField } from "./schedule-field.tsx";
import { pullText } from "./text.ts";

type Props = { readonly workspace: string; readonly source: string; readonly pull: Pull };

/** Where and when a source is asked, to be changed; and how its last runs went. */
export function ChangePull({ workspace, source, pull }: Props) {
  const t = pullText[useLanguage()];
  const queries = useQueryClient();
  const kind = kindOf(pull.origin);
  const [draft, setDraft] = useState(() => draftOf(pull.origin));
  const [schedule, setSchedule] = useState(pull.schedule);
  const { table, grows, key, changes } = pull.origin.kind === "database" ? pull.origin : noChoice;
  const origin = originOf(kind, draft, { table, grows, key, changes });
  const secret = draft.secret === "" ? null : draft.secret;
  const attempt = useMutation({
    mutationFn: () => call("tryPull", { workspace, body: { origin, secret, source } }),
  });
  const save = useMutation({
    mutationFn: () => call("savePull", { workspace, source, body: { origin, secret, schedule } }),
    onSuccess: () => {
      setDraft({ ...draft, secret: "" });
      return queries.invalidateQueries({ queryKey: ["sources"] });
    },
  });
  return (
    <form
      className="pull-new"
      onChange={() => save.reset()}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="pull-step">
        {table !== null && (
          <p>
            {t.table} <strong>{table.name}</strong>
            <span className="quiet">{` · ${t.grows} ${grows}`}</span>
          </p>
        )}
        <Connection kind={kind} draft={draft} kept={pull.secret} onChange={setDraft} />
        <p className="import-tools">
          <button
            type="button"
            className="link-button"
            disabled={attempt.isPending}
            onClick={() => attempt.mutate()}
          >
            {attempt.isPending ? t.trying : t.try}
          </button>
          <span className="quiet" role="status">
            {attempt.data &&
              (pull.origin.kind === "database"
                ? t.found(attempt.data.tables.length)
                : t.foundFiles(attempt.data.files.length, attempt.data.more))}
          </span>
        </p>
        {attempt.isError && <Trouble error={attempt.error} />}
      </div>
      <div className="pull-step">
        <ScheduleField schedule={schedule} onChange={setSchedule} />
        <p className="import-tools">
          <button type="submit" className="button" disabled={save.isPending}>
            {save.isPending ? t.saving : t.save}
          </button>
          <span className="quiet" role="status">
            {save.isSuccess && t.saved}
          </span>
        </p>
        {save.isError && <Trouble error={save.error} />}
      </div>
      <Runs workspace={workspace} source={source} />
    </form>
  );
}

const SHOWN = 10;

function Runs(props: { readonly workspace: string; readonly source: string }) {
  const t = pullText[useLanguage()];
  const f = useFormat();
  const runs = useAnswer("pull", props).data?.runs ?? [];
  if (runs.length === 0) return null;
  return (
    <section className="pull-step">
      <h3>{t.runs}</h3>
      <ScrollRegion label={t.runs}>
        <table className="figures small">
          <thead>
            <tr>
              <th scope="col">{t.runBegan}</th>
              <th scope="col">{t.runState}</th>
              <th scope="col" data-numeric>
                {t.runRows}
              </th>
              <th scope="col" data-numeric>
                {t.runFiles}
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.slice(0, SHOWN).map(({ run, began, state, rows, files }) => (
              <tr key={run}>
                <td className="no-wrap">{f.dateTime(began)}</td>
                <td className={state === "failed" ? "pain" : undefined}>{t.states[state]}</td>
                <td data-numeric>{f.number(rows)}</td>
                <td data-numeric>{f.number(files)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
