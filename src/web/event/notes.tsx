import { say, writeMessage, type Message } from "../../core/message/message.ts";
import { useLanguage } from "../language/language.ts";

/** What the reader should know of a file or an import. */
export function Notes({ notes }: { readonly notes: readonly Message[] }) {
  const language = useLanguage();
  if (notes.length === 0) return null;
  return (
    <ul className="notes">
      {notes.map((note) => (
        <li key={writeMessage(note)}>{say(note, language)}</li>
      ))}
    </ul>
  );
}
