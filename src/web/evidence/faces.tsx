import { useId } from "react";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { fieldText } from "./text.ts";

const feelings = [-2, -1, 0, 1, 2] as const;

type Props = {
  readonly feeling: number | null;
  readonly onChange: (feeling: number | null) => void;
};

/** Five faces from very bad to very good; the chosen one again takes it back. */
export function Faces({ feeling, onChange }: Props) {
  const t = fieldText[useLanguage()];
  const f = useFormat();
  const name = useId();
  return (
    <fieldset className="faces">
      <legend className="field-label">{t.how}</legend>
      <div>
        {feelings.map((each) => (
          <label key={each} data-chosen={feeling === each || undefined}>
            <input
              type="radio"
              name={name}
              checked={feeling === each}
              aria-label={`${t.faces[each + 2]} (${f.signed(each)})`}
              onChange={() => onChange(each)}
              onClick={() => {
                if (feeling === each) onChange(null);
              }}
            />
            <Face feeling={each} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A feeling of −2 … +2 as a face; what it says stands beside it in words. */
export function Face({ feeling }: { readonly feeling: number }) {
  const bend = 24 + feeling * 3.5;
  const ends = 24 - feeling * 1.5;
  return (
    <svg className="face" viewBox="0 0 36 36" aria-hidden="true">
      <circle cx="18" cy="18" r="16.5" />
      <path d={`M10.5 ${ends}Q18 ${bend} 25.5 ${ends}`} />
      <path d="M12.5 12.5v3M23.5 12.5v3" />
    </svg>
  );
}
