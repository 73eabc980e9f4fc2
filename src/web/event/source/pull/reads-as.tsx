import type { Given } from "../../../../core/event/guess-mapping.ts";
import type { Field, RowKind } from "../../../../core/event/mapping.ts";
import type { Answer } from "../../../app/client.ts";
import { useLanguage } from "../../../language/language.ts";
import { BecomesTable } from "../../becomes-table.tsx";
import { Notes } from "../../notes.tsx";
import { pullText } from "./text.ts";

type Props = {
  readonly name: string;
  readonly looked: Answer<"lookPull">;
  readonly given: Given;
  readonly busy: boolean;
  readonly onGiven: (given: Given) => void;
};

const kinds = ["customer", "email", "phone", "account", "cookie", "device"] as const;
const orders = ["dmy", "mdy", "ymd"] as const;

/** What the columns mean, as far as a row cannot do without; and the first rows as the events they become. */
export function ReadsAs({ name, looked, given, busy, onGiven }: Props) {
  const t = pullText[useLanguage()];
  const { columns, mapping, events, missing, ambiguous, notes } = looked;
  const [row] = mapping.rows;
  const [kind, who] = whoOf(row);
  const options = columns.map(({ name }) => (
    <option key={name} value={name}>
      {name}
    </option>
  ));
  return (
    <div aria-busy={busy}>
      <div className="pull-fields">
        <label>
          <span className="field-label">{t.event}</span>
          <select
            value={columnIn(row?.what) ?? ""}
            onChange={({ target }) => onGiven({ ...given, event: target.value })}
          >
            <option value="" disabled={columnIn(row?.what) !== null}>
              {t.same(name)}
            </option>
            {options}
          </select>
        </label>
        <label>
          <span className="field-label">{t.time}</span>
          <select
            required
            value={row?.time ?? ""}
            onChange={({ target }) => onGiven({ ...given, time: target.value })}
          >
            <option value="" disabled>
              {t.choose}
            </option>
            {options}
          </select>
        </label>
        <label>
          <span className="field-label">{t.who}</span>
          <select
            value={who ?? ""}
            onChange={({ target }) => onGiven({ ...given, who: { [kind]: target.value } })}
          >
            <option value="" disabled>
              {t.choose}
            </option>
            {options}
          </select>
        </label>
        {who !== null && (
          <label>
            <span className="field-label">{t.as}</span>
            <select
              value={kind}
              onChange={({ target }) => onGiven({ ...given, who: { [target.value]: who } })}
            >
              {(kinds as readonly string[]).includes(kind) ? null : <option>{kind}</option>}
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {t.kindsOfWho[each]}
                </option>
              ))}
            </select>
          </label>
        )}
        {(ambiguous.length > 0 || given.dateOrder !== undefined) && (
          <label>
            <span className="field-label">{t.order}</span>
            <select
              value={given.dateOrder ?? ""}
              onChange={({ target }) =>
                onGiven({ ...given, dateOrder: target.value as (typeof orders)[number] })
              }
            >
              <option value="" disabled>
                {t.choose}
              </option>
              {orders.map((order) => (
                <option key={order} value={order}>
                  {t.orders[order]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p className={missing.length > 0 ? "pain" : "quiet"}>
        {missing.length > 0 ? t.missing : t.rest}
      </p>
      <Notes notes={notes} />
      <BecomesTable events={events} />
    </div>
  );
}

function columnIn(field: Field | undefined): string | null {
  if (field === undefined) return null;
  if (typeof field === "string") return field;
  return "column" in field ? field.column : null;
}

/** The first identifier of a row: its kind and its column. */
function whoOf(row: RowKind | undefined): [kind: string, column: string | null] {
  const [first] = Object.entries(row?.who ?? {});
  if (!first) return ["customer", null];
  const [kind, fields] = first;
  return [kind, columnIn([fields].flat()[0])];
}
