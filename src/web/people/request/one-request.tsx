import { useState } from "react";
import {
  daysBetween,
  IdentityCheck,
  RequestEnd,
  standingOn,
  type PrivacyRequest,
  type RequestStep,
} from "../../../core/people/request.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { dayOf } from "../../question/filter-change.ts";
import { ErasePerson } from "../erase/erase-person.tsx";
import { RequestActions } from "./request-actions.tsx";
import { requestText } from "./text.ts";

type Props = { readonly workspace: string; readonly request: PrivacyRequest };

/** A line of the register; opened, what was done for it and what can be done. */
export function OneRequest({ workspace, request }: Props) {
  const t = requestText[useLanguage()];
  const f = useFormat();
  const [today] = useState(() => dayOf(new Date().toISOString()));
  const { kind, number, end, closed, deadline, about, extended } = request;
  const standing = standingOn(today, request);
  const erased = kind === "erasure" && end === "done";
  return (
    <li data-standing={standing}>
      <details>
        <summary>
          <span className="request-kind">{t.line(number, t.kinds[kind])}</span>
          <span className="request-about">{about || (erased ? t.erased : t.unknown)}</span>
          {end === null ? (
            <span className="request-until">
              {t.until(f.date(deadline))}
              <span className="request-left">{t.left(daysBetween(today, deadline))}</span>
            </span>
          ) : (
            <span className="request-until">{t.on(t.ended[end], f.date(closed))}</span>
          )}
        </summary>
        <div className="request-body">
          <p>
            {[
              t.on(t.steps.received, f.date(request.received)),
              t.ways[request.way],
              t.bys[request.by],
            ].join(" · ")}
          </p>
          <p>
            <span className="quiet">{t.identified}</span>{" "}
            {request.identified === null
              ? t.notIdentified
              : t.on(t.checks[request.identified.how], f.date(request.identified.on))}
          </p>
          {extended !== null && <p>{t.extended(f.date(extended.told), extended.reason)}</p>}
          {kind === "erasure" && end === null && request.people.length === 1 && (
            <ErasePerson workspace={workspace} person={request.people[0]!} request={request.id} />
          )}
          <RequestActions workspace={workspace} request={request} today={today} />
          <Log steps={request.steps} />
        </div>
      </details>
    </li>
  );
}

/** Everything that was done, oldest first. */
function Log({ steps }: { readonly steps: readonly RequestStep[] }) {
  const t = requestText[useLanguage()];
  const f = useFormat();
  return (
    <>
      <h3>{t.log}</h3>
      <ol className="request-log">
        {steps.map((step) => (
          <li key={`${step.at} ${step.what} ${step.detail}`}>
            <time dateTime={step.at}>{f.dateTime(step.at)}</time>
            <span>{[t.steps[step.what], detailWords(step, t)].filter(Boolean).join(": ")}</span>
            <span className="quiet">{step.who}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function detailWords({ what, detail }: RequestStep, t: (typeof requestText)["en"]): string {
  if (what === "received") return Object.entries(t.ways).find(([way]) => way === detail)?.[1] ?? "";
  if (what === "identified") return t.checks[IdentityCheck.parse(detail)];
  if (what === "exported") return detail.toUpperCase();
  if (what !== "closed") return detail;
  const [end = "", ...reason] = detail.split(": ");
  return [t.ended[RequestEnd.parse(end)], reason.join(": ")].filter(Boolean).join("; ");
}
