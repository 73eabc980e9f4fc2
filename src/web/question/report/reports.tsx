import { useLanguage } from "../../language/language.ts";
import { SavedList } from "../saved/saved-list.tsx";
import { savedText } from "../saved/text.ts";
import { ReportList } from "./report-list.tsx";
import "./report.css";

/** What is asked more than once, and the pages that it stands on together. */
export function ReportsRoute() {
  const t = savedText[useLanguage()];
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      <ReportList />
      <SavedList />
    </div>
  );
}
