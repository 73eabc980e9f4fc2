import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Journey } from "../../../core/map/journey.ts";
import type { Note, Table } from "../../../protocol/map/workshop.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { drawn } from "../edit/identity.ts";
import { keepDraft, keptDraft } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { DotsLeft } from "./dots-left.tsx";
import { GuestJourney } from "./guest-journey.tsx";
import type { Act } from "./guest-note.tsx";
import { GuestRanking } from "./guest-ranking.tsx";
import { NameForm } from "./name-form.tsx";
import type { Outbox, Outgoing } from "./outbox.ts";
import { placeOf } from "./note-place.ts";
import { RefusedDeeds } from "./refused-deeds.tsx";
import { workshopText } from "./text.ts";

type Props = {
  readonly table: Table;
  readonly journey: Journey;
  readonly secret: string;
  readonly outbox: Outbox;
  readonly outgoing: Outgoing;
  readonly offline: boolean;
  readonly name: string;
  readonly onName: (name: string) => void;
};

const views = ["byJourney", "byDots"] as const;

/** The table at which a guest sits: the journey with its notes, and what he can do there. */
export function GuestTable(props: Props) {
  const { table, journey, secret, outbox, outgoing, offline, name } = props;
  const t = workshopText[useLanguage()];
  const f = useFormat();
  const page = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<(typeof views)[number]>("byJourney");
  const [draft, setDraft] = useState(() => keptDraft(secret));
  const [said, setSaid] = useState("");

  /** Goes back to the word that opened the writing. */
  function shut(element: string | null) {
    keepDraft(secret, null);
    flushSync(() => setDraft(null));
    page.current?.querySelector<HTMLElement>(`[data-write="${element ?? ""}"]`)?.focus();
  }
  function open(element: string | null) {
    // What was begun elsewhere comes along.
    const begun: Draft = { kind: "pain", text: "", ...keptDraft(secret), element };
    keepDraft(secret, begun);
    setDraft(begun);
  }
  function place({ element, kind, text }: Draft) {
    const at = new Date().toISOString();
    outbox.do({ do: "write", note: drawn(24), element, kind, text, at });
    setSaid(offline ? t.placedLater : t.placed);
    shut(element);
  }
  const act: Act = {
    vote({ id, mine }, dots) {
      if (dots > mine && table.left === 0) {
        setSaid(t.noDots);
        return;
      }
      outbox.do({ do: "vote", note: id, dots });
      const left = table.left - (dots - mine);
      setSaid(t.dotsLeft(f.number(left), f.number(table.workshop.dots)));
    },
    takeBack({ id }: Note) {
      outbox.do({ do: "take-back", note: id });
      setSaid(t.takenBack);
      page.current?.focus();
    },
    isSending: ({ id }) => outgoing.deeds.some((deed) => deed.do === "write" && deed.note === id),
  };
  const here = draft && placeOf(journey, draft.element) ? draft.element : null;
  return (
    <div ref={page} tabIndex={-1} className="guest-table">
      <p className="guest-how">{t.how}</p>
      <OwnName name={name} onName={props.onName} />
      <div className="guest-views" role="group" aria-label={t.views}>
        {views.map((each) => (
          <button
            key={each}
            type="button"
            className="word-button"
            aria-pressed={view === each}
            onClick={() => setView(each)}
          >
            {t[each]}
          </button>
        ))}
      </div>
      {offline && (
        <p className="guest-offline" role="status">
          {t.offline}
        </p>
      )}
      <RefusedDeeds refused={outgoing.refused} onUnderstood={() => outbox.understood()} />
      {view === "byDots" ? (
        <GuestRanking table={table} journey={journey} act={act} />
      ) : (
        <GuestJourney
          table={table}
          journey={journey}
          act={act}
          draft={draft && { ...draft, element: here }}
          onOpen={open}
          onDraft={(changed) => keepDraft(secret, changed)}
          onPlace={place}
          onCancel={shut}
        />
      )}
      <DotsLeft left={table.left} of={table.workshop.dots} />
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

function OwnName({ name, onName }: Pick<Props, "name" | "onName">) {
  const t = workshopText[useLanguage()];
  const [changing, setChanging] = useState(false);
  if (changing) {
    return (
      <NameForm
        name={name}
        word={t.keepName}
        onName={(given) => {
          onName(given);
          setChanging(false);
        }}
      />
    );
  }
  return (
    <p className="guest-as quiet">
      {t.as(name)}{" "}
      <button type="button" className="link-button" onClick={() => setChanging(true)}>
        {t.rename}
      </button>
    </p>
  );
}
