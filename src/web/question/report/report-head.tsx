import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { WholeReport } from "../../../protocol/question/report.ts";
import { AnswerFormat, type AnsweredQuestion } from "../../../protocol/question/saved.ts";
import { endpoints } from "../../../protocol/endpoint.ts";
import { addressOf } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { ReportSharing } from "./report-sharing.tsx";
import { savedText } from "../saved/text.ts";
import { reportText } from "./text.ts";
import type { ReportDeeds } from "./use-report.ts";

/** Title of a report, what can be done with it, and whether its figures belong together. */
export function ReportHead(props: {
  readonly whole: WholeReport;
  readonly deeds: ReportDeeds;
  readonly editing: boolean;
  readonly onEdit: (editing: boolean) => void;
  readonly progress: { readonly done: number; readonly of: number; readonly now: string } | null;
  readonly onRefresh: () => void;
}) {
  const { whole, deeds, editing, progress } = props;
  const { id, title } = whole.report;
  const workspace = useWorkspaceSlug();
  const language = useLanguage();
  const [t, words] = [reportText[language], savedText[language]];
  const nameNow = whole.questions.find((each) => each.id === progress?.now)?.name ?? "";
  return (
    <header className="page-head">
      <p>
        <Link to="/w/$workspace/reports" params={{ workspace }}>
          {t.back}
        </Link>
      </p>
      {editing ? (
        <Title key={title} title={title} onChange={(next) => deeds.write({ title: next })} />
      ) : (
        <h1 dir="auto">{title}</h1>
      )}
      <div className="report-deeds">
        <button type="button" className="link-button" onClick={() => props.onEdit(!editing)}>
          {editing ? t.done : t.edit}
        </button>
        {editing && (
          <button
            type="button"
            className="link-button"
            disabled={!deeds.canUndo || deeds.pending}
            onClick={deeds.undo}
          >
            {t.undo}
          </button>
        )}
        {whole.questions.length > 0 && (
          <button
            type="button"
            className="link-button"
            disabled={progress !== null}
            onClick={props.onRefresh}
          >
            {t.refresh}
          </button>
        )}
        {whole.report.blocks.length > 0 &&
          AnswerFormat.options.map((format) => (
            <a
              key={format}
              download
              href={addressOf(endpoints.reportFile, { workspace, report: id, format, language })}
            >
              {words[format]}
            </a>
          ))}
        <button type="button" className="link-button" onClick={() => print()}>
          {t.print}
        </button>
        <ReportSharing workspace={workspace} report={id} />
        <span role="status" className="quiet">
          {progress && (
            <>
              <progress aria-label={t.refresh} value={progress.done} max={progress.of} />{" "}
              {t.progress(progress.done + 1, progress.of, nameNow)}
            </>
          )}
        </span>
      </div>
      <Together questions={whole.questions} />
      {deeds.error && <Trouble error={deeds.error} />}
    </header>
  );
}

/** Says whether all figures are computed from the same data. */
export function Together({ questions }: { readonly questions: readonly AnsweredQuestion[] }) {
  const t = reportText[useLanguage()];
  const format = useFormat();
  const answered = questions.filter(({ answer }) => answer !== null);
  const [first] = answered;
  if (!first) return null;
  const same = first.state !== null && answered.every(({ state }) => state === first.state);
  const last =
    answered
      .map((each) => each.answered ?? "")
      .toSorted()
      .at(-1) ?? "";
  return (
    <p className={same ? "quiet" : "report-differ"}>
      {same ? t.same(format.dateTime(last)) : t.differ}
    </p>
  );
}

function Title(props: { readonly title: string; readonly onChange: (title: string) => void }) {
  const t = reportText[useLanguage()];
  const [title, setTitle] = useState(props.title);
  return (
    <h1>
      <input
        className="report-title-input"
        aria-label={t.title}
        maxLength={160}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={() => {
          const next = title.trim();
          if (next === "") setTitle(props.title);
          else if (next !== props.title) props.onChange(next);
        }}
      />
    </h1>
  );
}
