import { useState } from "react";

/** One of a list and a word that does something with it: choosing alone does nothing yet. */
export function ChooseOne(props: {
  readonly label: string;
  readonly none: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly deed: string;
  readonly disabled?: boolean;
  readonly onChoose: (id: string) => void;
}) {
  const [chosen, setChosen] = useState("");
  return (
    <form
      className="report-choose"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== "") props.onChoose(chosen);
        setChosen("");
      }}
    >
      <label>
        <span className="field-label">{props.label}</span>
        <select required value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{props.none}</option>
          {props.choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="link-button" disabled={props.disabled}>
        {props.deed}
      </button>
    </form>
  );
}
