import type { Journey } from "../../../core/map/journey.ts";
import type { Note } from "../../../protocol/map/workshop.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { Dots } from "./dots.tsx";
import { placeOf } from "./note-place.ts";
import { NoteText } from "./note-text.tsx";
import { Sure } from "./sure.tsx";
import { workshopText } from "./text.ts";

/** What a guest can do with a note. */
export type Act = {
  readonly vote: (note: Note, dots: number) => void;
  readonly takeBack: (note: Note) => void;
  /** Is this one still on its way to the server? */
  readonly isSending: (note: Note) => boolean;
};

type Props = {
  readonly note: Note;
  /** Given where the note does not stand under its place. */
  readonly journey: Journey | null;
  readonly left: number;
  /** Null when the workshop is over. */
  readonly act: Act | null;
};

/** A note as a guest sees it: with his dots to give and take, and his own to take back. */
export function GuestNote({ note, journey, left, act }: Props) {
  const t = workshopText[useLanguage()];
  const f = useFormat();
  const place = journey && placeOf(journey, note.element);
  const about = [
    ...(journey ? [place?.touchpoint ?? place?.episode ?? t.free] : []),
    note.author,
    ...(note.own ? [t.own] : []),
    ...(act?.isSending(note) ? [t.sending] : []),
    ...(note.adopted === null ? [] : [t.onTheMap]),
  ];
  const all = t.hasDots(f.number(note.dots), note.dots === 1);
  return (
    <li className="guest-note" data-kind={note.kind} data-own={note.own || undefined}>
      <div className="guest-note-words">
        <NoteText note={note} />
        <p className="quiet">{about.join(" · ")}</p>
        {act && note.own && (
          <Sure
            word={t.takeBack}
            label={t.takeBackNote(note.text)}
            question={t.takeBackSure}
            yes={t.takeBack}
            no={t.cancel}
            onYes={() => act.takeBack(note)}
          />
        )}
      </div>
      {act ? (
        <div className="guest-vote">
          <button
            type="button"
            className="guest-dot"
            data-given={note.mine > 0 || undefined}
            data-none={note.dots === 0 || undefined}
            aria-label={`${note.mine > 0 ? t.takeDot(note.text) : t.giveDot(note.text)} (${all})`}
            onClick={() => act.vote(note, note.mine > 0 ? note.mine - 1 : 1)}
          >
            <i>{note.mine > 1 && f.number(note.mine)}</i>
            <b>{f.number(note.dots)}</b>
          </button>
          {note.mine > 0 && left > 0 && (
            <button
              type="button"
              className="guest-more"
              aria-label={t.another(note.text)}
              onClick={() => act.vote(note, note.mine + 1)}
            >
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d="M8 3v10M3 8h10" />
              </svg>
            </button>
          )}
        </div>
      ) : (
        <Dots count={note.dots} label={all} />
      )}
    </li>
  );
}
