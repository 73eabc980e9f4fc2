import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";
import { Basis, type Purpose } from "../../../core/people/consent.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { ActorField, useActor } from "../request/actor.tsx";
import { Choice } from "../request/new-request.tsx";
import { consentText } from "./text.ts";

type Props = {
  readonly workspace: string;
  /** Null for a new one. */
  readonly purpose: Purpose | null;
  readonly onDone: () => void;
};

/** Makes or changes a purpose. */
export function PurposeForm({ workspace, purpose, onDone }: Props) {
  const t = consentText[useLanguage()];
  const { cancel } = useText().app;
  const who = useActor();
  const queries = useQueryClient();
  const [name, setName] = useState(purpose?.name ?? "");
  const [description, setDescription] = useState(purpose?.description ?? "");
  const [basis, setBasis] = useState<Basis>(purpose?.basis ?? "consent");
  const [aliases, setAliases] = useState(purpose?.aliases.join(", ") ?? "");
  const [ended, setEnded] = useState((purpose?.ended ?? null) !== null);
  const save = useMutation({
    mutationFn: () =>
      call("putPurpose", {
        workspace,
        purpose: purpose?.id ?? name,
        body: {
          who: who ?? "",
          name,
          description,
          basis,
          ended,
          aliases: aliases.split(",").flatMap((each) => each.trim() || []),
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["purposes"] });
      await queries.invalidateQueries({ queryKey: ["consentOverview"] });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const line = (label: string, value: string, set: (text: string) => void, required = false) => (
    <label>
      <span className="field-label">{label}</span>
      <input value={value} required={required} onChange={(event) => set(event.target.value)} />
    </label>
  );
  return (
    <form className="new-request" onSubmit={submit}>
      <fieldset className="request-fields">
        <legend className="visually-hidden">{purpose === null ? t.add : t.change}</legend>
        {line(t.name, name, setName, true)}
        <Choice
          label={t.basis}
          words={t.bases}
          value={basis}
          options={Basis.options}
          onChange={setBasis}
        />
        {line(t.description, description, setDescription)}
        {line(t.aliases, aliases, setAliases)}
        <ActorField />
        {purpose !== null && (
          <label>
            <input
              type="checkbox"
              className="consent-ended"
              checked={ended}
              onChange={(event) => setEnded(event.target.checked)}
            />{" "}
            {t.ended}
          </label>
        )}
      </fieldset>
      {save.error && <Trouble error={save.error} />}
      <p className="request-buttons">
        <button type="submit" className="button" disabled={save.isPending}>
          {t.save}
        </button>
        <button type="button" className="word-button" onClick={onDone}>
          {cancel}
        </button>
      </p>
    </form>
  );
}
