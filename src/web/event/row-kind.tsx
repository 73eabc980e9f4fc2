import type { Mapping, RowKind } from "../../core/event/mapping.ts";
import { useText } from "../language/text.ts";
import { constantOf, lacking, withConstant } from "./column-roles.ts";
import { LateInput } from "./late-input.tsx";
import { addRowKind, removeRowKind, withRowKind } from "./source-change.ts";

const kinds = ["event", "feedback", "person", "reference"] as const;

/** What the rows of a source tell; a row may tell several things, one of which is shown. */
export function RowKindChoice(props: {
  readonly mapping: Mapping;
  readonly at: number;
  readonly place: number;
  readonly onPlace: (place: number) => void;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const { mapping, at, place, onPlace, onChange } = props;
  const t = useText().import.kind;
  const rows = mapping.sources[at]?.rows ?? [];
  const row = rows[place];
  if (row === undefined) return null;
  const change = (next: RowKind) => onChange(withRowKind(mapping, at, place, next));
  return (
    <div className="row-kind">
      <div className="row-kind-line">
        <label>
          <span>{t.tells}</span>{" "}
          <select
            value={row.kind}
            onChange={(event) => {
              const kind = kinds.find((each) => each === event.target.value) ?? "event";
              change({ ...row, kind });
            }}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        {rows.length > 1 && (
          <span role="group" aria-label={t.tells} className="row-kind-places">
            {rows.map((each, index) => (
              <button
                key={`${index}`}
                type="button"
                className="word-button"
                aria-pressed={index === place}
                onClick={() => onPlace(index)}
              >
                {constantOf(each, "what") || t.nth(index + 1)}
              </button>
            ))}
          </span>
        )}
        <button
          type="button"
          className="link-button"
          onClick={() => {
            onChange(addRowKind(mapping, at));
            onPlace(rows.length);
          }}
        >
          {t.also}
        </button>
        {rows.length > 1 && (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              onChange(removeRowKind(mapping, at, place));
              onPlace(0);
            }}
          >
            {t.less}
          </button>
        )}
      </div>
      <Constants row={row} onChange={change} />
      {lacking(row).map((part) => (
        <p key={part} className="pain">
          {t.lacking[part]}
        </p>
      ))}
    </div>
  );
}

/** Name and channel for every row, where no column holds them. */
function Constants(props: { readonly row: RowKind; readonly onChange: (row: RowKind) => void }) {
  const { row, onChange } = props;
  const t = useText().import.kind;
  if (row.kind === "person" || row.kind === "reference") return null;
  const parts = [
    ["what", t.constantWhat],
    ["channel", t.constantChannel],
  ] as const;
  return (
    <div className="row-kind-line">
      {parts.map(([part, label]) =>
        row[part] === undefined || constantOf(row, part) !== "" ? (
          <label key={part}>
            <span className="field-label">{label}</span>
            <LateInput
              value={constantOf(row, part)}
              onChange={(value) => onChange(withConstant(row, part, value))}
            />
          </label>
        ) : null,
      )}
    </div>
  );
}
