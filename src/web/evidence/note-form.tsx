import { useId, useState } from "react";
import type { FormEvent } from "react";
import { FieldKind } from "../../core/evidence/field-note.ts";
import type { FieldDraft, FieldNote } from "../../core/evidence/field-note.ts";
import { useAnswer } from "../app/answer.ts";
import { useLanguage } from "../language/language.ts";
import { rememberedName, rememberName } from "../map/edit/identity.ts";
import { AboutMap } from "./about-map.tsx";
import { AboutPerson } from "./about-person.tsx";
import { Faces } from "./faces.tsx";
import { NotePicture } from "./note-picture.tsx";
import { NoteQuotes } from "./note-quotes.tsx";
import { fieldText } from "./text.ts";
import { today } from "./today.ts";

type Props = {
  readonly workspace: string;
  /** Null for a new one. */
  readonly note: FieldNote | null;
  /** The map that a new note begins with; empty for none. */
  readonly map: string;
  readonly waiting: boolean;
  readonly onSave: (note: FieldDraft) => void;
  readonly onCancel: () => void;
};

/** A field note with all its parts, for who works it out at a desk. */
export function NoteForm({ workspace, note, map, waiting, onSave, onCancel }: Props) {
  const t = fieldText[useLanguage()];
  const id = useId();
  const maps = useAnswer("maps", { workspace }).data ?? [];
  const [draft, setDraft] = useState<FieldDraft>(() => (note ? draftOf(note) : begun(map)));
  const change = (part: Partial<FieldDraft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (note === null && draft.author.trim() !== "") rememberName(draft.author.trim());
    onSave(tidied(draft));
  };
  return (
    <form className="note-form" onSubmit={submit}>
      <div className="note-row">
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
          <span className="field-label">{t.day}</span>
          <input
            type="date"
            required
            max={today()}
            value={draft.day}
            onChange={({ target }) => change({ day: target.value })}
          />
        </label>
        <label>
          <span className="field-label">{t.people}</span>
          <input
            type="number"
            required
            min={1}
            max={100_000}
            step={1}
            value={draft.n}
            onChange={({ target }) => change({ n: target.valueAsNumber || 0 })}
          />
        </label>
      </div>
      <div>
        <label className="field-label" htmlFor={`${id}-text`}>
          {t.what}
        </label>
        <textarea
          id={`${id}-text`}
          dir="auto"
          required
          rows={4}
          maxLength={4000}
          value={draft.text}
          aria-describedby={`${id}-consent`}
          onChange={({ target }) => change({ text: target.value })}
        />
        <p id={`${id}-consent`} className="quiet">
          {t.consent}
        </p>
      </div>
      <NoteQuotes quotes={draft.quotes} onChange={(quotes) => change({ quotes })} />
      <Faces feeling={draft.feeling} onChange={(feeling) => change({ feeling })} />
      {(["pain", "opportunity"] as const).map((part) => (
        <label key={part}>
          <span className="field-label">{`${t[part]} (${t.optional})`}</span>
          <textarea
            dir="auto"
            rows={2}
            maxLength={1000}
            value={draft[part] ?? ""}
            onChange={({ target }) => change({ [part]: target.value })}
          />
        </label>
      ))}
      <label>
        <span className="field-label">{t.map}</span>
        <select
          value={draft.map ?? ""}
          onChange={({ target }) => change({ map: target.value || null, elements: [] })}
        >
          <option value="">{t.chooseMap}</option>
          {maps.map((each) => (
            <option key={each.id} value={each.id}>
              {each.title}
            </option>
          ))}
        </select>
      </label>
      {draft.map !== null && (
        <AboutMap workspace={workspace} map={draft.map} draft={draft} onChange={change} />
      )}
      <AboutPerson
        workspace={workspace}
        person={draft.person}
        onChange={(person) => change({ person })}
      />
      <NotePicture
        workspace={workspace}
        picture={draft.picture}
        onChange={(picture) => change({ picture })}
      />
      <label>
        <span className="field-label">{`${t.whoNoted} (${t.optional})`}</span>
        <input
          type="text"
          autoComplete="name"
          maxLength={80}
          value={draft.author}
          onChange={({ target }) => change({ author: target.value })}
        />
      </label>
      <p className="note-deeds">
        <button type="submit" className="button" disabled={waiting}>
          {t.save}
        </button>
        <button type="button" className="word-button" onClick={onCancel}>
          {t.cancel}
        </button>
      </p>
    </form>
  );
}

function begun(map: string): FieldDraft {
  return {
    kind: "interview",
    day: today(),
    author: rememberedName() ?? "",
    map: map === "" ? null : map,
    elements: [],
    person: null,
    segment: null,
    text: "",
    quotes: [],
    feeling: null,
    n: 1,
    pain: null,
    opportunity: null,
    picture: null,
  };
}

/** What of a note can be written anew. */
export function draftOf(note: FieldNote): FieldDraft {
  const { id: _, outside: __, at: ___, changed: ____, deleted: _____, ...draft } = note;
  return draft;
}

/** Without what was begun and left empty. */
function tidied(draft: FieldDraft): FieldDraft {
  const orNull = (text: string | null) => (text === null || text.trim() === "" ? null : text);
  const quotes = draft.quotes
    .filter(({ text }) => text.trim() !== "")
    .map((quote) => ({ ...quote, by: orNull(quote.by) }));
  return { ...draft, quotes, pain: orNull(draft.pain), opportunity: orNull(draft.opportunity) };
}
