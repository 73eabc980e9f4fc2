import { useState } from "react";
import type { PrivacyRequest } from "../../../core/people/request.ts";
import { useAnswer } from "../../app/answer.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useLanguage } from "../../language/language.ts";
import { NewRequest } from "./new-request.tsx";
import { OneRequest } from "./one-request.tsx";
import { requestText } from "./text.ts";

/** The register: what is open by its last day, what is closed below, and a form for the next. */
export function Requests({ workspace }: { readonly workspace: string }) {
  const t = requestText[useLanguage()];
  const { data, error, refetch } = useAnswer("privacyRequests", { workspace });
  const [adding, setAdding] = useState(false);
  return (
    <section className="privacy-section" aria-labelledby="privacy-requests">
      <header className="privacy-section-head">
        <h2 id="privacy-requests">{t.title}</h2>
        {!adding && (
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {t.add}
          </button>
        )}
      </header>
      <p className="privacy-about">{t.about}</p>
      {adding && <NewRequest workspace={workspace} onDone={() => setAdding(false)} />}
      {error ? (
        <Trouble error={error} onAgain={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : (
        <Register workspace={workspace} requests={data.requests} />
      )}
    </section>
  );
}

type Listed = { readonly workspace: string; readonly requests: readonly PrivacyRequest[] };

function Register({ workspace, requests }: Listed) {
  const t = requestText[useLanguage()];
  const open = requests
    .filter(({ end }) => end === null)
    .toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1));
  const closed = requests.filter(({ end }) => end !== null);
  if (requests.length === 0) {
    return (
      <div className="privacy-none">
        <p>{t.none}</p>
        <p className="quiet">{t.noneHint}</p>
      </div>
    );
  }
  return (
    <>
      <List workspace={workspace} requests={open} />
      {closed.length > 0 && (
        <details className="privacy-closed">
          <summary>{t.closedOnes(closed.length)}</summary>
          <List workspace={workspace} requests={closed} />
        </details>
      )}
    </>
  );
}

function List({ workspace, requests }: Listed) {
  return (
    <ul className="requests">
      {requests.map((request) => (
        <OneRequest key={request.id} workspace={workspace} request={request} />
      ))}
    </ul>
  );
}
