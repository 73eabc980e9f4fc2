import { useId } from "react";
import type { ReactNode } from "react";
import { FieldKind } from "../../core/evidence/field-note.ts";
import { endpoints } from "../../protocol/endpoint.ts";
import type { FieldWish } from "../../protocol/evidence/field-note.ts";
import { useAnswer } from "../app/answer.ts";
import { addressOf } from "../app/client.ts";
import { useLanguage } from "../language/language.ts";
import { fieldText } from "./text.ts";

/** Which notes are shown; an empty text is no demand. */
export type Chosen = {
  readonly kind: FieldKind | "";
  readonly map: string;
  readonly element: string;
  readonly loose: boolean;
  readonly search: string;
};

export const whole: Chosen = { kind: "", map: "", element: "", loose: false, search: "" };

/** What is asked of the server. */
export function asked({ kind, map, element, loose, search }: Chosen): FieldWish {
  return {
    ...(kind !== "" && { kind }),
    ...(map !== "" && { map }),
    ...(map !== "" && element !== "" && { element }),
    ...(loose && { loose: "1" as const }),
    ...(search.trim() !== "" && { search: search.trim() }),
  };
}

type Props = {
  readonly workspace: string;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly children: ReactNode;
};

/** Finds notes by their words, kind, map and moment; and takes what is found along. */
export function FieldFilter({ workspace, chosen, onChange, children }: Props) {
  const language = useLanguage();
  const t = fieldText[language];
  const id = useId();
  const maps = useAnswer("maps", { workspace }).data ?? [];
  const change = (part: Partial<Chosen>) => onChange({ ...chosen, ...part });
  return (
    <div className="field-filter" role="group" aria-label={t.filters}>
      <input
        type="search"
        aria-label={t.search}
        placeholder={t.search}
        value={chosen.search}
        onChange={({ target }) => change({ search: target.value })}
      />
      <span>
        <label className="quiet" htmlFor={`${id}-kind`}>
          {t.kind}
        </label>{" "}
        <select
          id={`${id}-kind`}
          value={chosen.kind}
          onChange={({ target }) => change({ kind: FieldKind.safeParse(target.value).data ?? "" })}
        >
          <option value="">{t.anyKind}</option>
          {FieldKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {t.kinds[kind]}
            </option>
          ))}
        </select>
      </span>
      {maps.length > 0 && (
        <span>
          <label className="quiet" htmlFor={`${id}-map`}>
            {t.map}
          </label>{" "}
          <select
            id={`${id}-map`}
            value={chosen.map}
            onChange={({ target }) => change({ map: target.value, element: "" })}
          >
            <option value="">{t.anyMap}</option>
            {maps.map((map) => (
              <option key={map.id} value={map.id}>
                {map.title}
              </option>
            ))}
          </select>
        </span>
      )}
      {chosen.map !== "" && (
        <Moment
          workspace={workspace}
          map={chosen.map}
          element={chosen.element}
          onChange={(element) => change({ element })}
        />
      )}
      <label className="field-loose">
        <input
          type="checkbox"
          checked={chosen.loose}
          onChange={({ target }) => change({ loose: target.checked })}
        />
        {t.loose}
      </label>
      <span className="field-found">
        {children}
        <a
          download={`${t.file}.csv`}
          href={addressOf(endpoints.fieldNotesCsv, { workspace, ...asked(chosen), language })}
        >
          {t.csv}
        </a>
      </span>
    </div>
  );
}

type Which = {
  readonly workspace: string;
  readonly map: string;
  readonly element: string;
  readonly onChange: (element: string) => void;
};

function Moment({ workspace, map, element, onChange }: Which) {
  const t = fieldText[useLanguage()];
  const id = useId();
  const { episodes } = useAnswer("map", { workspace, map }).data ?? { episodes: [] };
  return (
    <span>
      <label className="quiet" htmlFor={id}>
        {t.moment}
      </label>{" "}
      <select id={id} value={element} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t.anyMoment}</option>
        {episodes.map((episode) => (
          <optgroup key={episode.id} label={episode.title}>
            {episode.touchpoints.map(({ id: touchpoint, title }) => (
              <option key={touchpoint} value={touchpoint}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </span>
  );
}
