import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Journey } from "../../../core/map/journey.ts";
import type { Note, Table } from "../../../protocol/map/workshop.ts";
import { useAnswer } from "../../app/answer.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { EditingProvider } from "../edit/editing-provider.tsx";
import { useEditing } from "../edit/editing.ts";
import { Dots } from "./dots.tsx";
import { guestAddress } from "./guest-link.ts";
import { placeOf } from "./note-place.ts";
import { NoteText } from "./note-text.tsx";
import { QrCode } from "./qr-code.tsx";
import { Tally } from "./tally.tsx";
import { workshopText } from "./text.ts";
import { useInvitation } from "./use-invitation.ts";
import type { Which } from "./use-invitation.ts";
import "./note.css";
import "./wall.css";

/** A workshop on the screen of the room: the question, the way in, and the notes as they come. */
export function WallRoute() {
  const { workspace = "", map = "", workshop = "" } = useParams({ strict: false });
  const journey = useAnswer("map", { workspace, map });
  const table = useAnswer("workshop", { workspace, map, workshop });
  const error = journey.error ?? table.error;
  if (journey.data === undefined || table.data === undefined) {
    if (error === null) return <Waiting />;
    const again = () => void Promise.all([journey.refetch(), table.refetch()]);
    return <Trouble error={error} onAgain={again} />;
  }
  return (
    <EditingProvider workspace={workspace} map={map} journey={journey.data}>
      <Wall workspace={workspace} map={map} table={table.data} journey={journey.data} />
    </EditingProvider>
  );
}

type Props = {
  readonly workspace: string;
  readonly map: string;
  readonly table: Table;
  readonly journey: Journey;
};

/** A question of more signs than this is set smaller, so that the notes keep their room. */
const LONG = 90;

function Wall({ table, journey: asked, ...which }: Props) {
  const t = workshopText[useLanguage()];
  const journey = useEditing()?.journey ?? asked;
  const { id, question, closed } = table.workshop;
  useEffect(() => {
    document.title = `${t.wallTitle} · ${journey.title}`;
  }, [t, journey.title]);
  return (
    <main className="wall">
      <header className="wall-head">
        <div>
          <p className="wall-map">{journey.title}</p>
          <h1 dir="auto" data-long={question.length > LONG || undefined}>
            {question}
          </h1>
          <Tally table={table} />
          {closed !== null && <p className="wall-over">{t.wallOver}</p>}
        </div>
        {closed === null && <WayIn {...which} workshop={id} />}
      </header>
      {table.notes.length === 0 ? (
        <p className="wall-waits">{closed === null ? t.wallWaits : t.wallWaitsEnded}</p>
      ) : (
        <div className="wall-columns">
          {columnsOf(journey, table.notes).map(({ title, notes }) => (
            <section key={title ?? ""}>
              <h2>{title ?? t.free}</h2>
              <ol>
                {notes.map((note) => (
                  <WallNote key={note.id} note={note} journey={journey} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
    </main>
  );
}

/** The code to scan; on a computer that does not know the link, a way to get one. */
function WayIn(which: Which) {
  const t = workshopText[useLanguage()];
  const { secret, more } = useInvitation(which);
  if (secret === null) {
    return (
      <div className="wall-way-in">
        <button
          type="button"
          className="button"
          disabled={more.isPending}
          onClick={() => more.mutate()}
        >
          {t.showCode}
        </button>
        {more.error && <Trouble error={more.error} />}
      </div>
    );
  }
  return (
    <figure className="wall-way-in">
      <QrCode text={guestAddress(secret)} label={t.qr} />
      <figcaption>{t.scan}</figcaption>
    </figure>
  );
}

/** The notes of each episode in the order of the journey; those that stand free, or lost their place, last. */
function columnsOf(journey: Journey, notes: readonly Note[]) {
  const titled = journey.episodes.map(({ title }) => title);
  return [...new Set<string | null>([...titled, null])]
    .map((title) => ({
      title,
      notes: notes.filter(({ element }) => (placeOf(journey, element)?.episode ?? null) === title),
    }))
    .filter((column) => column.notes.length > 0);
}

function WallNote({ note, journey }: { readonly note: Note; readonly journey: Journey }) {
  const t = workshopText[useLanguage()];
  const f = useFormat();
  const touchpoint = placeOf(journey, note.element)?.touchpoint ?? null;
  return (
    <li className="wall-note" data-kind={note.kind}>
      <NoteText note={note} place={touchpoint} />
      <Dots count={note.dots} label={t.hasDots(f.number(note.dots), note.dots === 1)} />
    </li>
  );
}
