import { useState } from "react";
import type { Preview } from "../../core/event/import.ts";
import type { Mapping } from "../../core/event/mapping.ts";
import { sourceOfFile } from "../../core/event/source-of-file.ts";
import type { Answer } from "../app/client.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { BecomesTable } from "./becomes-table.tsx";
import { ColumnTable } from "./column-table.tsx";
import { Notes } from "./notes.tsx";
import { RowKindChoice } from "./row-kind.tsx";
import { RawRows } from "./raw-rows.tsx";
import { SourceSettings } from "./source-settings.tsx";
import { withRowKind } from "./source-change.ts";

export type RowEvent = Answer<"preview">["events"][number];

/** One file of the set: what its columns mean, and what its first rows become. */
export function FileMapping(props: {
  readonly file: Preview;
  readonly events: readonly RowEvent[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
  readonly startOpen: boolean;
}) {
  const { file, events, mapping, onChange } = props;
  const t = useText().import;
  const format = useFormat();
  const [place, setPlace] = useState(0);
  const at = sourceOfFile(mapping, file.name);
  const source = mapping.sources[at];
  const row = source?.rows[place] ?? source?.rows[0];
  const shown = source?.rows[place] === undefined ? 0 : place;
  return (
    <details className="file-mapping" open={props.startOpen}>
      <summary>
        <h2>{file.name}</h2>
        <span className="quiet">
          {t.file.about(file.format.toUpperCase(), format.bytes(file.bytes))}
          {" · "}
          {t.file.columns(file.columns.length)}
        </span>
      </summary>
      <Notes notes={file.notes} />
      {source === undefined || row === undefined ? (
        <p className="pain">{t.file.noSource}</p>
      ) : (
        <>
          <RowKindChoice
            mapping={mapping}
            at={at}
            place={shown}
            onPlace={setPlace}
            onChange={onChange}
          />
          <ColumnTable
            file={file}
            row={row}
            onChange={(next) => onChange(withRowKind(mapping, at, shown, next))}
          />
          <SourceSettings mapping={mapping} at={at} onChange={onChange} />
          <BecomesTable events={events} />
          <RawRows file={file} />
        </>
      )}
    </details>
  );
}
