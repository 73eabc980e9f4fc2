import type { Erasure } from "../../../core/people/erasure.ts";
import { say } from "../../../core/message/message.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { eraseText } from "./text.ts";

/** What shows that somebody is gone: what went, what was searched, what was found, what cannot be known. */
export function Proof({ erasure }: { readonly erasure: Erasure }) {
  const language = useLanguage();
  const t = eraseText[language];
  const f = useFormat();
  const { proof, problem, forGood } = erasure;
  if (proof === null) return problem && <p className="pain">{say(problem, language)}</p>;
  const { removed, tables, bytes, clean, unknown, redacted, uploads } = proof;
  const left = tables.filter(({ found }) => found > 0);
  const times = bytes.found.length + left.length;
  return (
    <div className="proof">
      {problem && <p className="pain">{say(problem, language)}</p>}
      <p className={clean ? "proof-verdict" : "proof-verdict pain"}>
        {clean ? t.clean : t.found(times)}
      </p>
      {!clean && (
        <ul>
          {bytes.found.map((each) => (
            <li key={each.folder}>{t.foundIn(each.folder, each.times)}</li>
          ))}
          {left.map(({ store, table, found }) => (
            <li key={`${store} ${table}`}>{t.foundRows(table, found)}</li>
          ))}
        </ul>
      )}
      <p>
        {t.searched(bytes.files, f.bytes(bytes.bytes), f.duration(bytes.milliseconds / 1000))}{" "}
        {t.tables(
          tables.length,
          tables.reduce((sum, { rows }) => sum + rows, 0),
        )}
      </p>
      <h3>{t.removed}</h3>
      <ul className="proof-removed">
        {removed.map(({ store, table, rows }) => (
          <li key={`${store} ${table}`}>
            <span>{table}</span> <span className="quiet">{t.rows(rows)}</span>
          </li>
        ))}
      </ul>
      {redacted > 0 && <p>{t.redacted(redacted)}</p>}
      {uploads > 0 && <p>{t.uploads(uploads)}</p>}
      {forGood && <p>{t.forGoodToo}</p>}
      {bytes.elsewhere > 0 && <p>{t.elsewhere(bytes.elsewhere)}</p>}
      <h3>{t.unknown}</h3>
      <ul className="quiet">
        {unknown.map((each) => (
          <li key={each}>{t.unknowns[each]}</li>
        ))}
      </ul>
    </div>
  );
}
