import { Refusal } from "../../app/client.ts";
import { Trouble, troubleWords } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { shareText } from "./text.ts";

/** Does the server say that a link never was, was withdrawn, or is over? */
export function isGone(error: Error | null): boolean {
  return error instanceof Refusal && error.code === "not-found";
}

/** What a link leads to is not there, or could not be reached. */
export function Gone({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  const language = useLanguage();
  const t = shareText[language];
  if (!isGone(error)) return <Trouble error={error} onAgain={onAgain} />;
  return (
    <main className="page narrow shared-gone">
      <h1>{t.gone}</h1>
      <p className="lead">{troubleWords(error, language)}</p>
      <p>{t.goneHint}</p>
    </main>
  );
}
