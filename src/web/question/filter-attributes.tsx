import { useState } from "react";
import type { Facets } from "../../core/question/answers.ts";
import type { Filter } from "../../core/question/filter.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { withAttribute } from "./filter-change.ts";
import { FilterChoices } from "./filter-choices.tsx";
import { FilterWord } from "./filter-word.tsx";

export function FilterAttributes(props: {
  readonly filter: Filter;
  readonly facets: Facets;
  readonly onChange: (filter: Filter) => void;
}) {
  const { filter, facets, onChange } = props;
  const words = useText().question.filter;
  const format = useFormat();
  const chosen = Object.entries(filter.attributes ?? {});
  const [open, setOpen] = useState(chosen[0]?.[0] ?? facets.attributes[0]?.name);
  const attribute = facets.attributes.find(({ name }) => name === open);
  const value = chosen.map(([name, values]) => `${name}: ${values.join(", ")}`).join(" · ");
  return (
    <FilterWord
      label={words.attribute}
      value={value === "" ? words.all : value}
      chosen={value !== ""}
    >
      {attribute === undefined ? (
        <p className="quiet">{words.noAttributes}</p>
      ) : (
        <>
          <label className="attribute-name">
            <span className="visually-hidden">{words.attribute}</span>
            <select value={open} onChange={(event) => setOpen(event.target.value)}>
              {facets.attributes.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <FilterChoices
            key={attribute.name}
            label={attribute.name}
            choices={attribute.values.map(({ value: key, journeys }) => ({
              key,
              label: key,
              note: format.number(journeys),
            }))}
            chosen={filter.attributes?.[attribute.name] ?? []}
            onToggle={(key) => onChange(withAttribute(filter, attribute.name, key))}
          />
        </>
      )}
    </FilterWord>
  );
}
