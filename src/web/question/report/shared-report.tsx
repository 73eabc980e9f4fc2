import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { useAnswer } from "../../app/answer.ts";
import { Waiting } from "../../app/waiting.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { Gone, isGone } from "../../map/share/gone.tsx";
import "../question.css";
import "../saved/saved.css";
import { Contents } from "./contents.tsx";
import { QuestionBlock, TextBlock } from "./report-block.tsx";
import { Together } from "./report-head.tsx";
import "./report.css";
import { reportText } from "./text.ts";

/** A report for people outside: its last answers, only to be read. */
export function SharedReportRoute() {
  const secret = useParams({ strict: false }).secret ?? "";
  const t = reportText[useLanguage()];
  const format = useFormat();
  const { data, error, refetch } = useAnswer("sharedReport", { secret });
  const title = data?.title;
  useEffect(() => {
    if (title !== undefined) document.title = title;
  }, [title]);
  if (error !== null && (isGone(error) || data === undefined))
    return <Gone error={error} onAgain={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const byId = new Map(data.questions.map((each) => [each.id, each]));
  return (
    <main className="page report">
      <header className="page-head">
        <h1 dir="auto">{data.title}</h1>
        <Together questions={data.questions} />
        <Contents questions={data.questions} />
      </header>
      {data.blocks.map((block) => {
        const saved = block.kind === "question" ? byId.get(block.question) : undefined;
        return (
          <section className="report-block" key={block.id}>
            {block.kind === "text" && <TextBlock text={block.text} onChange={null} />}
            {saved && <QuestionBlock saved={saved} />}
          </section>
        );
      })}
      <p className="quiet">
        {t.sharedUntil(format.date(data.expires))} {t.made}
      </p>
    </main>
  );
}
