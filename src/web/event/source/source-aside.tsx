import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { say } from "../../../core/message/message.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { watchText } from "./watch-text.ts";

const FRESH = 10_000;

/** Why rows of a source were set aside, counted, and a way to try just these again. */
export function SourceAside(props: { readonly workspace: string; readonly source: string }) {
  const language = useLanguage();
  const t = watchText[language];
  const f = useFormat();
  const { workspace, source } = props;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const aside = useAnswer("sourceAside", props, { refetchInterval: () => FRESH });
  const replay = useMutation({
    mutationFn: () => call("replayQuarantine", { workspace, body: { source } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ["sourceAside"] });
      await navigate({
        to: "/w/$workspace/import",
        params: { workspace },
        search: { import: id },
      });
    },
  });
  if (aside.isError) return <Trouble error={aside.error} onAgain={() => void aside.refetch()} />;
  if (aside.data === undefined) return <Waiting />;
  const { rows, reasons } = aside.data;
  if (rows === 0) return <p className="quiet">{t.asideNone}</p>;
  const rest = rows - reasons.reduce((sum, each) => sum + each.rows, 0);
  return (
    <>
      <p>{t.asideRows(rows)}</p>
      <table className="figures small">
        <caption className="visually-hidden">{t.asideTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{t.reason}</th>
            <th scope="col" data-numeric>
              {t.rows}
            </th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ reason, rows: of }) => (
            <tr key={JSON.stringify(reason)}>
              <th scope="row">{say(reason, language)}</th>
              <td data-numeric>{f.number(of)}</td>
            </tr>
          ))}
          {rest > 0 && (
            <tr>
              <th scope="row">{t.rest}</th>
              <td data-numeric>{f.number(rest)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <p className="import-tools">
        <button
          type="button"
          className="button"
          disabled={replay.isPending}
          onClick={() => replay.mutate()}
        >
          {replay.isPending ? t.replaying : t.replay}
        </button>
        <Link to="/w/$workspace/quarantine" params={{ workspace }} search={{}}>
          {t.rowsOf}
        </Link>
      </p>
      <p className="quiet">{t.replayHint}</p>
      {replay.isError && <Trouble error={replay.error} />}
    </>
  );
}
