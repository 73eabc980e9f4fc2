import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useNotesOf } from "./notes-of.ts";
import { workshopText } from "./text.ts";

/** At the head of a touchpoint: how many notes the workshop put there. */
export function NoteMark({ touchpoint }: { readonly touchpoint: string }) {
  const t = workshopText[useLanguage()];
  const f = useFormat();
  const count = useNotesOf(touchpoint).length;
  if (count === 0) return null;
  const words = t.mark(f.number(count), count === 1);
  return (
    <span className="note-mark" role="img" aria-label={words} title={words}>
      {f.number(count)}
    </span>
  );
}
