import type { Parameters } from "../port.ts";

/** Collects values for a statement; each call returns the place that stands for the value in the SQL. */
export type Bindings = {
  text(value: string): string;
  texts(values: readonly string[]): string;
  number(value: number): string;
  readonly parameters: Parameters;
};

/** Whatever comes from a user's file or mapping enters SQL through here, never as its text. */
export function createBindings(): Bindings {
  const parameters: Record<string, string | number | readonly string[]> = {};
  const seen = new Map<string, string>();
  const bind = (type: string, value: string | number | readonly string[]) => {
    const key = `${type} ${JSON.stringify(value)}`;
    const known = seen.get(key);
    if (known) return known;
    const name = `p${seen.size}`;
    const place = `{${name}:${type}}`;
    parameters[name] = value;
    seen.set(key, place);
    return place;
  };
  return {
    text: (value) => bind("String", value),
    texts: (values) => bind("Array(String)", values),
    number: (value) => bind("Float64", value),
    parameters,
  };
}
