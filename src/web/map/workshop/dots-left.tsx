import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { workshopText } from "./text.ts";

/** More than this do not fit beside the words on a phone. */
const DRAWN = 10;

/** Always in sight: the dots that a guest still has. */
export function DotsLeft({ left, of }: { readonly left: number; readonly of: number }) {
  const t = workshopText[useLanguage()];
  const f = useFormat();
  return (
    <p className="dots-left">
      {of <= DRAWN && (
        <span className="dots-left-drawn" aria-hidden="true">
          {Array.from({ length: of }, (_, at) => (
            <i key={at} data-given={at >= left || undefined} />
          ))}
        </span>
      )}
      {t.dotsLeft(f.number(left), f.number(of))}
    </p>
  );
}
