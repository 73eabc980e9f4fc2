import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ImportState, ImportStatus } from "../../core/event/import.ts";
import { say } from "../../core/message/message.ts";
import { useAnswer } from "../app/answer.ts";
import { call } from "../app/client.ts";
import { Trouble } from "../app/trouble.tsx";
import { Waiting } from "../app/waiting.tsx";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { useText } from "../language/text.ts";
import { AfterImport } from "./after-import.tsx";
import { LedgerBooks } from "./ledger-books.tsx";
import { Notes } from "./notes.tsx";

const over: readonly ImportState[] = ["done", "failed", "cancelled"];

/** Follows one import to its end. */
export function ImportProgress(props: { readonly workspace: string; readonly id: string }) {
  const { workspace, id } = props;
  const queries = useQueryClient();
  const answer = useAnswer(
    "importStatus",
    { workspace, import: id },
    { refetchInterval: (status) => (status && over.includes(status.state) ? false : 500) },
  );
  const state = answer.data?.state;
  useEffect(() => {
    if (state === undefined || !over.includes(state)) return;
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "importStatus" });
  }, [state, queries]);
  if (answer.isError) {
    return <Trouble error={answer.error} onAgain={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <Waiting />;
  return <ImportView workspace={workspace} status={answer.data} />;
}

function ImportView(props: { readonly workspace: string; readonly status: ImportStatus }) {
  const { workspace, status } = props;
  const language = useLanguage();
  const t = useText().import;
  const running = !over.includes(status.state);
  return (
    <section className="import-status" data-state={status.state}>
      <div role="status">
        <h2>{t.states[status.state]}</h2>
      </div>
      <p className="quiet">{status.file ?? status.files.join(", ")}</p>
      {running && <Running workspace={workspace} status={status} />}
      {status.problem !== null && (
        <p className="pain preformatted" role="alert">
          {say(status.problem, language)}
        </p>
      )}
      <Notes notes={status.notes} />
      {status.state === "done" && <LedgerBooks ledger={status.ledger} />}
      {!running && <AfterImport workspace={workspace} status={status} />}
    </section>
  );
}

function Running(props: { readonly workspace: string; readonly status: ImportStatus }) {
  const { workspace, status } = props;
  const t = useText().import.progress;
  const format = useFormat();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => call("cancelImport", { workspace, import: status.id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["importStatus"] }),
  });
  const { bytes, totalBytes } = status;
  const known = totalBytes > 0 && status.state === "reading";
  return (
    <>
      <progress
        aria-label={t.bar}
        max={1}
        {...(known && { value: Math.min(1, bytes / totalBytes) })}
      />
      <p className="import-figures">
        <span>{t.rows(status.rows)}</span>
        {known && <span>{t.of(format.bytes(bytes), format.bytes(totalBytes))}</span>}
        {status.rowsPerSecond > 0 && <span>{t.rate(Math.round(status.rowsPerSecond))}</span>}
        {status.secondsLeft !== null && (
          <span>{t.left(format.duration(Math.ceil(status.secondsLeft)))}</span>
        )}
      </p>
      <button
        type="button"
        className="link-button"
        disabled={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        {t.cancel}
      </button>
      {cancel.isError && <Trouble error={cancel.error} />}
    </>
  );
}
