import { useId } from "react";
import type { FormEvent } from "react";
import { FieldKind } from "../../core/evidence/field-note.ts";
import type { Journey } from "../../core/map/journey.ts";
import { useLanguage } from "../language/language.ts";
import { Faces } from "./faces.tsx";
import { Moments } from "./moments.tsx";
import type { QuickDraft } from "./quick-draft.ts";
import { fieldText } from "./text.ts";

type Props = {
  readonly journey: Journey;
  readonly draft: QuickDraft;
  readonly name: string;
  readonly onDraft: (draft: QuickDraft) => void;
  readonly onName: (name: string) => void;
  readonly onSend: () => void;
};

/** One screen: what happened, about which moment, how it felt, and if one likes what was said. */
export function QuickForm({ journey, draft, name, onDraft, onName, onSend }: Props) {
  const t = fieldText[useLanguage()];
  const id = useId();
  const fits = draft.text.trim() !== "";
  const change = (part: Partial<QuickDraft>) => onDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fits) onSend();
  };
  return (
    <form className="quick-form" onSubmit={submit}>
      <div>
        <label className="field-label" htmlFor={`${id}-text`}>
          {t.what}
        </label>
        <textarea
          id={`${id}-text`}
          dir="auto"
          rows={3}
          maxLength={4000}
          value={draft.text}
          placeholder={t.whatHint}
          aria-describedby={`${id}-consent`}
          onChange={({ target }) => change({ text: target.value })}
        />
        <p id={`${id}-consent`} className="quick-consent">
          {t.consent}
        </p>
      </div>
      <Moments
        journey={journey}
        chosen={draft.elements}
        onChange={(elements) => change({ elements: elements.slice(-20) })}
      />
      <Faces feeling={draft.feeling} onChange={(feeling) => change({ feeling })} />
      <label>
        <span className="field-label">{`${t.quoteShort} (${t.optional})`}</span>
        <input
          type="text"
          dir="auto"
          maxLength={1000}
          value={draft.quote}
          onChange={({ target }) => change({ quote: target.value })}
        />
      </label>
      <div className="quick-who">
        <label>
          <span className="field-label">{t.kind}</span>
          <select
            value={draft.kind}
            onChange={({ target }) => change({ kind: FieldKind.parse(target.value) })}
          >
            {FieldKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {t.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="field-label">{`${t.name} (${t.optional})`}</span>
          <input
            type="text"
            autoComplete="name"
            maxLength={80}
            value={name}
            onChange={({ target }) => onName(target.value)}
          />
        </label>
      </div>
      <p className="quick-send">
        <button type="submit" className="button" disabled={!fits}>
          {t.send}
        </button>
      </p>
    </form>
  );
}
