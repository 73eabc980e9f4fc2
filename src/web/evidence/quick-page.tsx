import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Journey } from "../../core/map/journey.ts";
import { Preferences } from "../app/preferences.tsx";
import { troubleWords } from "../app/trouble.tsx";
import { Wordmark } from "../app/wordmark.tsx";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { drawn, rememberedName, rememberName } from "../map/edit/identity.ts";
import { useOnline } from "../map/workshop/use-online.ts";
import { emptyDraft, keepDraft, keptDraft } from "./quick-draft.ts";
import type { QuickDraft } from "./quick-draft.ts";
import { QuickForm } from "./quick-form.tsx";
import { QuickOutbox } from "./quick-outbox.ts";
import type { RefusedNote } from "./quick-outbox.ts";
import { fieldText } from "./text.ts";
import { today } from "./today.ts";
import "./quick.css";

/** A field note in a minute, for somebody with a phone: no account, nothing of Spoor to know. */
export function QuickPage({ secret, journey }: { secret: string; journey: Journey }) {
  const t = fieldText[useLanguage()];
  const [outbox] = useState(() => new QuickOutbox(secret));
  const outgoing = useSyncExternalStore(outbox.follow, outbox.outgoing);
  const offline = !useOnline() || outgoing.offline;
  const [draft, setDraft] = useState(() => keptDraft(secret));
  const [name, setName] = useState(() => rememberedName() ?? "");
  const [done, setDone] = useState(false);

  function write(next: QuickDraft) {
    keepDraft(secret, next);
    setDraft(next);
  }
  function send() {
    const { text, quote, ...rest } = draft;
    const said = quote.trim();
    const author = name.trim();
    if (author !== "") rememberName(author);
    outbox.put({
      ...rest,
      id: drawn(24),
      day: today(),
      author,
      text: text.trim(),
      quote: said === "" ? null : said,
    });
    write(emptyDraft(draft.kind));
    setDone(true);
  }

  return (
    <div className="quick">
      <header className="quick-head">
        <Wordmark />
        <Preferences />
      </header>
      <main>
        <h1>{t.quickLead(journey.title)}</h1>
        <Refused refused={outgoing.refused} onUnderstood={() => outbox.understood()} />
        {done ? (
          <Done
            offline={offline}
            waiting={outgoing.waiting.length}
            onAnother={() => setDone(false)}
          />
        ) : (
          <>
            {offline && <p className="quick-offline">{t.offline}</p>}
            <QuickForm
              journey={journey}
              draft={draft}
              name={name}
              onDraft={write}
              onName={setName}
              onSend={send}
            />
          </>
        )}
      </main>
    </div>
  );
}

/** Says what became of the note, and offers the next. */
function Done(props: { offline: boolean; waiting: number; onAnother: () => void }) {
  const t = fieldText[useLanguage()];
  const f = useFormat();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const { offline, waiting } = props;
  const later = offline && waiting > 0;
  return (
    <div className="quick-done">
      <p role="status" className="quick-sent">
        {later ? t.sentLater : t.sent}
      </p>
      {waiting > 0 && <p className="quiet">{t.waiting(f.number(waiting), waiting === 1)}</p>}
      <button ref={button} type="button" className="button" onClick={props.onAnother}>
        {t.another}
      </button>
    </div>
  );
}

/** What the server would not have, and why; the text is there to be copied. */
function Refused(props: { refused: readonly RefusedNote[]; onUnderstood: () => void }) {
  const language = useLanguage();
  const t = fieldText[language];
  if (props.refused.length === 0) return null;
  return (
    <div className="quick-refused" role="alert">
      <ul>
        {props.refused.map(({ note, error }) => (
          <li key={note.id}>{t.refused(note.text, troubleWords(error, language))}</li>
        ))}
      </ul>
      <button type="button" className="button" onClick={props.onUnderstood}>
        {t.understood}
      </button>
    </div>
  );
}
