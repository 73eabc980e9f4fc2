import { useState } from "react";
import type { Alert, Alerts } from "../../../core/question/alerts/alert.ts";
import { useAnswer } from "../../app/answer.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { UnknownActor } from "../../people/request/actor.tsx";
import { SortableTable } from "../sortable-table.tsx";
import { Why } from "../why.tsx";
import { AlertEntry } from "./alert-entry.tsx";
import { MutedList } from "./muted-list.tsx";
import { Receivers } from "./receivers.tsx";
import { placeWords } from "./say-alert.ts";
import "../question.css";
import "./alerts.css";

const views = ["new", "all", "muted"] as const;
type View = (typeof views)[number];

/** The inbox of odd days. */
export function AlertsRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().alerts;
  const { data, error, refetch } = useAnswer("alerts", { workspace });
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      {error ? (
        <Trouble error={error} onAgain={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : (
        <div className="answer alerts">
          <Inbox found={data} />
          <Receivers />
          <Why>{t.why}</Why>
        </div>
      )}
    </div>
  );
}

function Inbox({ found }: { readonly found: Alerts }) {
  const t = useText().alerts;
  const format = useFormat();
  const [view, setView] = useState<View>("new");
  // What was dealt with stays where it is until the page is opened again, so that it can be taken back.
  const [dealt, setDealt] = useState<ReadonlySet<string>>(new Set());
  const { run } = found;
  if (run === null)
    return (
      <div className="none">
        <h2>{t.never}</h2>
        <p>{t.neverHint}</p>
      </div>
    );
  const isNew = ({ state, muted, withdrawn }: Alert) => state === "new" && !muted && !withdrawn;
  const counts = {
    new: found.alerts.filter(isNew).length,
    all: found.alerts.length,
    muted: found.muted.length,
  };
  const listed = found.alerts.filter((each) => view === "all" || isNew(each) || dealt.has(each.id));
  return (
    <>
      <div className="alerts-views" role="group" aria-label={t.filter}>
        {views.map((each) => (
          <button
            key={each}
            type="button"
            className="word-button"
            aria-pressed={view === each}
            onClick={() => setView(each)}
          >
            {t.counted(t.shown[each], format.number(counts[each]))}
          </button>
        ))}
      </div>
      {counts.all + counts.muted > 0 && <UnknownActor />}
      {view === "muted" ? (
        <MutedList muted={found.muted} />
      ) : listed.length === 0 ? (
        <div className="none">
          <h2>{t.none}</h2>
          <p>{t.noneHint}</p>
        </div>
      ) : (
        <Days alerts={listed} onDealt={(id) => setDealt(new Set([...dealt, id]))} />
      )}
      <Everything alerts={found.alerts} />
      <p className="quiet">
        {t.run(
          format.number(run.series),
          format.date(run.from),
          format.date(run.to),
          format.dateTime(run.at),
        )}
      </p>
    </>
  );
}

function Days(props: {
  readonly alerts: readonly Alert[];
  readonly onDealt: (id: string) => void;
}) {
  const format = useFormat();
  const days = [...Map.groupBy(props.alerts, ({ day }) => day)];
  return days.map(([day, alerts]) => (
    <section key={day} className="alert-day">
      <h2>
        {format.weekday(day)} {format.date(day)}
      </h2>
      <ul>
        {alerts.map((alert) => (
          <AlertEntry key={alert.id} alert={alert} onDealt={() => props.onDealt(alert.id)} />
        ))}
      </ul>
    </section>
  ));
}

function Everything({ alerts }: { readonly alerts: readonly Alert[] }) {
  const t = useText().alerts;
  const format = useFormat();
  if (alerts.length === 0) return null;
  return (
    <details className="alerts-table">
      <summary>{t.table}</summary>
      <SortableTable
        caption={t.table}
        rows={alerts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "day",
            label: t.columns.day,
            by: ({ day }) => day,
            render: ({ day }) => format.date(day),
          },
          { key: "where", label: t.columns.where, render: (each) => placeWords(each, t) },
          {
            key: "count",
            label: t.columns.count,
            numeric: true,
            by: ({ count }) => count,
            render: ({ count }) => format.number(count),
          },
          {
            key: "expected",
            label: t.columns.expected,
            numeric: true,
            by: ({ expected }) => expected,
            render: ({ expected }) => format.number(Math.round(expected)),
          },
          {
            key: "range",
            label: t.columns.range,
            numeric: true,
            render: ({ low, high }) =>
              `${format.number(Math.round(low))}–${format.number(Math.round(high))}`,
          },
          { key: "state", label: t.columns.state, render: ({ state }) => t.stateWords[state] },
        ]}
      />
    </details>
  );
}
