import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import type { Version } from "../../../protocol/map/version.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { writeWhich } from "../compare/which.ts";
import { versionsText } from "./text.ts";

/** What a picker holds for the map as it is now. */
const NOW = "";

/** Chooses two moments of a map and lays them above each other. */
export function CompareForm(props: {
  readonly workspace: string;
  readonly map: string;
  /** Newest first, at least one. */
  readonly versions: readonly Version[];
}) {
  const { workspace, map, versions } = props;
  const t = versionsText[useLanguage()];
  const f = useFormat();
  const navigate = useNavigate();
  const [ends, setEnds] = useState({ from: String(versions[0]?.number ?? NOW), to: NOW });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const which = [ends.from, ends.to].map((picked) => ({
      map,
      version: picked === NOW ? null : Number(picked),
    }));
    void navigate({
      to: "/w/$workspace/compare",
      params: { workspace },
      search: { maps: writeWhich(which) },
    });
  };
  return (
    <form className="versions-compare" aria-label={t.compare} onSubmit={submit}>
      {(["from", "to"] as const).map((end) => (
        <label key={end}>
          <span className="field-label">{t[end]}</span>
          <select
            value={ends[end]}
            onChange={({ target }) => setEnds({ ...ends, [end]: target.value })}
          >
            <option value={NOW}>{t.now}</option>
            {versions.map(({ number, name, at }) => (
              <option key={number} value={number}>
                {`${name ?? t.automatic}, ${f.dateTime(at)}`}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" className="button" disabled={ends.from === ends.to}>
        {t.show}
      </button>
    </form>
  );
}
