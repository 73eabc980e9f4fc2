import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { ReportBlock, WholeReport } from "../../../protocol/question/report.ts";
import type { AnsweredQuestion } from "../../../protocol/question/saved.ts";
import { useAnswer } from "../../app/answer.ts";
import { Trouble, troubleWords } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useLanguage } from "../../language/language.ts";
import { PartMenu } from "../../map/edit/part-menu.tsx";
import "../saved/saved.css";
import "../question.css";
import { AddBlock } from "./add-block.tsx";
import { Contents } from "./contents.tsx";
import { moved, type Way } from "./moved.ts";
import { OpenQuestion, QuestionBlock, TextBlock } from "./report-block.tsx";
import { ReportHead } from "./report-head.tsx";
import "./report.css";
import { reportText } from "./text.ts";
import { useRefresh } from "./use-refresh.ts";
import { useReport } from "./use-report.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";

/** A report: read, edited, refreshed and shared. */
export function ReportRoute() {
  const workspace = useWorkspaceSlug();
  const report = useParams({ strict: false }).report ?? "";
  const whole = useAnswer("report", { workspace, report });
  if (whole.isError) return <Trouble error={whole.error} onAgain={() => void whole.refetch()} />;
  if (whole.data === undefined) return <Waiting />;
  return <ReportPage key={whole.data.report.id} whole={whole.data} />;
}

const ways = ["first", "up", "down", "last"] as const;

function ReportPage({ whole }: { readonly whole: WholeReport }) {
  const { report, questions } = whole;
  const t = reportText[useLanguage()];
  const [editing, setEditing] = useState(report.blocks.length === 0);
  const deeds = useReport(whole);
  const { progress, failed, refresh } = useRefresh(whole);
  const [said, setSaid] = useState("");
  const { blocks } = report;
  const byId = new Map(questions.map((each) => [each.id, each]));
  const nameOf = (block: ReportBlock) =>
    block.kind === "text" ? t.aText : (byId.get(block.question)?.name ?? block.question);

  function move(at: number, way: Way): void {
    const block = blocks[at];
    if (!block) return;
    const after = moved(blocks, at, way);
    deeds.write({ blocks: after });
    const place = after.indexOf(block) + 1;
    setSaid(place === 0 ? "" : t.moved(nameOf(block), place, after.length));
  }

  const menuOf = (block: ReportBlock, at: number) =>
    editing && (
      <PartMenu
        label={t.move(nameOf(block))}
        tabbable
        groups={[
          ways.map((way) => ({ key: way, words: t[way], does: () => move(at, way) })),
          [{ key: "remove", words: t.remove, does: () => move(at, "remove") }],
        ]}
      />
    );

  return (
    <div className="page report">
      <ReportHead
        whole={whole}
        deeds={deeds}
        editing={editing}
        onEdit={setEditing}
        progress={progress}
        onRefresh={() => refresh(null)}
      />
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {!editing && <Contents questions={questions} />}
      {blocks.length === 0 && <p className="none">{t.emptyReport}</p>}
      {blocks.map((block, at) => (
        <section className="report-block" key={block.id}>
          {block.kind === "text" ? (
            <TextBlock
              text={block.text}
              menu={menuOf(block, at)}
              onChange={
                editing
                  ? (text) => deeds.write({ blocks: blocks.with(at, { ...block, text }) })
                  : null
              }
            />
          ) : (
            <Asked
              saved={byId.get(block.question)}
              menu={menuOf(block, at)}
              busy={progress !== null}
              refreshing={progress?.now === block.question}
              failure={failed.get(block.question)}
              onRefresh={() => refresh(block.question)}
            />
          )}
        </section>
      ))}
      {editing && <AddBlock onAdd={(block) => deeds.write({ blocks: [...blocks, block] })} />}
    </div>
  );
}

function Asked(props: {
  readonly saved: AnsweredQuestion | undefined;
  readonly menu: React.ReactNode;
  /** Something is being computed; this is. */
  readonly busy: boolean;
  readonly refreshing: boolean;
  /** Why it could not even be tried. */
  readonly failure: unknown;
  readonly onRefresh: () => void;
}) {
  const { saved, failure } = props;
  const language = useLanguage();
  const t = reportText[language];
  if (saved === undefined)
    return (
      <header>
        <p className="saved-trouble">{t.gone}</p>
        {props.menu}
      </header>
    );
  return (
    <QuestionBlock
      saved={saved}
      menu={props.menu}
      failure={failure === undefined ? null : troubleWords(failure, language)}
    >
      <button type="button" className="link-button" disabled={props.busy} onClick={props.onRefresh}>
        {props.refreshing ? t.refreshing : t.refreshOne}
        <span className="visually-hidden">{` ${saved.name}`}</span>
      </button>{" "}
      <OpenQuestion saved={saved} />
      {saved.deleted !== null && ` · ${t.binned}`}
    </QuestionBlock>
  );
}
