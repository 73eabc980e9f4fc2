import { troubleWords } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import type { Refused } from "./outbox.ts";
import { workshopText } from "./text.ts";

/** What the server would not have of what a guest did, and why; a text is there to be copied. */
export function RefusedDeeds(props: {
  readonly refused: readonly Refused[];
  readonly onUnderstood: () => void;
}) {
  const language = useLanguage();
  const t = workshopText[language];
  if (props.refused.length === 0) return null;
  return (
    <div className="guest-refused" role="alert">
      <ul>
        {props.refused.map(({ deed, error }, at) => {
          const why = troubleWords(error, language);
          return <li key={at}>{deed.do === "write" ? t.refused(deed.text, why) : why}</li>;
        })}
      </ul>
      <button type="button" className="button" onClick={props.onUnderstood}>
        {t.understood}
      </button>
    </div>
  );
}
