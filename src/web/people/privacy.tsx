import { useAnswer } from "../app/answer.ts";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { Consents } from "./consent/consents.tsx";
import { privacyText } from "./text.ts";
import { Erasures } from "./erase/erasures.tsx";
import { Retention } from "./keep/retention.tsx";
import { Requests } from "./request/requests.tsx";
import "./privacy.css";

/** What is due, what is held and for what, what is kept how long: a page for who answers for it. */
export function PrivacyRoute() {
  const workspace = useWorkspaceSlug();
  const t = privacyText[useLanguage()];
  return (
    <div className="page privacy">
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
        <Due workspace={workspace} />
      </header>
      <Requests workspace={workspace} />
      <Consents workspace={workspace} />
      <Erasures workspace={workspace} />
      <Retention workspace={workspace} />
    </div>
  );
}

/** The one line that says whether anything has to be done now. */
function Due({ workspace }: { readonly workspace: string }) {
  const t = privacyText[useLanguage()];
  const f = useFormat();
  const { data } = useAnswer("privacyDue", { workspace });
  if (data === undefined) return null;
  const { open, soon, overdue, next } = data;
  return (
    <p className="privacy-due" data-standing={overdue > 0 ? "overdue" : soon > 0 ? "soon" : "open"}>
      {open === 0
        ? t.nothingDue
        : overdue > 0
          ? t.overdue(overdue, open)
          : t.due(open, soon, f.date(next))}
    </p>
  );
}
