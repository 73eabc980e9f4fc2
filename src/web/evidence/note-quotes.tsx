import type { FieldQuote } from "../../core/evidence/field-note.ts";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { drawn } from "../map/edit/identity.ts";
import { fieldText } from "./text.ts";

const MOST = 10;

/** What customers said, word for word, and as what kind of customer. */
export function NoteQuotes(props: {
  readonly quotes: readonly FieldQuote[];
  readonly onChange: (quotes: FieldQuote[]) => void;
}) {
  const t = fieldText[useLanguage()];
  const f = useFormat();
  const { quotes, onChange } = props;
  const change = (id: string, part: Partial<FieldQuote>) =>
    onChange(quotes.map((quote) => (quote.id === id ? { ...quote, ...part } : quote)));
  return (
    <fieldset className="note-quotes">
      <legend className="field-label">{t.quotes}</legend>
      {quotes.map(({ id, text, by }, place) => (
        <div key={id} className="note-quote">
          <label>
            <span className="field-label">{t.quoteNth(f.number(place + 1))}</span>
            <textarea
              dir="auto"
              rows={2}
              maxLength={1000}
              value={text}
              onChange={({ target }) => change(id, { text: target.value })}
            />
          </label>
          <label>
            <span className="field-label">{t.saidBy}</span>
            <input
              type="text"
              dir="auto"
              maxLength={200}
              value={by ?? ""}
              onChange={({ target }) => change(id, { by: target.value })}
            />
          </label>
          <button
            type="button"
            className="link-button"
            aria-label={t.dropQuote(f.number(place + 1))}
            onClick={() => onChange(quotes.filter((quote) => quote.id !== id))}
          >
            {t.remove}
          </button>
        </div>
      ))}
      {quotes.length < MOST && (
        <button
          type="button"
          className="link-button"
          onClick={() => onChange([...quotes, { id: drawn(8), text: "", by: null }])}
        >
          {t.addQuote}
        </button>
      )}
    </fieldset>
  );
}
