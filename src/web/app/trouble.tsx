import type { Text } from "../language/text.ts";
import { useText } from "../language/text.ts";
import { Refusal } from "./client.ts";

/** What went wrong, in words a reader can act on; the server's own where it gave them. */
export function troubleWords(error: unknown, t: Text): string {
  const words = t.app.trouble;
  if (error instanceof Refusal) {
    if (error.code === "unreachable") return words.unreachable;
    return error.code === "unreadable" ? words.unreadable(error.message) : error.message;
  }
  return words.unexpected(error instanceof Error ? error.message : String(error));
}

/** A failure, told calmly where the picture would have been. */
export function Trouble(props: { readonly error: unknown; readonly onAgain?: () => void }) {
  const t = useText();
  return (
    <div className="trouble" role="alert">
      <h2>{t.app.trouble.title}</h2>
      <p>{troubleWords(props.error, t)}</p>
      {props.onAgain !== undefined && (
        <button type="button" className="button" onClick={props.onAgain}>
          {t.app.again}
        </button>
      )}
    </div>
  );
}
