import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { readSource, writeSource } from "../../../core/event/mapping-file.ts";
import { AppError } from "../../../core/problem.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { sourceText } from "./text.ts";

type Props = { readonly workspace: string; readonly source: string };

/** How the lines of a source are read, as YAML that can be changed; a fault says its line. */
export function EditMapping(props: Props) {
  const asked = useAnswer("sourceMapping", props);
  if (asked.isError) return <Trouble error={asked.error} onAgain={() => void asked.refetch()} />;
  if (asked.data === undefined) return null;
  return <Editor {...props} kept={writeSource(asked.data)} />;
}

function Editor({ workspace, source, kept }: Props & { readonly kept: string }) {
  const t = sourceText[useLanguage()];
  const queries = useQueryClient();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? kept;
  const save = useMutation({
    mutationFn: async () =>
      call("saveSourceMapping", { workspace, source, body: readSource(text) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["sourceMapping"] });
      setTyped(null);
    },
  });
  const changed = text !== kept;
  return (
    <form
      className="source-mapping"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) save.mutate();
      }}
    >
      <label htmlFor={id} className="quiet">
        {t.mappingHint}
      </label>
      <textarea
        id={id}
        rows={Math.min(24, text.split("\n").length)}
        spellCheck={false}
        autoCapitalize="off"
        value={text}
        aria-invalid={save.error instanceof AppError}
        aria-describedby={save.error instanceof AppError ? `${id}-fault` : undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          save.reset();
        }}
      />
      {save.isError && !(save.error instanceof AppError) && <Trouble error={save.error} />}
      {save.error instanceof AppError && (
        <p id={`${id}-fault`} className="pain preformatted" role="alert">
          {save.error.message}
        </p>
      )}
      <p className="import-tools">
        <button type="submit" className="button" disabled={!changed || save.isPending}>
          {t.saveMapping}
        </button>
        {changed && (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              setTyped(null);
              save.reset();
            }}
          >
            {t.undoMapping}
          </button>
        )}
        <span className="quiet" aria-live="polite">
          {save.isSuccess && !changed ? t.mappingSaved : ""}
        </span>
      </p>
    </form>
  );
}
