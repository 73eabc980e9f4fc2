import { useId } from "react";
import { Words } from "./words.tsx";

type Labelled<Value> = {
  readonly label: string;
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
};

/** A number as people write it: with a comma or a point. */
export function readNumber(text: string): number | null {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() === "" || !Number.isFinite(value) ? null : value;
}

type Bounds = { readonly low?: number; readonly high?: number; readonly whole?: boolean };

/** What is no number, or out of bounds, is not taken over. */
export function NumberField(props: Labelled<number> & Bounds) {
  const { label, value, onChange, low, high, whole = false } = props;
  return (
    <Words
      label={label}
      value={value === null ? "" : String(value)}
      max={24}
      onChange={(text) => {
        const read = readNumber(text);
        if (read === null && text.trim() !== "") return false;
        if (read !== null && (read < (low ?? read) || read > (high ?? read))) return false;
        if (read !== null && whole && !Number.isInteger(read)) return false;
        onChange(read);
        return true;
      }}
    />
  );
}

export function DateField({ label, value, onChange }: Labelled<string>) {
  const id = useId();
  return (
    <div className="inspect-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
      />
    </div>
  );
}

type Options<Key extends string> = readonly { readonly key: Key; readonly label: string }[];

/** One of several; the empty line is "not said". */
export function Choice<Key extends string>(
  props: Labelled<Key> & { readonly options: Options<Key>; readonly none?: string },
) {
  const { label, value, onChange, options, none } = props;
  const id = useId();
  return (
    <div className="inspect-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ""}
        onChange={(event) =>
          onChange(options.find(({ key }) => key === event.target.value)?.key ?? null)
        }
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(({ key, label: words }) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Check({ label, value, onChange }: Labelled<boolean>) {
  return (
    <label className="inspect-check">
      <input
        type="checkbox"
        checked={value ?? false}
        onChange={(event) => onChange(event.target.checked ? true : null)}
      />
      {label}
    </label>
  );
}

/** Several of a list. */
export function Several(props: Labelled<string[]> & { readonly options: Options<string> }) {
  const { label, value, onChange, options } = props;
  if (options.length === 0) return null;
  const chosen = value ?? [];
  return (
    <fieldset className="inspect-several">
      <legend>{label}</legend>
      {options.map(({ key, label: words }) => (
        <Check
          key={key}
          label={words}
          value={chosen.includes(key)}
          onChange={(on) => {
            const next = on ? [...chosen, key] : chosen.filter((each) => each !== key);
            onChange(next.length === 0 ? null : next);
          }}
        />
      ))}
    </fieldset>
  );
}
