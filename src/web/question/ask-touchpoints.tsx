import type { TouchpointName } from "../../core/question/answers.ts";
import { toggled } from "./filter-change.ts";
import { FilterChoices } from "./filter-choices.tsx";
import { FilterWord } from "./filter-word.tsx";

/** Touchpoints to choose from, as a word that opens. */
export function AskTouchpoints(props: {
  readonly label: string;
  /** What is said while nothing is chosen. */
  readonly otherwise: string;
  readonly touchpoints: readonly TouchpointName[];
  readonly chosen: readonly number[];
  readonly single?: boolean;
  /** Between the names of those that are chosen. */
  readonly between?: string;
  readonly onChange: (codes: readonly number[]) => void;
}) {
  const { chosen, touchpoints, single, onChange } = props;
  const names = new Map(touchpoints.map(({ code, label }) => [code, label]));
  const value = chosen.map((code) => names.get(code) ?? `${code}`).join(props.between ?? ", ");
  return (
    <FilterWord
      label={props.label}
      value={value === "" ? props.otherwise : value}
      chosen={chosen.length > 0}
    >
      <FilterChoices
        label={props.label}
        choices={touchpoints.map(({ code, label }) => ({ key: `${code}`, label }))}
        chosen={chosen.map(String)}
        {...(single && { single })}
        onToggle={(key) => onChange(single ? [Number(key)] : (toggled(chosen, Number(key)) ?? []))}
      />
    </FilterWord>
  );
}
