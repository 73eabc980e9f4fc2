import { DateOrder } from "../../core/event/mapping.ts";
import type { Mapping } from "../../core/event/mapping.ts";
import { useText } from "../language/text.ts";
import { LateInput } from "./late-input.tsx";
import { withSource } from "./source-change.ts";

const orders = DateOrder.options;

/** What holds for all rows of a source: its name, its zone, how its dates are read. */
export function SourceSettings(props: {
  readonly mapping: Mapping;
  readonly at: number;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const { mapping, at, onChange } = props;
  const t = useText().import.file;
  const source = mapping.sources[at];
  if (source === undefined) return null;
  const change = (parts: Parameters<typeof withSource>[2]) =>
    onChange(withSource(mapping, at, parts));
  return (
    <div className="source-settings">
      <label>
        <span className="field-label">{t.source}</span>
        <LateInput
          value={source.name}
          maxLength={80}
          onChange={(name) => change({ name: name || source.name })}
        />
      </label>
      <label>
        <span className="field-label">{t.pattern}</span>
        <LateInput value={source.files} onChange={(files) => change({ files: files || "*" })} />
      </label>
      <label>
        <span className="field-label">{t.dateOrder}</span>
        <select
          value={source.dateOrder ?? "auto"}
          onChange={(event) =>
            change({ dateOrder: orders.find((order) => order === event.target.value) })
          }
        >
          {(["auto", ...orders] as const).map((order) => (
            <option key={order} value={order}>
              {t.dateOrders[order]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="field-label">{t.zone}</span>
        <LateInput
          value={source.zone ?? mapping.zone}
          list="zones"
          onChange={(zone) => change({ zone: zone === "" ? undefined : zone })}
        />
      </label>
      <datalist id="zones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </datalist>
      <label>
        <span className="field-label">{t.identical}</span>
        <select
          value={source.identicalRows ?? "one"}
          onChange={(event) =>
            change({ identicalRows: event.target.value === "separate" ? "separate" : undefined })
          }
        >
          <option value="one">{t.identicals.one}</option>
          <option value="separate">{t.identicals.separate}</option>
        </select>
      </label>
    </div>
  );
}
