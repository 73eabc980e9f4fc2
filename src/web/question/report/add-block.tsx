import { useId } from "react";
import type { ReportBlock } from "../../../protocol/question/report.ts";
import { useAnswer } from "../../app/answer.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useLanguage } from "../../language/language.ts";
import { drawn } from "../../map/edit/identity.ts";
import { reportText } from "./text.ts";

/** What can be added to a report: a saved question, or a text. */
export function AddBlock({ onAdd }: { readonly onAdd: (block: ReportBlock) => void }) {
  const workspace = useWorkspaceSlug();
  const t = reportText[useLanguage()];
  const id = useId();
  const saved = useAnswer("savedQuestions", { workspace }).data;
  return (
    <div className="report-adding">
      {saved?.length === 0 ? (
        <p className="quiet">{t.noQuestions}</p>
      ) : (
        <label htmlFor={id}>
          <span className="field-label">{t.addQuestion}</span>
          <select
            id={id}
            value=""
            onChange={(event) => {
              const question = event.target.value;
              if (question !== "") onAdd({ id: drawn(12), kind: "question", question });
            }}
          >
            <option value="">{t.choose}</option>
            {saved?.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button
        type="button"
        className="link-button"
        onClick={() => onAdd({ id: drawn(12), kind: "text", text: "" })}
      >
        {t.addText}
      </button>
    </div>
  );
}
