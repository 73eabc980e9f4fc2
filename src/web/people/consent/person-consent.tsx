import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Consent, Purpose } from "../../../core/people/consent.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Copied } from "../../app/copied.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { ActorField, useActor } from "../request/actor.tsx";
import { consentText } from "./text.ts";
import "../privacy.css";

type Props = { readonly workspace: string; readonly person: string };

/** How one customer stands to each purpose, to be changed as he says so. */
export function PersonConsent({ workspace, person }: Props) {
  const t = consentText[useLanguage()].person;
  const f = useFormat();
  const purposes = useAnswer("purposes", { workspace });
  const { data, error } = useAnswer("personConsent", { workspace, person });
  const who = useActor();
  const queries = useQueryClient();
  const say = useMutation({
    mutationFn: (word: { purpose: string; said: "yes" | "no" }) =>
      call("sayForPerson", { workspace, person, body: { who: who ?? "", ...word } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["personConsent"] }),
  });
  if (error) return <Trouble error={error} />;
  if (data === undefined || purposes.data === undefined) return null;
  const asked = purposes.data.filter(({ basis, ended }) => basis === "consent" && ended === null);
  const names = new Map(purposes.data.map(({ id, name }) => [id, name]));
  return (
    <details className="person-consent">
      <summary>{t.title}</summary>
      {asked.length === 0 && <p className="quiet">{t.none}</p>}
      {who === null && asked.length > 0 && <ActorField />}
      <ul className="requests">
        {asked.map((purpose) => (
          <Word
            key={purpose.id}
            purpose={purpose}
            consent={data.consents.find((each) => each.purpose === purpose.id) ?? null}
            disabled={who === null || say.isPending}
            onSay={(said) => say.mutate({ purpose: purpose.id, said })}
          />
        ))}
      </ul>
      {say.error && <Trouble error={say.error} />}
      {data.history.length > 0 && (
        <details>
          <summary>{t.history(data.history.length)}</summary>
          <ol className="request-log">
            {data.history.map(({ time, purpose, said, how, source, text, page }, place) => (
              <li key={`${time} ${purpose} ${place}`}>
                <time dateTime={time}>{f.dateTime(time)}</time>
                <span>{t.said(names.get(purpose) ?? purpose, t.states[said])}</span>
                <span className="quiet">
                  {[how, text, source, page && t.byPage].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
      <Link workspace={workspace} person={person} />
    </details>
  );
}

function Word(props: {
  readonly purpose: Purpose;
  readonly consent: Consent | null;
  readonly disabled: boolean;
  readonly onSay: (said: "yes" | "no") => void;
}) {
  const t = consentText[useLanguage()].person;
  const f = useFormat();
  const { purpose, consent, disabled, onSay } = props;
  const state = consent?.state ?? "none";
  const last = consent?.last ?? null;
  return (
    <li className="consent-word" data-state={state}>
      <span className="request-kind">{purpose.name}</span>
      <span className="request-about">
        {last === null ? t.states[state] : t.since(t.states[state], f.date(last.time), last.how)}
      </span>
      <button
        type="button"
        role="switch"
        aria-checked={state === "yes"}
        className="link-button"
        disabled={disabled}
        onClick={() => onSay(state === "yes" ? "no" : "yes")}
      >
        {state === "yes" ? t.withdraw : t.give}
        <span className="visually-hidden">{` ${purpose.name}`}</span>
      </button>
    </li>
  );
}

/** A link by which the customer does it himself. */
function Link({ workspace, person }: Props) {
  const t = consentText[useLanguage()].person;
  const f = useFormat();
  const who = useActor();
  const queries = useQueryClient();
  const links = useAnswer("consentLinks", { workspace, person });
  const again = () => queries.invalidateQueries({ queryKey: ["consentLinks"] });
  const make = useMutation({
    mutationFn: () => call("addConsentLink", { workspace, person, body: { who: who ?? "" } }),
    onSettled: again,
  });
  const revoke = useMutation({
    mutationFn: (link: string) => call("revokeConsentLink", { workspace, person, link }),
    onSettled: again,
  });
  const works = (links.data ?? []).filter(({ revoked }) => revoked === null);
  const error = make.error ?? revoke.error;
  return (
    <div className="consent-link">
      <p className="quiet">{t.linkAbout}</p>
      <button
        type="button"
        className="link-button"
        disabled={who === null || make.isPending}
        onClick={() => make.mutate()}
      >
        {t.link}
      </button>
      {make.data && (
        <Copied label={t.linkLabel} text={`${location.origin}/c/${make.data.secret}`} />
      )}
      {error && <Trouble error={error} />}
      {works.length > 0 && (
        <>
          <p className="quiet">{t.links}</p>
          <ul className="request-log">
            {works.map(({ id, author, expires }) => (
              <li key={id}>
                <span>{t.until(f.date(expires))}</span>
                <span className="quiet">{author}</span>
                <button type="button" className="link-button" onClick={() => revoke.mutate(id)}>
                  {t.revoke}
                  <span className="visually-hidden">{` ${t.until(f.date(expires))}`}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
