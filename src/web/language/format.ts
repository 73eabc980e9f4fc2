import { formatIn, type Format } from "../../core/message/format.ts";
import { useLanguage } from "./language.ts";

export { formatIn, type Format } from "../../core/message/format.ts";

/** The figures of the language on the screen. */
export function useFormat(): Format {
  return formatIn(useLanguage());
}
