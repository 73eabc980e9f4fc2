import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Basis } from "../../../core/people/consent.ts";
import type { ConsentOverview } from "../../../core/people/consent-overview.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useLanguage } from "../../language/language.ts";
import { ActorField, useActor } from "../request/actor.tsx";
import { OnePurpose } from "./one-purpose.tsx";
import { PurposeForm } from "./purpose-form.tsx";
import { consentText } from "./text.ts";

/** What data is used for, and how many people agree to it. */
export function Consents({ workspace }: { readonly workspace: string }) {
  const t = consentText[useLanguage()];
  const purposes = useAnswer("purposes", { workspace });
  const overview = useAnswer("consentOverview", { workspace });
  const [adding, setAdding] = useState(false);
  const error = purposes.error ?? overview.error;
  return (
    <section className="privacy-section" aria-labelledby="privacy-consent">
      <header className="privacy-section-head">
        <h2 id="privacy-consent">{t.title}</h2>
        {!adding && (
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {t.add}
          </button>
        )}
      </header>
      <p className="privacy-about">{t.about}</p>
      {adding && (
        <PurposeForm workspace={workspace} purpose={null} onDone={() => setAdding(false)} />
      )}
      {error ? (
        <Trouble error={error} onAgain={() => void purposes.refetch()} />
      ) : purposes.data === undefined ? (
        <Waiting />
      ) : (
        <>
          {purposes.data.length === 0 && !adding && <Usual workspace={workspace} />}
          <ul className="requests">
            {purposes.data.map((purpose) => (
              <OnePurpose
                key={purpose.id}
                workspace={workspace}
                purpose={purpose}
                overview={overview.data ?? null}
              />
            ))}
          </ul>
          {overview.data && <About overview={overview.data} />}
        </>
      )}
    </section>
  );
}

/** What the counts are of, and what sources speak of beside the purposes. */
function About({ overview }: { readonly overview: ConsentOverview }) {
  const t = consentText[useLanguage()];
  const { people, unknown } = overview;
  return (
    <>
      {people > 0 && <p className="quiet consent-of">{t.of(people)}</p>}
      {unknown.length > 0 && (
        <p className="consent-of">
          {t.unknown}{" "}
          {unknown.map(({ name, people: count }) => t.unknownOne(name, count)).join(" · ")}
        </p>
      )}
    </>
  );
}

/** A start for who has no purposes yet. */
function Usual({ workspace }: { readonly workspace: string }) {
  const t = consentText[useLanguage()];
  const who = useActor();
  const queries = useQueryClient();
  const begin = useMutation({
    async mutationFn() {
      for (const [purpose = "", name = "", description = "", basis] of t.presets)
        await call("putPurpose", {
          workspace,
          purpose,
          body: { who: who ?? "", name, description, basis: Basis.parse(basis) },
        });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["purposes"] }),
  });
  return (
    <div className="privacy-none">
      <p>{t.none}</p>
      <ActorField />
      {begin.error && <Trouble error={begin.error} />}
      <p>
        <button
          type="button"
          className="link-button"
          disabled={begin.isPending || who === null}
          onClick={() => begin.mutate()}
        >
          {t.usual}
        </button>
      </p>
    </div>
  );
}
