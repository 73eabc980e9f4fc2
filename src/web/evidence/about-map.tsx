import { personaOf } from "../../core/evidence/field-note.ts";
import type { FieldDraft } from "../../core/evidence/field-note.ts";
import { useAnswer } from "../app/answer.ts";
import { Trouble } from "../app/trouble.tsx";
import { Waiting } from "../app/waiting.tsx";
import { useLanguage } from "../language/language.ts";
import { Moments } from "./moments.tsx";
import { fieldText } from "./text.ts";

const OTHER = "other";

/** Which moments and which customers of a map a note is about. */
export function AboutMap(props: {
  readonly workspace: string;
  readonly map: string;
  readonly draft: FieldDraft;
  readonly onChange: (part: Partial<FieldDraft>) => void;
}) {
  const t = fieldText[useLanguage()];
  const { workspace, map, draft, onChange } = props;
  const journey = useAnswer("map", { workspace, map });
  if (journey.isError)
    return <Trouble error={journey.error} onAgain={() => void journey.refetch()} />;
  if (journey.data === undefined || journey.data.id !== map) return <Waiting />;
  const { personas = [] } = journey.data;
  const persona = personaOf(draft);
  const other = draft.segment !== null && !personas.some(({ id }) => id === persona);
  return (
    <>
      <Moments
        journey={journey.data}
        chosen={draft.elements}
        onChange={(elements) => onChange({ elements: elements.slice(-20) })}
      />
      {(personas.length > 0 || other) && (
        <label>
          <span className="field-label">{t.aboutWhom}</span>
          <select
            value={other ? OTHER : (persona ?? "")}
            onChange={({ target }) =>
              onChange({ segment: target.value === "" ? null : { segment: target.value } })
            }
          >
            <option value="">{t.anybody}</option>
            {personas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            {other && (
              <option value={OTHER} disabled>
                {t.otherSegment}
              </option>
            )}
          </select>
        </label>
      )}
    </>
  );
}
