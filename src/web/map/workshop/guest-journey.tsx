import type { Journey, Touchpoint } from "../../../core/map/journey.ts";
import type { Note, Table } from "../../../protocol/map/workshop.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { ChannelIcon } from "../channel-icon.tsx";
import type { Draft } from "./draft.ts";
import { GuestNote } from "./guest-note.tsx";
import type { Act } from "./guest-note.tsx";
import { placeOf } from "./note-place.ts";
import { workshopText } from "./text.ts";
import { WriteNote } from "./write-note.tsx";

type Props = {
  readonly table: Table;
  readonly journey: Journey;
  readonly act: Act;
  readonly draft: Draft | null;
  readonly onOpen: (element: string | null) => void;
  readonly onDraft: (draft: Draft) => void;
  readonly onPlace: (draft: Draft) => void;
  readonly onCancel: (element: string | null) => void;
};

/** The journey to read along, with its notes where they were put. */
export function GuestJourney(props: Props) {
  const { table, journey } = props;
  const t = workshopText[useLanguage()];
  const free = table.notes.filter(({ element }) => placeOf(journey, element) === null);
  return (
    <>
      <section className="guest-episode">
        <h2>{t.free}</h2>
        {table.notes.length === 0 && <p className="quiet">{t.nothing}</p>}
        <NotesAt {...props} element={null} title={t.free} notes={free} />
      </section>
      {journey.episodes.map(({ id, title, touchpoints }) => (
        <section key={id} className="guest-episode">
          <h2>{title}</h2>
          <Held {...props} element={id} />
          <ol className="guest-touchpoints">
            {touchpoints.map((touchpoint) => (
              <li key={touchpoint.id}>
                <h3>{touchpoint.title}</h3>
                <Met touchpoint={touchpoint} />
                <NotesAt
                  {...props}
                  element={touchpoint.id}
                  title={touchpoint.title}
                  notes={table.notes.filter(({ element }) => element === touchpoint.id)}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** How a touchpoint reaches the customer, and how that feels, in words. */
function Met({ touchpoint: { channel, emotions } }: { readonly touchpoint: Touchpoint }) {
  const t = workshopText[useLanguage()];
  const { channel: names } = useText().map;
  const [felt] = emotions ?? [];
  if (!channel && !felt) return null;
  const word = felt && (t.feelings[Math.round((felt.value + 1) * 2)] ?? "");
  return (
    <p className="guest-met">
      {channel && (
        <span>
          <ChannelIcon channel={channel} />
          {names[channel]}
        </span>
      )}
      {word !== undefined && (
        <span>{felt?.evidence.kind === "assumed" ? t.feelsProbably(word) : t.feels(word)}</span>
      )}
    </p>
  );
}

/** Notes on the episode as a whole; guests put none there, others may. */
function Held({ table, act, element }: Props & { readonly element: string }) {
  const notes = table.notes.filter((note) => note.element === element);
  return notes.length === 0 ? null : <Written notes={notes} left={table.left} act={act} />;
}

type At = Props & {
  readonly element: string | null;
  readonly title: string;
  readonly notes: readonly Note[];
};

function NotesAt({ table, act, draft, element, title, notes, ...on }: At) {
  const t = workshopText[useLanguage()];
  return (
    <>
      {notes.length > 0 && <Written notes={notes} left={table.left} act={act} />}
      {draft !== null && draft.element === element ? (
        <WriteNote
          draft={draft}
          title={element === null ? t.noteFree : t.noteAt(title)}
          onDraft={on.onDraft}
          onPlace={on.onPlace}
          onCancel={() => on.onCancel(element)}
        />
      ) : (
        <button
          type="button"
          className="guest-write"
          data-write={element ?? ""}
          aria-label={t.writeAt(title)}
          onClick={() => on.onOpen(element)}
        >
          {t.write}
        </button>
      )}
    </>
  );
}

/** In the order in which they came: a dot given does not make the next one jump. */
function Written(props: { notes: readonly Note[]; left: number; act: Act }) {
  return (
    <ul className="guest-notes">
      {props.notes
        .toSorted((one, other) => one.at.localeCompare(other.at))
        .map((note) => (
          <GuestNote key={note.id} note={note} journey={null} left={props.left} act={props.act} />
        ))}
    </ul>
  );
}
