import { Link } from "@tanstack/react-router";
import { endpoints } from "../../protocol/endpoint.ts";
import { isLoose } from "../../core/evidence/field-note.ts";
import type { FieldNote } from "../../core/evidence/field-note.ts";
import type { ShownNote } from "../../protocol/evidence/field-note.ts";
import { addressOf } from "../app/client.ts";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { useText } from "../language/text.ts";
import { Face } from "./faces.tsx";
import { fieldText } from "./text.ts";

type Props = {
  readonly workspace: string;
  readonly shown: ShownNote;
  readonly onChange: () => void;
  readonly onDelete: () => void;
};

/** One note in the list: what was seen and said, and what it is about. */
export function FieldLine({ workspace, shown, onChange, onDelete }: Props) {
  const t = fieldText[useLanguage()];
  const f = useFormat();
  const { note } = shown;
  return (
    <li className="field-line">
      <div className="field-when">
        <p>{f.date(note.day)}</p>
        <p className="quiet">{t.kinds[note.kind]}</p>
        <p className="quiet">{t.n(f.number(note.n))}</p>
      </div>
      <div className="field-said-there">
        <Told note={note} />
        <About workspace={workspace} shown={shown} />
        {note.picture && (
          <img
            className="field-picture"
            src={addressOf(endpoints.picture, { workspace, hash: note.picture.hash })}
            alt={note.picture.alt}
            loading="lazy"
          />
        )}
      </div>
      <div className="field-deeds">
        <button
          type="button"
          className="link-button"
          aria-label={t.changeNote(note.text)}
          onClick={onChange}
        >
          {t.change}
        </button>
        <button
          type="button"
          className="link-button"
          aria-label={t.removeNote(note.text)}
          onClick={onDelete}
        >
          {t.remove}
        </button>
      </div>
    </li>
  );
}

/** What a note tells, in its own words. */
export function Told({ note }: { readonly note: FieldNote }) {
  const t = fieldText[useLanguage()];
  const words = useText().map;
  const { text, quotes, feeling, pain, opportunity } = note;
  return (
    <>
      <p className="field-text" dir="auto">
        {text}
      </p>
      {quotes.map(({ id, text: said, by }) => (
        <blockquote key={id} className="field-quote" dir="auto">
          {words.quote(said)}
          {by && <footer className="quiet">{by}</footer>}
        </blockquote>
      ))}
      {pain !== null && (
        <p className="field-pain" dir="auto">
          <span>{t.jams}</span> {pain}
        </p>
      )}
      {opportunity !== null && (
        <p className="field-chance" dir="auto">
          <span>{t.helps}</span> {opportunity}
        </p>
      )}
      {feeling !== null && (
        <p className="field-feeling">
          <Face feeling={feeling} /> {t.feels(t.faces[feeling + 2] ?? "")}
        </p>
      )}
    </>
  );
}

function About({ workspace, shown }: Pick<Props, "workspace" | "shown">) {
  const t = fieldText[useLanguage()];
  const { note, map, persona, about } = shown;
  return (
    <p className="quiet field-about">
      {note.map !== null && (
        <Link
          to="/w/$workspace/map/{-$map}"
          params={{ workspace, map: note.map }}
          search={about[0] ? { at: about[0].id } : {}}
        >
          {map ?? t.noMap}
        </Link>
      )}
      {about.map(({ id, title }) => (
        <span key={id}>{title ?? t.gone}</span>
      ))}
      {persona !== null ? (
        <span>{t.persona(persona)}</span>
      ) : (
        note.segment !== null && <span>{t.segment}</span>
      )}
      {note.person !== null && (
        <span>
          {t.person}{" "}
          <Link
            to="/w/$workspace/people/$person"
            params={{ workspace, person: note.person }}
            search={{}}
          >
            {t.toPerson}
          </Link>
        </span>
      )}
      {isLoose(note) && <span className="field-is-loose">{t.looseMark}</span>}
      <span>{note.author === "" ? t.nobody : t.by(note.author)}</span>
      {note.outside && <span>{t.outside}</span>}
    </p>
  );
}
