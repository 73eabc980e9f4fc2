import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AlertChannel } from "../../../core/question/alerts/channel.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { UnknownActor, useActor } from "../../people/request/actor.tsx";

/** Where odd days are sent, and how to add a receiver. */
export function Receivers() {
  const workspace = useWorkspaceSlug();
  const t = useText().alerts.receivers;
  const { data, error, refetch } = useAnswer("alertChannels", { workspace });
  const [adding, setAdding] = useState(false);
  return (
    <section className="receivers">
      <h2 className="figure-title">{t.title}</h2>
      <p className="quiet">{t.about}</p>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {data && data.channels.length > 0 && (
        <ul className="alerts-muted">
          {data.channels.map((channel) => (
            <Receiver key={channel.id} channel={channel} />
          ))}
        </ul>
      )}
      {data && adding && <NewReceiver mail={data.mail} />}
      {!adding && (
        <button type="button" className="button" onClick={() => setAdding(true)}>
          {t.add}
        </button>
      )}
    </section>
  );
}

function Receiver({ channel }: { readonly channel: AlertChannel }) {
  const workspace = useWorkspaceSlug();
  const t = useText().alerts.receivers;
  const format = useFormat();
  const who = useActor();
  const queries = useQueryClient();
  const { id, target, ended, delivered, problem } = channel;
  const end = useMutation({
    mutationFn: () =>
      call("endAlertChannel", {
        workspace,
        channel: id,
        body: { ended: ended === null, who: who ?? "" },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["alertChannels"] }),
  });
  return (
    <li>
      <span>{target}</span>{" "}
      <span className="quiet">
        {ended === null
          ? t.delivered(format.number(delivered), delivered === 1)
          : t.ended(format.date(ended))}
      </span>{" "}
      <button
        type="button"
        className="link-button"
        disabled={who === null || end.isPending}
        onClick={() => end.mutate()}
      >
        {ended === null ? t.end : t.again}
      </button>
      {problem !== null && ended === null && (
        <p className="receiver-problem">{t.problem(problem)}</p>
      )}
      {end.isError && <Trouble error={end.error} />}
    </li>
  );
}

function NewReceiver({ mail }: { readonly mail: boolean }) {
  const workspace = useWorkspaceSlug();
  const t = useText().alerts.receivers;
  const language = useLanguage();
  const who = useActor();
  const queries = useQueryClient();
  const [kind, setKind] = useState<"email" | "webhook">(mail ? "email" : "webhook");
  const [target, setTarget] = useState("");
  const add = useMutation({
    mutationFn: () =>
      call("addAlertChannel", {
        workspace,
        body: { to: { kind, target: target.trim() }, language, who: who ?? "" },
      }),
    onSuccess: () => {
      setTarget("");
      return queries.invalidateQueries({ queryKey: ["alertChannels"] });
    },
  });
  const secret = add.data?.secret;
  return (
    <form
      className="alert-note"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <UnknownActor />
      <fieldset className="receiver-kind">
        <legend>{t.kind}</legend>
        {(["email", "webhook"] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="receiver"
              checked={kind === each}
              disabled={each === "email" && !mail}
              onChange={() => setKind(each)}
            />{" "}
            {t.kinds[each]}
          </label>
        ))}
      </fieldset>
      {!mail && <p className="quiet">{t.noMail}</p>}
      <label>
        <span className="field-label">{t.targets[kind]}</span>
        <input
          required
          type={kind === "email" ? "email" : "url"}
          value={target}
          onChange={(event) => setTarget(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={who === null || add.isPending}>
        {t.add}
      </button>
      <div role="status">
        {secret && (
          <p>
            {t.secret} <code>{secret}</code>
          </p>
        )}
      </div>
      {add.isError && <Trouble error={add.error} />}
    </form>
  );
}
