import type { Evidence } from "../../../../core/map/claim.ts";
import { useText } from "../../../language/text.ts";
import { Mark } from "../../mark.tsx";
import { plain, useField } from "./field.tsx";
import { Choice, DateField, NumberField } from "./inputs.tsx";
import { Words } from "./words.tsx";

type Props = {
  readonly value: Evidence | null;
  readonly onChange: (value: Evidence | null) => boolean;
  /** A claim always rests on something, if only on what the team assumes. */
  readonly needed?: boolean;
};

const kinds = ["assumed", "research", "measured"] as const;

/** What a claim rests on: the kind, and for what was looked into its source, number, day and link. */
export function EvidenceFields({ value, onChange, needed = false }: Props) {
  const t = useText();
  const words = t.inspect;
  const { kind } = value ?? {};

  function change<Key extends keyof Evidence>(key: Key, to: Evidence[Key] | null): boolean {
    const { [key]: _, ...rest } = value ?? { kind: "assumed" as const };
    return onChange((to === null ? rest : { ...rest, [key]: to }) as Evidence);
  }

  return (
    <div className="inspect-evidence" role="group" aria-label={words.evidence}>
      <div className="inspect-kind">
        {kind && <Mark kind={kind} />}
        <Choice
          label={words.restsOn}
          value={kind ?? null}
          options={kinds.map((key) => ({ key, label: t.map.kind[key] }))}
          onChange={(to) => void (to === null ? onChange(null) : change("kind", to))}
          {...(!needed && { none: words.notSaid })}
        />
      </div>
      {kind === "measured" && <p className="inspect-note">{words.measuredHint}</p>}
      {kind && (kind !== "assumed" || Object.keys(value ?? {}).length > 1) && (
        <div className="inspect-row">
          <Words
            label={words.source}
            value={value?.source ?? ""}
            max={300}
            onChange={(text) => change("source", text === "" ? null : text)}
          />
          <NumberField
            label={words.n}
            value={value?.n ?? null}
            low={0}
            whole
            onChange={(to) => void change("n", to)}
          />
          <DateField
            label={words.date}
            value={value?.date ?? null}
            onChange={(to) => void change("date", to)}
          />
          <Words
            label={words.link}
            value={value?.link ?? ""}
            max={2000}
            hint={words.linkHint}
            onChange={(text) =>
              (text === "" || /^https?:\/\/[^\s/]+/.test(text)) &&
              change("link", text === "" ? null : text)
            }
          />
        </div>
      )}
    </div>
  );
}

/** The evidence of one claim. */
export function EvidenceOf({ of, needed = true }: { of: object; needed?: boolean }) {
  const t = useText().inspect;
  const { value, change } = useField({ of, field: "evidence", label: t.evidence });
  return (
    <EvidenceFields
      value={value as Evidence | null}
      onChange={(to) => change(plain(to))}
      needed={needed}
    />
  );
}

/** All that an element rests on. */
export function EvidenceList({ of }: { readonly of: object }) {
  const t = useText().inspect;
  const { value, change } = useField({ of, field: "evidence", label: t.evidence });
  const list = (value ?? []) as Evidence[];
  const write = (next: Evidence[]) => change(plain(next.length === 0 ? null : next));
  return (
    <div role="group" className="inspect-section" aria-label={t.evidence} data-list="evidence">
      {list.length > 0 && <h3>{t.evidence}</h3>}
      {list.map((each, at) => (
        // Sources have no name of their own; their place is all that tells them apart.
        <div key={at} className="inspect-item">
          <EvidenceFields
            value={each}
            needed
            onChange={(to) => write(list.toSpliced(at, 1, ...(to ? [to] : [])))}
          />
          <p className="inspect-tools">
            <button
              type="button"
              className="word-button"
              aria-label={t.remove(each.source ?? t.evidence)}
              onClick={() => write(list.toSpliced(at, 1))}
            >
              {t.takeAway}
            </button>
          </p>
        </div>
      ))}
      <button
        type="button"
        className="inspect-add"
        onClick={() => write([...list, { kind: "research" }])}
      >
        {t.add(t.one.evidence)}
        {list.length === 0 && <span>{t.teach.evidence}</span>}
      </button>
    </div>
  );
}
