import type { Answer } from "../../../app/client.ts";
import { useLanguage } from "../../../language/language.ts";
import type { Choice } from "./draft.ts";
import { pullText } from "./text.ts";

type Props = {
  readonly found: Answer<"tryPull">;
  readonly choice: Choice;
  readonly onTable: (table: Choice["table"]) => void;
  readonly onChange: (choice: Choice) => void;
};

/** Which table of a database is read, and what tells its new rows: from the lists that the database gave. */
export function TableChoice({ found, choice, onTable, onChange }: Props) {
  const t = pullText[useLanguage()];
  const { tables, columns, key } = found;
  const several = new Set(tables.map(({ schema }) => schema)).size > 1;
  const at = tables.findIndex(
    ({ schema, name }) => schema === choice.table?.schema && name === choice.table.name,
  );
  return (
    <>
      <div className="pull-fields">
        <label>
          <span className="field-label">{t.table}</span>
          <select
            required
            value={at < 0 ? "" : at}
            onChange={({ target }) => onTable(tables[Number(target.value)] ?? null)}
          >
            <option value="" disabled>
              {t.choose}
            </option>
            {tables.map(({ schema, name }, place) => (
              <option key={`${schema} ${name}`} value={place}>
                {several ? `${schema}.${name}` : name}
              </option>
            ))}
          </select>
        </label>
        {columns.length > 0 && (
          <label>
            <span className="field-label">{t.grows}</span>
            <select
              required
              value={choice.grows ?? ""}
              onChange={({ target }) => onChange({ ...choice, grows: target.value })}
            >
              <option value="" disabled>
                {t.choose}
              </option>
              {columns
                .filter(({ grows }) => grows)
                .map(({ name, type }) => (
                  <option key={name} value={name}>
                    {`${name} (${type})`}
                  </option>
                ))}
            </select>
          </label>
        )}
      </div>
      {columns.length > 0 && <p className="quiet">{t.growsHint}</p>}
      {columns.length > 0 && key.length === 0 && <p className="quiet">{t.noKey}</p>}
      {key.length > 0 && choice.grows !== null && !key.includes(choice.grows) && (
        <label className="pull-check">
          <input
            type="checkbox"
            checked={choice.changes}
            onChange={({ target }) => onChange({ ...choice, changes: target.checked })}
          />{" "}
          {t.changes}
          <span className="quiet">{t.changesHint}</span>
        </label>
      )}
    </>
  );
}
