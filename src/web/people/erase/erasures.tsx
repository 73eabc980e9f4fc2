import { useState } from "react";
import type { Erasure } from "../../../core/people/erasure.ts";
import { useAnswer } from "../../app/answer.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { FindPerson, type Chosen } from "../find-person.tsx";
import { ErasePerson } from "./erase-person.tsx";
import { Proof } from "./proof.tsx";
import { eraseText } from "./text.ts";

/** Who was erased, without a word about whom: each with its proof. */
export function Erasures({ workspace }: { readonly workspace: string }) {
  const t = eraseText[useLanguage()];
  const { data, error, refetch } = useAnswer(
    "erasures",
    { workspace },
    { refetchInterval: (last) => (last?.some(({ state }) => state === "running") ? 1000 : false) },
  );
  const [seeking, setSeeking] = useState(false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <section className="privacy-section" aria-labelledby="privacy-erasures">
      <header className="privacy-section-head">
        <h2 id="privacy-erasures">{t.title}</h2>
        {!seeking && (
          <button type="button" className="button" onClick={() => setSeeking(true)}>
            {t.open}
          </button>
        )}
      </header>
      <p className="privacy-about">{t.about}</p>
      {seeking && (
        <div className="erase-seek">
          <h3>{t.who}</h3>
          <FindPerson workspace={workspace} onChoose={setChosen} />
          {chosen !== null && (
            <p>
              {chosen.about} <ErasePerson workspace={workspace} person={chosen.person} />
            </p>
          )}
        </div>
      )}
      {error ? (
        <Trouble error={error} onAgain={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : data.length === 0 ? (
        <div className="privacy-none">
          <p>{t.none}</p>
          <p className="quiet">{t.noneHint}</p>
        </div>
      ) : (
        <ul className="erasures">
          {data.map((erasure) => (
            <OneErasure key={erasure.id} erasure={erasure} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OneErasure({ erasure }: { readonly erasure: Erasure }) {
  const t = eraseText[useLanguage()];
  const f = useFormat();
  const { id, state, step, who, started, proof } = erasure;
  const verdict =
    state === "running"
      ? `${t.running}: ${t.steps[step]}`
      : state === "failed" || proof === null
        ? t.failed
        : proof.clean
          ? t.clean
          : t.found(
              proof.bytes.found.length + proof.tables.filter(({ found }) => found > 0).length,
            );
  return (
    <li>
      <details>
        <summary>
          <span>{t.line(id, f.dateTime(started), who)}</span>
          <span className={state === "done" && proof?.clean ? "quiet" : "pain"}>{verdict}</span>
        </summary>
        {state !== "running" && <Proof erasure={erasure} />}
      </details>
    </li>
  );
}
