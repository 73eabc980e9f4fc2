import { endpoints } from "../../protocol/endpoint.ts";
import type { AccessFormat } from "../../protocol/people/access.ts";
import { addressOf } from "../app/client.ts";
import { useLanguage } from "../language/language.ts";
import { privacyText } from "./text.ts";

/** All that is held of a person, to be taken along in the form that he asks for. */
export function AccessLinks(props: {
  readonly workspace: string;
  readonly person: string;
  /** One of them was taken. */
  readonly onTaken?: (format: AccessFormat) => void;
}) {
  const language = useLanguage();
  const t = privacyText[language].access;
  const { workspace, person, onTaken } = props;
  return (
    <p className="access-links">
      <span className="quiet">{t.title}</span>
      {(["pdf", "html", "csv", "json"] as const).map((format) => (
        <a
          key={format}
          href={addressOf(endpoints.personAccess, { workspace, person, format, language })}
          download
          onClick={() => onTaken?.(format)}
        >
          {t.formats[format]}
        </a>
      ))}
    </p>
  );
}
