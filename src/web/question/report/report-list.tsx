import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Report } from "../../../protocol/question/report.ts";
import { useAnswer } from "../../app/answer.ts";
import { Bin } from "../../app/bin.tsx";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { rememberedName } from "../../map/edit/identity.ts";
import { reportText } from "./text.ts";

type Deed = { readonly do: "delete" | "restore"; readonly report: Report };

/** All reports of a workspace: opened, begun, thrown away and put back. */
export function ReportList() {
  const workspace = useWorkspaceSlug();
  const t = reportText[useLanguage()];
  const list = useAnswer("reports", { workspace });
  const binned = useAnswer("reports", { workspace, binned: "1" }).data ?? [];
  const queries = useQueryClient();
  const deed = useMutation({
    mutationFn: ({ do: what, report }: Deed) =>
      call(what === "delete" ? "deleteReport" : "restoreReport", { workspace, report: report.id }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["reports"] }),
  });
  if (list.isError) return <Trouble error={list.error} onAgain={() => void list.refetch()} />;
  if (list.data === undefined) return <Waiting />;
  const done = deed.isSuccess && deed.variables.do === "delete" ? deed.variables.report : null;
  return (
    <section>
      <h2 className="figure-title">{t.reports}</h2>
      {list.data.length === 0 && (
        <div className="none">
          <h3>{t.none}</h3>
          <p>{t.noneHint}</p>
        </div>
      )}
      {deed.isError && <Trouble error={deed.error} />}
      <div role="status" className="saved-said">
        {done && (
          <p>
            {t.removed(done.title)}{" "}
            <button
              type="button"
              className="link-button"
              onClick={() => deed.mutate({ do: "restore", report: done })}
            >
              {t.undo}
            </button>
          </p>
        )}
      </div>
      <ul className="saved-lines">
        {list.data.map((report) => (
          <Line
            key={report.id}
            report={report}
            onDelete={() => deed.mutate({ do: "delete", report })}
          />
        ))}
      </ul>
      <Begin />
      <Bin
        thrown={binned.map((report) => ({
          id: report.id,
          name: report.title,
          onPutBack: () => deed.mutate({ do: "restore", report }),
        }))}
        words={{ title: t.bin(binned.length), about: t.binAbout, putBack: t.putBack }}
      />
    </section>
  );
}

function Line(props: { readonly report: Report; readonly onDelete: () => void }) {
  const { id, title, blocks, changed } = props.report;
  const workspace = useWorkspaceSlug();
  const t = reportText[useLanguage()];
  const format = useFormat();
  return (
    <li className="saved-line">
      <h3 dir="auto">
        <Link to="/w/$workspace/reports/$report" params={{ workspace, report: id }}>
          {title}
        </Link>
      </h3>
      <p className="quiet">{`${t.parts(blocks.length)} · ${t.changed(format.dateTime(changed))}`}</p>
      <p className="saved-deeds">
        <button type="button" className="link-button" onClick={props.onDelete}>
          {t.removeReport}
          <span className="visually-hidden">{` ${title}`}</span>
        </button>
      </p>
    </li>
  );
}

function Begin() {
  const workspace = useWorkspaceSlug();
  const t = reportText[useLanguage()];
  const navigate = useNavigate();
  const [title, setTitle] = useState("");
  const begin = useMutation({
    mutationFn: () => {
      const body = { title: title.trim(), author: rememberedName() ?? t.someone };
      return call("addReport", { workspace, body });
    },
    onSuccess: ({ id }) =>
      navigate({ to: "/w/$workspace/reports/$report", params: { workspace, report: id } }),
  });
  return (
    <form
      className="report-begin"
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <input
        aria-label={t.newTitle}
        placeholder={t.newTitle}
        required
        maxLength={160}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <button type="submit" className="button" disabled={begin.isPending}>
        {t.add}
      </button>
      {begin.isError && <Trouble error={begin.error} />}
    </form>
  );
}
