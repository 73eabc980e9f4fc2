import type { Note } from "../../../protocol/map/workshop.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { workshopText } from "./text.ts";

type Props = {
  readonly note: Pick<Note, "kind" | "text">;
  /** Where it stands, when that is to be said with it. */
  readonly place?: string | null;
};

/** What a note says, and what it is: in a word, and as the map would set it. */
export function NoteText({ note: { kind, text }, place = null }: Props) {
  const t = workshopText[useLanguage()];
  const { quote } = useText().map;
  return (
    <>
      <p className="note-kind">
        <span>{t.kinds[kind]}</span>
        {place !== null && ` · ${place}`}
      </p>
      {/* Guests write in any direction; one note does not turn the next. */}
      <p className="note-text" dir="auto">
        {kind === "quote" ? quote(text) : text}
      </p>
    </>
  );
}
