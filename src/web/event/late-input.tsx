import { useState } from "react";
import type { ComponentProps } from "react";

/** A text field that tells its value when the reader is done with it, not at every letter. */
export function LateInput(
  props: Omit<ComponentProps<"input">, "value" | "onChange"> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
  },
) {
  const { value, onChange, ...rest } = props;
  const [draft, setDraft] = useState({ of: value, typed: value });
  const typed = draft.of === value ? draft.typed : value;
  const done = () => {
    setDraft({ of: value, typed: value });
    if (typed.trim() !== value) onChange(typed.trim());
  };
  return (
    <input
      {...rest}
      value={typed}
      onChange={(event) => setDraft({ of: value, typed: event.target.value })}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === "Enter") done();
      }}
    />
  );
}
