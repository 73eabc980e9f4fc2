import type { ErasurePreview } from "../../../core/people/erasure.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { eraseText } from "./text.ts";

/** What of somebody would go, in numbers. */
export function EraseNumbers({ preview }: { readonly preview: ErasurePreview }) {
  const t = eraseText[useLanguage()];
  const f = useFormat();
  const { events, sources, journeys, comments, identifiers, quarantined, mentioned } = preview;
  const lines = [
    ...(events > 0 ? [t.events(events, sources.length)] : []),
    ...(journeys > 0 ? [t.journeys(journeys)] : []),
    ...(comments > 0 ? [t.comments(comments)] : []),
    ...(identifiers.length > 0 ? [t.identifiers(identifiers.length)] : []),
    ...(quarantined > 0 ? [t.quarantined(quarantined)] : []),
    ...(mentioned > 0 ? [t.mentioned(mentioned)] : []),
  ];
  return (
    <>
      {identifiers.length > 0 && (
        <p className="erase-whom">
          {identifiers.map(({ kind, value }) => `${kind} ${value}`).join(" · ")}
        </p>
      )}
      {preview.people > 1 && <p className="pain">{t.more(preview.people)}</p>}
      {events === 0 && <p>{t.nothing}</p>}
      <h3>{t.willGo}</h3>
      <ul className="erase-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {preview.first !== null && (
        <p className="quiet">{t.span(f.date(preview.first), f.date(preview.last))}</p>
      )}
      {preview.shared > 0 && <p className="quiet">{t.shared(preview.shared)}</p>}
    </>
  );
}
