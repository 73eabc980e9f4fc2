import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import type { OwnConsent } from "../../../protocol/people/consent.ts";
import { useAnswer } from "../../app/answer.ts";
import { call, Refusal } from "../../app/client.ts";
import { Preferences } from "../../app/preferences.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { consentText } from "./text.ts";
import "../privacy.css";

/** What a customer agreed to, for himself: one press gives it, one press takes it back. */
export function OwnConsentRoute() {
  const secret = useParams({ strict: false }).secret ?? "";
  const language = useLanguage();
  const t = consentText[language].own;
  const { data, error, refetch } = useAnswer("ownConsent", { secret, language });
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  if (error instanceof Refusal && error.code === "not-found") {
    return (
      <main className="page narrow own-consent">
        <h1>{t.gone}</h1>
        <p>{t.goneHint}</p>
      </main>
    );
  }
  if (error) return <Trouble error={error} onAgain={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return <Shown secret={secret} own={data} />;
}

function Shown({ secret, own }: { readonly secret: string; readonly own: OwnConsent }) {
  const language = useLanguage();
  const t = consentText[language].own;
  const f = useFormat();
  const queries = useQueryClient();
  const say = useMutation({
    mutationFn: (word: { purpose: string; said: "yes" | "no" }) =>
      call("sayOwnConsent", { secret, body: { ...word, language } }),
    onSuccess: (answer) => queries.setQueryData(["ownConsent", { secret, language }], answer),
  });
  return (
    <main className="page narrow own-consent">
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead(own.of, own.about)}</p>
      </header>
      {own.purposes.length === 0 && <p>{t.empty}</p>}
      {own.purposes.map(({ id, name, description, text, state, since }) => (
        <section key={id} className="own-purpose" aria-label={t.group(name)} data-state={state}>
          <h2>{name}</h2>
          {description !== "" && <p>{description}</p>}
          {text !== "" && <p className="own-text">{text}</p>}
          <p>
            <strong>{t[state]}</strong>
            {since !== null && <span className="quiet">{` ${t.since(f.date(since))}`}</span>}
          </p>
          <button
            type="button"
            className="button"
            disabled={say.isPending}
            onClick={() => say.mutate({ purpose: id, said: state === "yes" ? "no" : "yes" })}
          >
            {state === "yes" ? t.withdraw : t.give}
            <span className="visually-hidden">{` ${name}`}</span>
          </button>
        </section>
      ))}
      <p role="status">{say.isSuccess && t.saved}</p>
      {say.error && <Trouble error={say.error} />}
      <p className="quiet">{t.until(f.date(own.expires))}</p>
      <Preferences />
    </main>
  );
}
