import { useId, useState } from "react";
import { useText } from "../language/text.ts";

export type Choice = {
  readonly key: string;
  readonly label: string;
  /** What stands behind it in grey, e.g. how many journeys. */
  readonly note?: string;
};

const LISTED = 100;

/** A list to tick; with a search field when it is long. Ticked ones stay in sight. */
export function FilterChoices(props: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly single?: boolean;
  readonly onToggle: (key: string) => void;
}) {
  const { choices, chosen } = props;
  const t = useText().question.filter;
  const [sought, setSought] = useState("");
  const name = useId();
  const wanted = sought.trim().toLowerCase();
  const found = choices.filter(({ label }) => label.toLowerCase().includes(wanted));
  const listed = found.slice(0, LISTED);
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">{props.label}</legend>
      {choices.length > 8 && (
        <input
          type="search"
          className="choices-search"
          aria-label={t.search}
          placeholder={t.search}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <ul>
        {listed.map(({ key, label, note }) => {
          const place = chosen.indexOf(key);
          return (
            <li key={key}>
              <label className="choice">
                <input
                  type={props.single ? "radio" : "checkbox"}
                  name={name}
                  checked={place >= 0}
                  onChange={() => props.onToggle(key)}
                />
                <span className="choice-label">{label}</span>
                {note !== undefined && <span className="choice-note">{note}</span>}
              </label>
            </li>
          );
        })}
      </ul>
      {listed.length === 0 && <p className="quiet">{t.nothingFound}</p>}
      {found.length > LISTED && <p className="quiet">{t.more(found.length - LISTED)}</p>}
    </fieldset>
  );
}
