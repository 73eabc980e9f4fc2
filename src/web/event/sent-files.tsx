import { troubleWords } from "../app/trouble.tsx";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { useText } from "../language/text.ts";
import type { SentFile } from "./use-sent-files.ts";

/** The files of the set, and how far each has been sent. */
export function SentFiles(props: {
  readonly files: readonly SentFile[];
  readonly onRemove: (key: number) => void;
}) {
  const language = useLanguage();
  const t = useText();
  const format = useFormat();
  return (
    <ul className="sent-files">
      {props.files.map(({ key, file, share, upload, error }) => (
        <li key={key}>
          <span className="sent-name">{file.name}</span>
          <span className="quiet">{format.bytes(file.size)}</span>
          {upload === null && error === null ? (
            <progress max={1} value={share} aria-label={t.import.sending(file.name)} />
          ) : (
            <span className={error === null ? "quiet" : "pain"}>
              {error === null ? t.import.sent : troubleWords(error, language)}
            </span>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={t.import.takeOut(file.name)}
            onClick={() => props.onRemove(key)}
          >
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.3" />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  );
}
