import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Alert, AlertState } from "../../../core/question/alerts/alert.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useActor } from "../../people/request/actor.tsx";
import { placeWords, reasonWords } from "./say-alert.ts";

type Before = { readonly state: AlertState; readonly note: string };

/** An odd day of one touchpoint or transition, and what one can do with it. */
export function AlertEntry(props: { readonly alert: Alert; readonly onDealt: () => void }) {
  const { alert } = props;
  const t = useText().alerts;
  const format = useFormat();
  const { count, expected, low, high, z, state, note, who, changed, withdrawn } = alert;
  const whole = (value: number) => format.number(Math.round(value));
  return (
    <li className="alert" data-fewer={z < 0 || undefined} data-state={state}>
      <strong>{t.fewer(whole(count), whole(expected))}</strong>
      <div>
        <p>{placeWords(alert, t)}</p>
        <p>{withdrawn ? t.withdrawn : reasonWords(alert.reason, t)}</p>
        <p className="quiet">
          {t.usual(whole(low), whole(high))}; {t.z(format.signed(z, 1))}
        </p>
        {note !== "" && <blockquote>{note}</blockquote>}
        {state !== "new" && changed !== null && (
          <p className="quiet">{t.states[state](who, format.date(changed))}</p>
        )}
        <Deeds alert={alert} onDealt={props.onDealt} />
      </div>
    </li>
  );
}

function Deeds({ alert, onDealt }: { readonly alert: Alert; readonly onDealt: () => void }) {
  const workspace = useWorkspaceSlug();
  const t = useText().alerts;
  const who = useActor();
  const queries = useQueryClient();
  const [explaining, setExplaining] = useState(false);
  const [note, setNote] = useState(alert.note);
  const [undo, setUndo] = useState<{ readonly said: string; readonly back: () => void } | null>(
    null,
  );
  const settled = () => queries.invalidateQueries({ queryKey: ["alerts"] });
  const change = useMutation({
    mutationFn: (body: Before) =>
      call("changeAlert", { workspace, alert: alert.id, body: { ...body, who: who ?? "" } }),
    onSuccess: settled,
  });
  const mute = useMutation({
    mutationFn: (muted: boolean) =>
      call("muteAlerts", {
        workspace,
        body: { at: alert.at.code, to: alert.to?.code ?? null, muted, who: who ?? "" },
      }),
    onSuccess: settled,
  });
  const before: Before = { state: alert.state, note: alert.note };
  const become = (next: Before, said: string) => {
    onDealt();
    change.mutate(next);
    setUndo({
      said,
      back: () => {
        change.mutate(before);
        setUndo(null);
      },
    });
  };
  const nameless = who === null;
  const failed = change.error ?? mute.error;
  return (
    <>
      <div className="alert-deeds">
        {alert.state === "new" && (
          <button
            type="button"
            className="link-button"
            disabled={nameless}
            onClick={() => become({ state: "seen", note: alert.note }, t.done.seen)}
          >
            {t.seen}
          </button>
        )}
        <button
          type="button"
          className="link-button"
          disabled={nameless}
          aria-expanded={explaining}
          onClick={() => setExplaining(!explaining)}
        >
          {t.explain}
        </button>
        <button
          type="button"
          className="link-button"
          disabled={nameless}
          onClick={() => {
            onDealt();
            mute.mutate(!alert.muted);
            setUndo(
              alert.muted
                ? null
                : {
                    said: t.done.muted,
                    back: () => {
                      mute.mutate(false);
                      setUndo(null);
                    },
                  },
            );
          }}
        >
          {alert.muted ? t.unmute : t.mute}
        </button>
      </div>
      {explaining && (
        <form
          className="alert-note"
          onSubmit={(event) => {
            event.preventDefault();
            setExplaining(false);
            become({ state: "explained", note: note.trim() }, t.done.explained);
          }}
        >
          <label>
            <span className="field-label">{t.note}</span>
            <textarea
              required
              rows={2}
              maxLength={2000}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          </label>
          <button type="submit" className="button">
            {t.save}
          </button>
        </form>
      )}
      <p role="status" className="alert-said">
        {undo && (
          <>
            {undo.said}{" "}
            <button type="button" className="link-button" onClick={undo.back}>
              {t.undo}
            </button>
          </>
        )}
      </p>
      {failed && <Trouble error={failed} />}
    </>
  );
}
