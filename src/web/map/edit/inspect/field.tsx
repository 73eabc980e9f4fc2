import { fieldOf } from "../../../../core/map/field.ts";
import type { Value } from "../../../../core/map/command.ts";
import type { Element } from "../../../../core/map/elements.ts";
import { useText } from "../../../language/text.ts";
import { set, useEditing } from "../editing.ts";
import { Check, Choice, DateField, NumberField, Several } from "./inputs.tsx";
import { Words } from "./words.tsx";

/** A part of the map, and one of its fields (`backstage.unit`). */
type Of = { readonly of: object; readonly field: string; readonly label: string };

/** A part of a map as a plain value: in one, no field is there without a value. */
export function plain(part: object | null): Value {
  return part as Value;
}

/** The value of a field, and the way to change it. */
export function useField({ of, field, label }: Of) {
  const editing = useEditing();
  const t = useText().inspect;
  const element = of as Element;
  const value = fieldOf(element, field);
  return {
    value,
    change: (to: Value, from: Value = value) =>
      editing?.edit(set(element.id, field, from, to), t.changed(label)) ?? false,
  };
}

type Written = Of & {
  readonly max?: number;
  readonly lines?: boolean;
  readonly hint?: string;
  readonly list?: readonly string[];
  readonly strong?: boolean;
  /** It cannot be empty: what was there comes back. */
  readonly needed?: boolean;
};

export function WordsOf({ of, field, label, needed = false, ...rest }: Written) {
  const { value, change } = useField({ of, field, label });
  return (
    <Words
      label={label}
      value={typeof value === "string" ? value : ""}
      onChange={(text, from) => {
        if (needed && text.trim() === "") return false;
        return change(text === "" ? null : text, from === "" ? null : from);
      }}
      {...rest}
    />
  );
}

export function NumberOf(props: Of & { low?: number; high?: number; whole?: boolean }) {
  const { of, field, label, ...bounds } = props;
  const { value, change } = useField({ of, field, label });
  return (
    <NumberField
      label={label}
      value={typeof value === "number" ? value : null}
      onChange={(to) => change(to)}
      {...bounds}
    />
  );
}

export function DateOf({ of, field, label }: Of) {
  const { value, change } = useField({ of, field, label });
  return (
    <DateField
      label={label}
      value={typeof value === "string" ? value : null}
      onChange={(to) => change(to)}
    />
  );
}

export function CheckOf({ of, field, label }: Of) {
  const { value, change } = useField({ of, field, label });
  return <Check label={label} value={value === true} onChange={(to) => change(to)} />;
}

type Options = readonly { readonly key: string; readonly label: string }[];

export function ChoiceOf(props: Of & { readonly options: Options; readonly needed?: boolean }) {
  const { of, field, label, options, needed = false } = props;
  const { value, change } = useField({ of, field, label });
  const t = useText().inspect;
  return (
    <Choice
      label={label}
      value={typeof value === "string" ? value : null}
      onChange={(to) => change(to)}
      options={options}
      {...(!needed && { none: t.notSaid })}
    />
  );
}

export function SeveralOf({ of, field, label, options }: Of & { readonly options: Options }) {
  const { value, change } = useField({ of, field, label });
  const chosen = Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
  return <Several label={label} value={chosen} onChange={(to) => change(to)} options={options} />;
}

/** `{ a: "A" }` → `[{ key: "a", label: "A" }]`. */
export function optionsOf(words: Readonly<Record<string, string>>): Options {
  return Object.entries(words).map(([key, label]) => ({ key, label }));
}
