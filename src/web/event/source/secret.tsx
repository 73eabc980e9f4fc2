import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { say } from "../../../core/message/message.ts";
import type { Webhook } from "../../../protocol/event/source.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { sourceText } from "./text.ts";

type Props = { readonly workspace: string; readonly source: string; readonly webhook: Webhook };

/** The secret of a tool: given, replaced, taken away; never shown. */
export function Secret({
  workspace,
  source,
  webhook: { tool, secret: given, refused, problem },
}: Props) {
  const language = useLanguage();
  const t = sourceText[language];
  const f = useFormat();
  const queries = useQueryClient();
  const [typed, setTyped] = useState("");
  const save = useMutation({
    mutationFn: (secret: string | null) =>
      call("saveWebhookSecret", { workspace, source, body: { secret } }),
    onSuccess: () => {
      setTyped("");
      return queries.invalidateQueries({ queryKey: ["sources"] });
    },
  });
  return (
    <form
      className="source-signature"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== "") save.mutate(typed);
      }}
    >
      <label>
        <span className="field-label">{t.secret}</span>
        <input
          type="password"
          autoComplete="off"
          value={typed}
          maxLength={500}
          placeholder={given ? t.secretGiven : ""}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={save.isPending || typed.trim() === ""}>
        {given ? t.replaceSecret : t.saveSecret}
      </button>
      <p className="quiet">
        {given ? t.signed : tool === "other" ? t.signYourself : t.unguarded}{" "}
        {given && (
          <button
            type="button"
            className="link-button"
            disabled={save.isPending}
            onClick={() => save.mutate(null)}
          >
            {t.dropSecret}
          </button>
        )}
      </p>
      {problem !== null && <p className="pain">{say(problem, language)}</p>}
      {refused.last !== null && (
        <p className="pain">{t.refused(f.number(refused.calls), f.dateTime(refused.last))}</p>
      )}
      {save.isError && <Trouble error={save.error} />}
    </form>
  );
}
