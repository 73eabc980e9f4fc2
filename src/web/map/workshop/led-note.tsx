import { useId, useState } from "react";
import { adoptedAs, adoptedKinds } from "../../../core/map/plan/adopt.ts";
import type { Journey } from "../../../core/map/journey.ts";
import type { Note, Workshop } from "../../../protocol/map/workshop.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useEditing } from "../edit/editing.ts";
import { Dots } from "./dots.tsx";
import { placeOf } from "./note-place.ts";
import { NoteText } from "./note-text.tsx";
import { Sure } from "./sure.tsx";
import { workshopText } from "./text.ts";
import { useWorkshops } from "./workshops.ts";

type Props = {
  readonly workshop: Workshop;
  readonly note: Note;
  readonly journey: Journey;
  /** Said where the note does not stand under its place. */
  readonly placed: boolean;
  readonly onRemove: () => void;
};

/** A note as who leads the workshop sees it: what it says, its dots, and what can be done with it. */
export function LedNote({ workshop, note, journey, placed, onRemove }: Props) {
  const t = workshopText[useLanguage()];
  const f = useFormat();
  const editing = useEditing();
  const workshops = useWorkshops();
  const place = placeOf(journey, note.element);
  const [chosen, setChosen] = useState("");
  const where = place === null ? chosen : (note.element ?? "");
  const onEpisode = placeOf(journey, where)?.touchpoint === null;
  const adopted = adoptedAs(journey, note.id);
  const about = [
    note.author,
    ...(placed ? [place ? (place.touchpoint ?? place.episode) : placeless(note)] : []),
  ];

  function placeless({ element }: Note): string {
    return element === null ? t.free : t.gone;
  }

  return (
    <li className="led-note" data-kind={note.kind}>
      <NoteText note={note} />
      <Dots count={note.dots} label={t.hasDots(f.number(note.dots), note.dots === 1)} />
      <p className="quiet">{about.join(" · ")}</p>
      {adopted ? (
        <p className="led-adopted">{t.adopted(t.adoptedKinds[adopted.as])}</p>
      ) : (
        editing?.allowed && (
          <div className="led-adopt">
            {place === null && (
              <PlaceChoice
                journey={journey}
                label={t.whereOf(note.text)}
                chosen={chosen}
                onChoose={setChosen}
              />
            )}
            {where !== "" && (
              <p className="led-deeds">
                <span className="quiet">{t.putOnMap}</span>
                {adoptedKinds
                  .filter((as) => as !== "quote" || !onEpisode)
                  .map((as) => (
                    <button
                      key={as}
                      type="button"
                      className="link-button"
                      aria-label={t.adoptAs(t.adoptedKinds[as], note.text)}
                      onClick={() => workshops?.adopt(workshop, note, as, where)}
                    >
                      {t.adoptedKinds[as]}
                    </button>
                  ))}
              </p>
            )}
          </div>
        )
      )}
      <Sure
        className="led-remove"
        word={t.remove}
        label={t.removeNote(note.text)}
        question={t.removeSure}
        yes={t.remove}
        no={t.no}
        onYes={onRemove}
      />
    </li>
  );
}

function PlaceChoice(props: {
  readonly journey: Journey;
  readonly label: string;
  readonly chosen: string;
  readonly onChoose: (place: string) => void;
}) {
  const t = workshopText[useLanguage()];
  const id = useId();
  return (
    <p className="led-place">
      <label htmlFor={id} className="visually-hidden">
        {props.label}
      </label>
      <select id={id} value={props.chosen} onChange={({ target }) => props.onChoose(target.value)}>
        <option value="">{t.choose}</option>
        {props.journey.episodes.map((episode) => (
          <optgroup key={episode.id} label={episode.title}>
            {episode.touchpoints.map(({ id: touchpoint, title }) => (
              <option key={touchpoint} value={touchpoint}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}
