import { singles } from "../../../core/map/command.ts";
import type { Refused } from "../../../core/map/session.ts";
import type { MapText } from "../text.ts";

type Props = {
  readonly refused: readonly (Refused & { readonly because: string })[];
  readonly words: MapText["edit"];
  readonly onClose: () => void;
};

/** What could not be done, why, and what was typed, so that it can be used elsewhere. */
export function RefusedNotice({ refused, words, onClose }: Props) {
  if (refused.length === 0) return null;
  return (
    <div className="refused" role="alert">
      <p className="refused-title">{words.refused}</p>
      <ul>
        {refused.map((one, at) => (
          <li key={`${at}`}>
            <strong>{one.said}</strong>
            <span>{one.because}</span>
            {typed(one).map((text) => (
              <blockquote key={text}>{text}</blockquote>
            ))}
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={onClose}>
        {words.understood}
      </button>
    </div>
  );
}

/** The texts in a command that was not done. */
function typed({ command }: Refused): string[] {
  return singles(command).flatMap((one) => {
    if (one.do === "set") return typeof one.to === "string" ? [one.to] : [];
    if (one.do !== "add") return [];
    return ["title", "text", "name"].flatMap((field) => {
      const value = one.element[field];
      return typeof value === "string" ? [value] : [];
    });
  });
}
