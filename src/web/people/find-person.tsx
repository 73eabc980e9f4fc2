import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { FoundPeople, FoundPerson } from "../../core/people/found-person.ts";
import { call } from "../app/client.ts";
import { Trouble } from "../app/trouble.tsx";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { privacyText } from "./text.ts";

/** Somebody who was chosen, by the identifier that led to him; masked words tell who. */
export type Chosen = {
  readonly person: string;
  readonly identifier: string;
  readonly about: string;
};

type Props = {
  readonly workspace: string;
  readonly onChoose: (chosen: Chosen) => void;
  /** Nobody was found under what was typed. */
  readonly onNobody?: (value: string) => void;
  /** What stands on the button for that. */
  readonly nobody?: string;
};

/** Finds a person by an identifier, and lets one of those be chosen whom it leads to. */
export function FindPerson({ workspace, onChoose, onNobody, nobody }: Props) {
  const t = privacyText[useLanguage()].find;
  const id = useId();
  const [value, setValue] = useState("");
  const find = useMutation({
    mutationFn: (sought: string) => call("findPeople", { workspace, body: { value: sought } }),
  });
  const seek = () => {
    if (value.trim() !== "") find.mutate(value);
  };
  const found = find.data;
  return (
    <div className="find-person">
      <label htmlFor={id} className="field-label">
        {t.label}
      </label>
      <div className="find-person-line">
        <input
          id={id}
          value={value}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setValue(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            seek();
          }}
        />
        <button type="button" className="button" disabled={find.isPending} onClick={seek}>
          {t.seek}
        </button>
      </div>
      <p id={`${id}-hint`} className="quiet">
        {t.hint}
      </p>
      <div role="status">
        {found?.people.length === 0 && <p>{t.none}</p>}
        {(found?.people.length ?? 0) > 1 && <p>{t.shared}</p>}
        {found?.more && <p>{t.more}</p>}
      </div>
      {find.error && <Trouble error={find.error} />}
      {found?.people.length === 0 && onNobody && (
        <button type="button" className="link-button" onClick={() => onNobody(value)}>
          {nobody}
        </button>
      )}
      {found && found.people.length > 0 && (
        <ul className="found-people">
          {found.people.map((person) => (
            <Found key={person.person} person={person} found={found} onChoose={onChoose} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Found(props: {
  readonly person: FoundPerson;
  readonly found: FoundPeople;
  readonly onChoose: Props["onChoose"];
}) {
  const { person, found, onChoose } = props;
  const t = privacyText[useLanguage()].find;
  const f = useFormat();
  const masked = person.identifiers.map(({ kind, value }) => `${kind} ${value}`);
  const { first, last, sources, events } = person;
  // Of a shared identifier only one of his own leads to him alone.
  const led = person.identifiers.find(({ identifier }) =>
    found.identifiers.some((each) => each.identifier === identifier && !each.shared),
  );
  const by = led ?? person.identifiers[0];
  return (
    <li>
      <p>{masked.join(" · ")}</p>
      <p className="quiet">
        {[
          t.seen(events, sources.join(", ")),
          ...(first === null ? [] : [t.span(f.date(first), f.date(last))]),
        ].join(" · ")}
      </p>
      {by && (
        <button
          type="button"
          className="link-button"
          onClick={() =>
            onChoose({
              person: person.person,
              identifier: by.identifier,
              about: `${by.kind} ${by.value}`,
            })
          }
        >
          {t.choose}
          <span className="visually-hidden">{` ${masked.join(", ")}`}</span>
        </button>
      )}
    </li>
  );
}
