import { useEffect, useState } from "react";
import type { ComponentProps } from "react";

/** A text field that tells its value when the reader is done with it, not at every letter. */
export function LateInput(
  props: Omit<ComponentProps<"input">, "value" | "onChange"> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
  },
) {
  const { value, onChange, ...rest } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const done = () => {
    if (typed !== value) onChange(typed.trim());
  };
  return (
    <input
      {...rest}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === "Enter") done();
      }}
    />
  );
}
