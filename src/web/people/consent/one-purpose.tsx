import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";
import type { ConsentOverview } from "../../../core/people/consent-overview.ts";
import type { Purpose } from "../../../core/people/consent.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { dayOf } from "../../question/filter-change.ts";
import { useActor } from "../request/actor.tsx";
import { Months } from "./months.tsx";
import { PurposeForm } from "./purpose-form.tsx";
import { consentText } from "./text.ts";

type Props = { readonly workspace: string; readonly purpose: Purpose };

/** A purpose in a line; opened, its months, its texts and a way to change it. */
export function OnePurpose(props: Props & { readonly overview: ConsentOverview | null }) {
  const { workspace, purpose, overview } = props;
  const t = consentText[useLanguage()];
  const f = useFormat();
  const [changing, setChanging] = useState(false);
  const counts = overview?.purposes.find((each) => each.purpose === purpose.id);
  return (
    <li>
      <details>
        <summary>
          <span className="request-kind">{purpose.name}</span>
          <span className="request-about">
            {[t.bases[purpose.basis], ...(purpose.ended === null ? [] : [t.ended])].join(" · ")}
          </span>
          <span className="request-until">
            {purpose.basis === "consent" && counts && t.counts(counts.yes, counts.no)}
          </span>
        </summary>
        <div className="request-body">
          {purpose.description !== "" && <p>{purpose.description}</p>}
          {changing ? (
            <PurposeForm
              workspace={workspace}
              purpose={purpose}
              onDone={() => setChanging(false)}
            />
          ) : (
            <p>
              <button type="button" className="link-button" onClick={() => setChanging(true)}>
                {t.change}
                <span className="visually-hidden">{` ${purpose.name}`}</span>
              </button>
            </p>
          )}
          {overview && <Months purpose={purpose.id} overview={overview} />}
          <h3>{t.texts}</h3>
          {purpose.texts.length === 0 && <p className="quiet">{t.noText}</p>}
          {purpose.texts.toReversed().map(({ version, language, since, author, text }) => (
            <div key={`${version} ${language}`} className="consent-text">
              <p className="quiet">
                {t.version(version, t.languages[language], f.date(since), author)}
              </p>
              <p lang={language}>{text}</p>
            </div>
          ))}
          <NewText workspace={workspace} purpose={purpose} />
        </div>
      </details>
    </li>
  );
}

/** The next version of a text; the ones before stay. */
function NewText({ workspace, purpose }: Props) {
  const t = consentText[useLanguage()];
  const who = useActor();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [nl, setNl] = useState("");
  const [en, setEn] = useState("");
  const [since, setSince] = useState(() => dayOf(new Date().toISOString()));
  const add = useMutation({
    mutationFn: () =>
      call("addPurposeText", {
        workspace,
        purpose: purpose.id,
        body: {
          who: who ?? "",
          since,
          ...(nl.trim() !== "" && { nl }),
          ...(en.trim() !== "" && { en }),
        },
      }),
    onSuccess: async () => {
      setOpen(false);
      await queries.invalidateQueries({ queryKey: ["purposes"] });
    },
  });
  if (!open) {
    return (
      <p>
        <button
          type="button"
          className="link-button"
          disabled={who === null}
          onClick={() => setOpen(true)}
        >
          {t.newText}
          <span className="visually-hidden">{` ${purpose.name}`}</span>
        </button>
      </p>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className="request-step" onSubmit={submit}>
      <label>
        <span className="field-label">{t.dutch}</span>
        <textarea lang="nl" rows={3} value={nl} onChange={(event) => setNl(event.target.value)} />
      </label>
      <label>
        <span className="field-label">{t.english}</span>
        <textarea lang="en" rows={3} value={en} onChange={(event) => setEn(event.target.value)} />
      </label>
      <label>
        <span className="field-label">{t.since}</span>
        <input
          type="date"
          required
          value={since}
          onChange={(event) => setSince(event.target.value)}
        />
      </label>
      {add.error && <Trouble error={add.error} />}
      <button
        type="submit"
        className="button"
        disabled={add.isPending || (nl.trim() === "" && en.trim() === "")}
      >
        {t.save}
      </button>
    </form>
  );
}
