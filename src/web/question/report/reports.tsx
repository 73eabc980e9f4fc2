import { useLanguage } from "../../language/language.ts";
import { SavedList } from "../saved/saved-list.tsx";
import { savedText } from "../saved/text.ts";

/** What is asked more than once. */
export function ReportsRoute() {
  const t = savedText[useLanguage()];
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      <SavedList />
    </div>
  );
}
