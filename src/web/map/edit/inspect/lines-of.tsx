import { Words } from "./words.tsx";
import { useField } from "./field.tsx";

type Props = {
  readonly of: object;
  readonly field: string;
  readonly label: string;
  readonly max: number;
};

/** A list of short texts: one on each line, and an empty one to add to it. */
export function LinesOf({ of, field, label, max }: Props) {
  const { value, change } = useField({ of, field, label });
  const lines = Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
  return (
    <div className="inspect-lines" role="group" aria-label={label}>
      {[...lines, ""].map((line, at) => (
        <Words
          // Lines have no name of their own; their place is all that tells them apart.
          key={at}
          label={`${label} ${at + 1}`}
          value={line}
          max={max}
          onChange={(text) => {
            const next = lines.toSpliced(at, 1, ...(text.trim() === "" ? [] : [text]));
            return change(next.length === 0 ? null : next);
          }}
        />
      ))}
    </div>
  );
}
