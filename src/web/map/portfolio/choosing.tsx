import { useLanguage } from "../../language/language.ts";
import { portfolioText } from "./text.ts";

/** Chooses maps to be compared. */
export function Choosing(props: {
  /** Null while nobody chooses. */
  readonly choice: readonly string[] | null;
  readonly onChoice: (choice: readonly string[] | null) => void;
  readonly onCompare: (ids: readonly string[]) => void;
}) {
  const { choice, onChoice, onCompare } = props;
  const t = portfolioText[useLanguage()];
  return (
    <div className="atlas-choosing">
      {choice === null ? (
        <button type="button" className="link-button" onClick={() => onChoice([])}>
          {t.choose}
        </button>
      ) : (
        <>
          <span role="status">{t.choosing(choice.length)}</span>
          <button
            type="button"
            className="button"
            disabled={choice.length < 2}
            onClick={() => onCompare(choice)}
          >
            {t.compare}
          </button>
          <button type="button" className="link-button" onClick={() => onChoice(null)}>
            {t.stop}
          </button>
        </>
      )}
    </div>
  );
}
