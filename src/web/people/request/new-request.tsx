import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";
import { RequestKind, RequestWay } from "../../../core/people/request.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { dayOf } from "../../question/filter-change.ts";
import { FindPerson, type Chosen } from "../find-person.tsx";
import { ActorField, useActor } from "./actor.tsx";
import { requestText } from "./text.ts";

type Props = { readonly workspace: string; readonly onDone: () => void };
type About = Chosen | { readonly named: string };

/** Notes a request: what, when, how, and about whom. */
export function NewRequest({ workspace, onDone }: Props) {
  const t = requestText[useLanguage()];
  const { cancel } = useText().app;
  const who = useActor();
  const queries = useQueryClient();
  const [today] = useState(() => dayOf(new Date().toISOString()));
  const [kind, setKind] = useState<RequestKind>("access");
  const [received, setReceived] = useState(today);
  const [way, setWay] = useState<RequestWay>("email");
  const [by, setBy] = useState<"self" | "other">("self");
  const [about, setAbout] = useState<About | null>(null);
  const add = useMutation({
    mutationFn: (whose: About) =>
      call("addPrivacyRequest", {
        workspace,
        body: {
          who: who ?? "",
          kind,
          received,
          way,
          by,
          ...("named" in whose
            ? { identifier: null, named: whose.named }
            : { identifier: whose.identifier }),
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["privacyRequests"] });
      await queries.invalidateQueries({ queryKey: ["privacyDue"] });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (about !== null) add.mutate(about);
  };
  return (
    <form className="new-request" onSubmit={submit}>
      <fieldset className="request-fields">
        <legend className="visually-hidden">{t.add}</legend>
        <Choice
          label={t.kind}
          words={t.kinds}
          value={kind}
          options={RequestKind.options}
          onChange={setKind}
        />
        <label>
          <span className="field-label">{t.received}</span>
          <input
            type="date"
            required
            max={today}
            value={received}
            onChange={(event) => setReceived(event.target.value)}
          />
        </label>
        <Choice
          label={t.way}
          words={t.ways}
          value={way}
          options={RequestWay.options}
          onChange={setWay}
        />
        <Choice
          label={t.by}
          words={t.bys}
          value={by}
          options={["self", "other"]}
          onChange={setBy}
        />
        <ActorField />
      </fieldset>
      <h3>{t.who}</h3>
      {about === null ? (
        <FindPerson
          workspace={workspace}
          onChoose={setAbout}
          onNobody={(named) => setAbout({ named })}
          nobody={t.withoutPerson}
        />
      ) : (
        <p>
          {"named" in about ? t.nobody : t.chosen(about.about)}{" "}
          <button type="button" className="link-button" onClick={() => setAbout(null)}>
            {t.other}
          </button>
        </p>
      )}
      {add.error && <Trouble error={add.error} />}
      <p className="request-buttons">
        <button type="submit" className="button" disabled={about === null || add.isPending}>
          {t.save}
        </button>
        <button type="button" className="word-button" onClick={onDone}>
          {cancel}
        </button>
      </p>
    </form>
  );
}

/** One of a few words. */
export function Choice<Option extends string>(props: {
  readonly label: string;
  readonly words: Readonly<Record<Option, string>>;
  readonly value: Option;
  readonly options: readonly Option[];
  readonly onChange: (option: Option) => void;
}) {
  const { label, words, value, options, onChange } = props;
  return (
    <label>
      <span className="field-label">{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as Option)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {words[option]}
          </option>
        ))}
      </select>
    </label>
  );
}
