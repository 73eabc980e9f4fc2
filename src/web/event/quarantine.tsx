import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { readMapping } from "../../core/event/mapping-file.ts";
import { say } from "../../core/message/message.ts";
import { useAnswer } from "../app/answer.ts";
import { call } from "../app/client.ts";
import type { Answer } from "../app/client.ts";
import { Trouble } from "../app/trouble.tsx";
import { Waiting } from "../app/waiting.tsx";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { ScrollRegion } from "../app/scroll-region.tsx";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { useText } from "../language/text.ts";
import { ChooseMapping } from "./choose-mapping.tsx";
import "./import.css";

const LISTED = 200;

/** Rows that could not be read: why, and a way to try them again. */
export function QuarantineRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().import.quarantine;
  const { import: of } = useSearch({ strict: false });
  const answer = useAnswer("quarantine", {
    workspace,
    limit: LISTED,
    ...(of !== undefined && { import: of }),
  });
  return (
    <div className="page import">
      <header className="page-head">
        <Link to="/w/$workspace/import" params={{ workspace }} search={{}} className="quiet">
          {t.back}
        </Link>
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      {answer.isError ? (
        <Trouble error={answer.error} onAgain={() => void answer.refetch()} />
      ) : answer.data === undefined ? (
        <Waiting />
      ) : answer.data.rows.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <Replay workspace={workspace} />
          <QuarantineTable answer={answer.data} />
        </>
      )}
    </div>
  );
}

function Replay({ workspace }: { readonly workspace: string }) {
  const t = useText().import.quarantine;
  const navigate = useNavigate();
  const replay = useMutation({
    mutationFn: async (file: File | null) =>
      call("replayQuarantine", {
        workspace,
        body: file === null ? {} : { mapping: readMapping(await file.text()) },
      }),
    onSuccess: (status) =>
      navigate({
        to: "/w/$workspace/import",
        params: { workspace },
        search: { import: status.id },
      }),
  });
  return (
    <>
      <p className="import-tools">
        <button
          type="button"
          className="button"
          disabled={replay.isPending}
          onClick={() => replay.mutate(null)}
        >
          {t.replay}
        </button>
        <ChooseMapping label={t.replayWith} onChoose={(file) => replay.mutate(file)} />
      </p>
      {replay.isError && <Trouble error={replay.error} />}
    </>
  );
}

function QuarantineTable({ answer }: { readonly answer: Answer<"quarantine"> }) {
  const language = useLanguage();
  const t = useText().import.quarantine;
  const format = useFormat();
  return (
    <>
      <p className="quiet">{t.total(answer.rows.length, answer.total)}</p>
      <ScrollRegion label={t.title}>
        <table className="figures small">
          <caption className="visually-hidden">{t.title}</caption>
          <thead>
            <tr>
              <th scope="col">{t.file}</th>
              <th scope="col" data-numeric>
                {t.line}
              </th>
              <th scope="col">{t.reason}</th>
              <th scope="col">{t.raw}</th>
            </tr>
          </thead>
          <tbody>
            {answer.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.file}</th>
                <td data-numeric>{format.number(row.line)}</td>
                <td>{say(row.reason, language)}</td>
                <td>
                  <code className="raw">{row.raw}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
