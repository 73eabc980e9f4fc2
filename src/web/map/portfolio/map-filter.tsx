import { useId } from "react";
import type { MapCard } from "../../../protocol/map/portfolio.ts";
import { useLanguage } from "../../language/language.ts";
import { portfolioText } from "./text.ts";

/** Which maps are shown; an empty text is no demand. */
type Chosen = { readonly state: string; readonly persona: string; readonly owner: string };

export const everyMap: Chosen = { state: "", persona: "", owner: "" };

export function shownBy(chosen: Chosen, { state, personas, owner }: MapCard): boolean {
  return (
    (chosen.state === "" || state === chosen.state) &&
    (chosen.persona === "" || personas.includes(chosen.persona)) &&
    (chosen.owner === "" || owner === chosen.owner)
  );
}

/** Chooses maps by state, persona and owner; offers only what the maps have. */
export function MapFilter(props: {
  readonly cards: readonly MapCard[];
  readonly filter: Chosen;
  readonly onChange: (filter: Chosen) => void;
}) {
  const { cards, filter, onChange } = props;
  const t = portfolioText[useLanguage()];
  const states = distinct(cards.map(({ state }) => state));
  const choices = [
    ["state", states.map((state) => [state, t.states[state]] as const)],
    ["persona", distinct(cards.flatMap(({ personas }) => personas)).map(twice)],
    ["owner", distinct(cards.flatMap(({ owner }) => owner ?? [])).map(twice)],
  ] as const;
  return (
    <div className="atlas-filter" role="group" aria-label={t.filters}>
      {choices.map(
        ([name, options]) =>
          options.length > 1 && (
            <Choice
              key={name}
              label={t[name]}
              value={filter[name]}
              options={options}
              onChange={(value) => onChange({ ...filter, [name]: value })}
            />
          ),
      )}
    </div>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, word: string])[];
  readonly onChange: (value: string) => void;
}) {
  const t = portfolioText[useLanguage()];
  const id = useId();
  return (
    <span>
      <label className="quiet" htmlFor={id}>
        {props.label}
      </label>{" "}
      <select id={id} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        <option value="">{t.any}</option>
        {props.options.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </span>
  );
}

function distinct<Value extends string>(values: readonly Value[]): Value[] {
  return [...new Set(values)].toSorted((one, other) => one.localeCompare(other));
}

function twice(value: string): readonly [string, string] {
  return [value, value];
}
