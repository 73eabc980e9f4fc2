import { useText } from "../language/text.ts";
import type { DurationUnit, Role } from "./column-roles.ts";
import { LateInput } from "./late-input.tsx";

const units: readonly DurationUnit[] = ["seconds", "minutes", "hours", "days"];
const kinds = ["customer", "email", "phone", "cookie", "device", "account", "order"];

/** What a meaning needs to be complete: the kind of an identifier, the scale of a score, a unit. */
export function RoleDetails(props: {
  readonly role: Role;
  readonly column: string;
  readonly onChange: (role: Role) => void;
}) {
  const { role, onChange } = props;
  const t = useText().import;
  if (role.as === "who") {
    return (
      <>
        <Detail
          label={t.detail.kind}
          value={role.kind}
          list="identifier-kinds"
          onChange={(kind) => onChange({ ...role, kind })}
        />
        <datalist id="identifier-kinds">
          {kinds.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </datalist>
      </>
    );
  }
  if (role.as === "attribute" || role.as === "number" || role.as === "moment") {
    return (
      <Detail
        label={t.detail.name}
        value={role.name}
        onChange={(name) => onChange({ ...role, name })}
      />
    );
  }
  if (role.as === "score") {
    const [worst, best] = role.scale;
    return (
      <>
        <Detail
          label={t.detail.worst}
          value={`${worst}`}
          type="number"
          onChange={(value) => onChange({ ...role, scale: [Number(value), best] })}
        />
        <Detail
          label={t.detail.best}
          value={`${best}`}
          type="number"
          onChange={(value) => onChange({ ...role, scale: [worst, Number(value)] })}
        />
      </>
    );
  }
  if (role.as === "amount") {
    return (
      <Detail
        label={t.detail.currency}
        value={role.currency}
        maxLength={3}
        onChange={(currency) => {
          if (currency.length === 3) onChange({ ...role, currency: currency.toUpperCase() });
        }}
      />
    );
  }
  if (role.as === "duration") {
    return (
      <label className="detail">
        <span className="field-label">{t.detail.unit}</span>
        <select
          value={role.unit}
          onChange={(event) => {
            const unit = units.find((each) => each === event.target.value);
            if (unit !== undefined) onChange({ ...role, unit });
          }}
        >
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {t.units[unit]}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return null;
}

function Detail(props: {
  readonly label: string;
  readonly value: string;
  readonly list?: string;
  readonly type?: "text" | "number";
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
}) {
  const { label, onChange, ...rest } = props;
  return (
    <label className="detail">
      <span className="field-label">{label}</span>
      <LateInput
        {...rest}
        onChange={(value) => {
          if (value !== "") onChange(value);
        }}
      />
    </label>
  );
}
