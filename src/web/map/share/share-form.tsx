import { useState } from "react";
import type { FormEvent } from "react";
import { useLanguage } from "../../language/language.ts";
import { shareText } from "./text.ts";

/** A link that somebody asks for. */
export type Asked = {
  readonly kind: "read" | "embed";
  readonly figures: boolean;
  readonly expires: string | null;
};

const kinds = ["read", "embed"] as const;

/** What a link is for, whether it shows figures, and until when it works. */
export function ShareForm(props: {
  readonly waiting: boolean;
  readonly onMake: (asked: Asked) => void;
}) {
  const t = shareText[useLanguage()];
  const [kind, setKind] = useState<Asked["kind"]>("read");
  const [figures, setFigures] = useState(false);
  const [until, setUntil] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onMake({ kind, figures, expires: endOf(until) });
  };
  return (
    <form className="share-form" onSubmit={submit}>
      <fieldset>
        <legend className="field-label">{t.kind}</legend>
        {kinds.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="share-kind"
              checked={kind === each}
              onChange={() => setKind(each)}
            />
            {t.kinds[each]}
          </label>
        ))}
      </fieldset>
      <label>
        <input
          type="checkbox"
          checked={figures}
          onChange={(event) => setFigures(event.target.checked)}
        />
        {t.figures}
      </label>
      <label>
        <span className="field-label">{t.until}</span>
        <input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={props.waiting}>
        {t.make}
      </button>
    </form>
  );
}

/** The last second of a day where the reader is; null for no day. */
function endOf(day: string): string | null {
  return day === "" ? null : new Date(`${day}T23:59:59`).toISOString();
}
