import { say } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { useLanguage, type Language } from "../language/language.ts";
import { textIn } from "../language/text.ts";
import { Refusal } from "./client.ts";

/** What went wrong, in words a reader can act on; the server's own where it gave them. */
export function troubleWords(error: unknown, language: Language): string {
  const words = textIn(language).app.trouble;
  if (error instanceof AppError && error.told) return say(error.told, language);
  if (error instanceof Refusal) {
    if (error.told) return say(error.told, language);
    if (error.code === "unreachable") return words.unreachable;
    return error.code === "unreadable" ? words.unreadable(error.message) : error.message;
  }
  return words.unexpected(error instanceof Error ? error.message : String(error));
}

/** A failure, told calmly where the picture would have been. */
export function Trouble(props: { readonly error: unknown; readonly onAgain?: () => void }) {
  const language = useLanguage();
  const t = textIn(language);
  return (
    <div className="trouble" role="alert">
      <h2>{t.app.trouble.title}</h2>
      <p>{troubleWords(props.error, language)}</p>
      {props.onAgain !== undefined && (
        <button type="button" className="button" onClick={props.onAgain}>
          {t.app.again}
        </button>
      )}
    </div>
  );
}
