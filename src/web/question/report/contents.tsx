import type { AnsweredQuestion } from "../../../protocol/question/saved.ts";
import { useLanguage } from "../../language/language.ts";
import { reportText } from "./text.ts";

/** Few enough to be seen without being told. */
const FEW = 3;

/** What stands in a report, to go there at once. */
export function Contents({ questions }: { readonly questions: readonly AnsweredQuestion[] }) {
  const t = reportText[useLanguage()];
  if (questions.length < FEW) return null;
  return (
    <nav aria-label={t.contents}>
      <ol className="report-contents">
        {questions.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${anchorOf(id)}`} dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Where a question stands on the page of a report. */
export function anchorOf(id: string): string {
  return `question-${id}`;
}
