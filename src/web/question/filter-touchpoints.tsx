import { useState } from "react";
import type { Facets } from "../../core/question/answers.ts";
import type { Filter } from "../../core/question/filter.ts";
import { useText } from "../language/text.ts";
import { toggled, withParts } from "./filter-change.ts";
import type { TouchpointMode } from "./filter-change.ts";
import { FilterChoices } from "./filter-choices.tsx";
import { FilterWord } from "./filter-word.tsx";

const modes: readonly TouchpointMode[] = ["passed", "notPassed", "inOrder"];

/** Touchpoints that journeys pass, don't pass, or pass in an order. */
export function FilterTouchpoints(props: {
  readonly filter: Filter;
  readonly facets: Facets;
  readonly onChange: (filter: Filter) => void;
}) {
  const { filter, facets, onChange } = props;
  const words = useText().question.filter;
  const [mode, setMode] = useState<TouchpointMode>("passed");
  /** An order needs two; the first one waits here. */
  const [first, setFirst] = useState<number[]>([]);

  const names = new Map(facets.touchpoints.map(({ code, label }) => [code, label]));
  const named = (codes: readonly number[]) => codes.map((code) => names.get(code) ?? `${code}`);
  const order = filter.inOrder ?? first;
  const chosen = mode === "inOrder" ? order : (filter[mode] ?? []);
  const value = [
    ...named(filter.passed ?? []),
    ...(filter.notPassed === undefined ? [] : [words.not(named(filter.notPassed).join(", "))]),
    ...(filter.inOrder === undefined ? [] : [named(filter.inOrder).join(" → ")]),
  ].join(" · ");

  function toggle(key: string) {
    const codes = toggled(chosen, Number(key));
    if (mode !== "inOrder") return onChange(withParts(filter, { [mode]: codes }));
    setFirst(codes.length < 2 ? codes : []);
    onChange(withParts(filter, { inOrder: codes.length < 2 ? undefined : codes }));
  }

  return (
    <FilterWord
      label={words.touchpoint}
      value={value === "" ? words.all : value}
      chosen={value !== ""}
    >
      <div className="modes" role="group" aria-label={words.touchpoint}>
        {modes.map((each) => (
          <button
            key={each}
            type="button"
            className="word-button"
            aria-pressed={each === mode}
            onClick={() => setMode(each)}
          >
            {words.modes[each]}
          </button>
        ))}
      </div>
      {mode === "inOrder" && (
        <p className="quiet" aria-live="polite">
          {order.length === 0 ? words.orderHint : named(order).join(" → ")}
        </p>
      )}
      <FilterChoices
        key={mode}
        label={words.modes[mode]}
        choices={facets.touchpoints.map(({ code, label }) => ({ key: `${code}`, label }))}
        chosen={chosen.map(String)}
        onToggle={toggle}
      />
    </FilterWord>
  );
}
