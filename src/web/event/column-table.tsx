import type { Column, Preview } from "../../core/event/import.ts";
import type { RowKind } from "../../core/event/mapping.ts";
import { ScrollRegion } from "../app/scroll-region.tsx";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { freshRole, roleOf, roles, withRole } from "./column-roles.ts";
import { RoleDetails } from "./role-details.tsx";

const EXAMPLES = 3;

/** Every column with examples of what it holds, and what it means; the meaning can be corrected. */
export function ColumnTable(props: {
  readonly file: Preview;
  readonly row: RowKind;
  readonly onChange: (row: RowKind) => void;
}) {
  const { file, row, onChange } = props;
  const t = useText().import.column;
  return (
    <ScrollRegion label={t.caption(file.name)}>
      <table className="figures columns">
        <caption className="visually-hidden">{t.caption(file.name)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.examples}</th>
            <th scope="col">{t.role}</th>
            <th scope="col">{t.more}</th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map((column) => (
            <ColumnLine key={column.name} column={column} row={row} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ColumnLine(props: {
  readonly column: Column;
  readonly row: RowKind;
  readonly onChange: (row: RowKind) => void;
}) {
  const { column, row, onChange } = props;
  const t = useText().import;
  const format = useFormat();
  const role = roleOf(row, column.name);
  return (
    <tr data-unused={role.as === "ignore" || undefined}>
      <th scope="row">{column.name}</th>
      <td className="examples">
        {column.examples.slice(0, EXAMPLES).join(" · ")}
        {column.filled < 1 && (
          <span className="quiet"> {t.column.filled(format.percent(column.filled))}</span>
        )}
      </td>
      <td>
        <select
          aria-label={t.column.roleOf(column.name)}
          value={role.as}
          onChange={(event) => {
            const as = roles.find((each) => each === event.target.value) ?? "ignore";
            onChange(withRole(row, column.name, freshRole(as, column.name)));
          }}
        >
          {roles.map((as) => (
            <option key={as} value={as}>
              {t.roles[as]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <RoleDetails
          role={role}
          column={column.name}
          onChange={(next) => onChange(withRole(row, column.name, next))}
        />
      </td>
    </tr>
  );
}
