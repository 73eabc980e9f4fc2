import { useEffect, useRef, useState } from "react";
import type { FormEvent, ReactNode } from "react";
import type { Person } from "../../../protocol/map/comment.ts";
import { useLanguage } from "../../language/language.ts";
import { rememberName } from "../edit/identity.ts";
import { useTalk } from "./talk.ts";
import { talkText } from "./text.ts";

type Deed = (author: Person) => void;

/** Does what needs a name; asks for it first where none is known. `ask` belongs beside the button. */
export function useNamed(): { readonly ask: ReactNode; readonly named: (deed: Deed) => void } {
  const talk = useTalk();
  const [waiting, setWaiting] = useState<{ readonly deed: Deed } | null>(null);
  const person = talk?.person ?? "";
  const known = talk?.name ?? null;
  return {
    ask: waiting && known === null && (
      <NameForm
        onName={(name) => {
          rememberName(name);
          setWaiting(null);
          waiting.deed({ id: person, name });
        }}
        onCancel={() => setWaiting(null)}
      />
    ),
    named: (deed) => (known === null ? setWaiting({ deed }) : deed({ id: person, name: known })),
  };
}

function NameForm(props: {
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}) {
  const t = talkText[useLanguage()];
  const [name, setName] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() !== "") props.onName(name.trim());
  }
  return (
    <form className="talk-name" onSubmit={submit}>
      <label>
        <span className="field-label">{t.yourName}</span>
        <input
          ref={field}
          value={name}
          maxLength={80}
          required
          autoComplete="name"
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <button type="submit" className="link-button">
        {t.thatsMe}
      </button>
      <button type="button" className="word-button" onClick={props.onCancel}>
        {t.cancel}
      </button>
    </form>
  );
}
