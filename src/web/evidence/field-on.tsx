import { useContext } from "react";
import { Link } from "@tanstack/react-router";
import {
  fieldClaim,
  feelOnMap,
  fieldFeelings,
  saysAlready,
} from "../../core/evidence/field-feeling.ts";
import type { FieldFeeling } from "../../core/evidence/field-feeling.ts";
import { isOnMap, putOnMap } from "../../core/evidence/field-claims.ts";
import type { FieldPart } from "../../core/evidence/field-claims.ts";
import type { FieldNote } from "../../core/evidence/field-note.ts";
import { shownFeeling } from "../../core/map/sheet/shown-feeling.ts";
import type { Touchpoint } from "../../core/map/journey.ts";
import { useAnswer } from "../app/answer.ts";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { Section } from "../map/drawer-section.tsx";
import { Mark } from "../map/mark.tsx";
import { useEditing } from "../map/edit/editing.ts";
import type { Editing } from "../map/edit/editing.ts";
import { FieldPlace } from "./field-place.ts";
import { fieldText } from "./text.ts";
import "./field-on.css";

/** So many notes stand in the drawer; the rest on their own page. */
const MOST = 50;

/** In the drawer of a touchpoint: what was noted of it in the field, and a way onto the map. */
export function FieldOn({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const editing = useEditing();
  const workspace = useContext(FieldPlace);
  if (!editing || workspace === null) return null;
  return <Notes workspace={workspace} touchpoint={touchpoint} editing={editing} />;
}

type On = { readonly touchpoint: Touchpoint; readonly editing: Editing };

function Notes({ workspace, touchpoint, editing }: On & { readonly workspace: string }) {
  const t = fieldText[useLanguage()];
  const map = editing.journey.id;
  const at = { map, element: touchpoint.id };
  const answer = useAnswer("fieldNotes", { workspace, ...at, limit: MOST, offset: 0 });
  const notes = (answer.data?.notes ?? [])
    .map(({ note }) => note)
    .filter((note) => note.map === map && note.elements.includes(touchpoint.id));
  if (notes.length === 0) return null;
  return (
    <Section title={t.onTitle} section="field">
      {fieldFeelings(editing.journey, notes).map((told) => (
        <Feeling key={told.persona ?? ""} told={told} touchpoint={touchpoint} editing={editing} />
      ))}
      <ol className="field-on">
        {notes.map((note) => (
          <Noted key={note.id} note={note} touchpoint={touchpoint} editing={editing} />
        ))}
      </ol>
      <p>
        <Link
          to="/w/$workspace/notes"
          params={{ workspace }}
          search={{ maps: map, at: touchpoint.id }}
        >
          {t.onAll}
        </Link>
      </p>
    </Section>
  );
}

/** The feeling that the notes tell together, and whether the map says so. */
function Feeling({ told, touchpoint, editing }: On & { readonly told: FieldFeeling }) {
  const t = fieldText[useLanguage()];
  const f = useFormat();
  const { persona, notes, n, value } = told;
  const claim = fieldClaim(touchpoint, persona);
  const name = editing.journey.personas?.find(({ id }) => id === persona)?.name;
  const put = () => {
    const [only] = notes;
    const source =
      notes.length === 1 && only
        ? t.source(t.kinds[only.kind].toLowerCase(), only.author)
        : t.sourceMany(f.number(notes.length));
    const command = feelOnMap(editing.journey, told, { at: touchpoint.id, source });
    if (command) editing.edit(command, t.saidFeeling);
  };
  return (
    <p className="field-mean">
      <Mark kind="research" /> {name === undefined ? t.feltMean : t.feltOf(name)}:{" "}
      <b>{shownFeeling(value, f)}</b>{" "}
      <span className="figure-range">
        {t.feltBy(f.number(n), f.number(notes.length), notes.length === 1)}
      </span>{" "}
      {claim && saysAlready(claim, told) ? (
        <span className="quiet">{t.onMap}</span>
      ) : (
        editing.allowed && (
          <button type="button" className="link-button" onClick={put}>
            {claim ? t.freshFeeling : t.putFeeling}
          </button>
        )
      )}
    </p>
  );
}

function Noted({ note, ...on }: On & { readonly note: FieldNote }) {
  const t = fieldText[useLanguage()];
  const f = useFormat();
  const { text, quotes, pain, opportunity, kind, day, n, feeling } = note;
  const about = [
    t.kinds[kind],
    f.date(day),
    t.n(f.number(n)),
    ...(feeling === null ? [] : [t.feels(t.faces[feeling + 2] ?? "")]),
  ];
  return (
    <li>
      <p className="figure-range">
        <Mark kind="research" /> {about.join(" · ")}
      </p>
      <p className="field-on-text" dir="auto">
        {text}
      </p>
      {quotes.map((quote) => (
        <Part key={quote.id} note={note} part={{ is: "quote", quote }} text={quote.text} {...on} />
      ))}
      {pain !== null && <Part note={note} part={{ is: "pain" }} text={pain} {...on} />}
      {opportunity !== null && (
        <Part note={note} part={{ is: "opportunity" }} text={opportunity} {...on} />
      )}
    </li>
  );
}

type PartProps = On & {
  readonly note: FieldNote;
  readonly part: FieldPart;
  readonly text: string;
};

/** A quote, a pain or a chance in a note: as it was told, and one press from the map. */
function Part({ note, part, text, touchpoint, editing }: PartProps) {
  const t = fieldText[useLanguage()];
  const word = t.parts[part.is];
  const put = () => {
    const source = t.source(t.kinds[note.kind].toLowerCase(), note.author);
    const command = putOnMap(editing.journey, note, part, { at: touchpoint.id, source });
    if (command) editing.edit(command, t.saidPut(word));
  };
  return (
    <div className="field-on-part" data-part={part.is}>
      <p dir="auto">{text}</p>
      {part.is === "quote" && part.quote.by && <p className="quiet">{part.quote.by}</p>}
      {isOnMap(editing.journey, note, part) ? (
        <p className="quiet">{`${word}, ${t.onMap}`}</p>
      ) : (
        editing.allowed && (
          <button
            type="button"
            className="link-button"
            aria-label={t.putAs(word, text)}
            onClick={put}
          >
            {t.putWord(word)}
          </button>
        )
      )}
    </div>
  );
}
