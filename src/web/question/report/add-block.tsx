import type { ReportBlock } from "../../../protocol/question/report.ts";
import { useAnswer } from "../../app/answer.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useLanguage } from "../../language/language.ts";
import { drawn } from "../../map/edit/identity.ts";
import { ChooseOne } from "./choose-one.tsx";
import { reportText } from "./text.ts";

/** What can be added to a report: a saved question, or a text. */
export function AddBlock({ onAdd }: { readonly onAdd: (block: ReportBlock) => void }) {
  const workspace = useWorkspaceSlug();
  const t = reportText[useLanguage()];
  const saved = useAnswer("savedQuestions", { workspace }).data;
  return (
    <div className="report-adding">
      {saved?.length === 0 ? (
        <p className="quiet">{t.noQuestions}</p>
      ) : (
        <ChooseOne
          label={t.addQuestion}
          none={t.choose}
          choices={saved ?? []}
          deed={t.addIt}
          onChoose={(question) => onAdd({ id: drawn(12), kind: "question", question })}
        />
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
