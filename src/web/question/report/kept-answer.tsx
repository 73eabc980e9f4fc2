import type { ReactNode } from "react";
import { endpoints } from "../../../protocol/endpoint.ts";
import { isQuestion } from "../../../protocol/question/savable.ts";
import type { AnsweredQuestion, AskedOf } from "../../../protocol/question/saved.ts";
import { useLanguage } from "../../language/language.ts";
import { Still } from "../still.ts";
import { reportText } from "./text.ts";
import { views } from "./views.tsx";

/** The last answer of a saved question as its own page draws it. */
export function KeptAnswer({ saved }: { readonly saved: AnsweredQuestion }) {
  const t = reportText[useLanguage()];
  const { question, answer, names, shown } = saved;
  if (!isQuestion(question) || answer === null) return null;
  // An older Spoor may have kept another shape; then there is nothing to draw until it is refreshed.
  const read = endpoints[question].answer.safeParse(answer);
  if (!read.success) return <p className="quiet">{t.olderAnswer}</p>;
  if (shown?.journeys === 0) return <p className="quiet">{t.noJourneys}</p>;
  const draw = views[question] as
    | ((answer: unknown, names: ReadonlyMap<string, string>, asked: AskedOf) => ReactNode)
    | null;
  if (draw === null) return null;
  return (
    <Still value={true}>
      <div className="report-answer">
        {draw(read.data, new Map(Object.entries(names)), saved.asked)}
      </div>
    </Still>
  );
}
