import type { ShownNote } from "../../protocol/evidence/field-note.ts";
import { useAnswer } from "../app/answer.ts";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { fieldText } from "./text.ts";

/** Notes that were thrown away, as long as they can be put back. */
export function FieldBin(props: {
  readonly workspace: string;
  readonly onPutBack: (note: ShownNote) => void;
}) {
  const t = fieldText[useLanguage()];
  const f = useFormat();
  const { workspace } = props;
  const binned = useAnswer("fieldNotes", { workspace, binned: "1", limit: 100, offset: 0 }).data;
  if (binned === undefined || binned.total === 0) return null;
  return (
    <details className="field-bin">
      <summary>{t.bin(f.number(binned.total), binned.total === 1)}</summary>
      <p className="quiet">{t.binAbout}</p>
      <ul>
        {binned.notes.map((shown) => (
          <li key={shown.note.id}>
            <span dir="auto">{shown.note.text}</span>{" "}
            <button type="button" className="link-button" onClick={() => props.onPutBack(shown)}>
              {t.putBack}
              <span className="visually-hidden">{` ${shown.note.text}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
