import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { originKinds } from "./pull/draft.ts";
import { NewPull } from "./pull/new-pull.tsx";
import { pullText } from "./pull/text.ts";
import { sourceText } from "./text.ts";

/** Not one of the tools: a page, an app or a server that calls by itself. */
const CALLS = "";
const OTHER = "other";

/** Begins a source: how it tells, and what it is called. */
export function NewSource({ workspace }: { readonly workspace: string }) {
  const language = useLanguage();
  const t = sourceText[language];
  const asks = pullText[language];
  const queries = useQueryClient();
  const tools = useAnswer("webhookTools", {}).data ?? [];
  const [tool, setTool] = useState(CALLS);
  const [name, setName] = useState("");
  const known = tools.find((each) => each.tool === tool && tool !== OTHER)?.name ?? "";
  const called = name.trim() || known;
  const add = useMutation({
    mutationFn: () =>
      call("addSource", {
        workspace,
        body: { name: called, kind: tool === CALLS ? "calls" : "webhook", tool: tool || OTHER },
      }),
    onSuccess: () => {
      setName("");
      setTool(CALLS);
      return queries.invalidateQueries({ queryKey: ["sources"] });
    },
  });
  const pulled = originKinds.find((kind) => `pull ${kind}` === tool);
  const choice = (
    <label>
      <span className="field-label">{t.tells}</span>
      <select value={tool} onChange={({ target }) => setTool(target.value)}>
        <option value={CALLS}>{t.calls}</option>
        <optgroup label={asks.group}>
          {originKinds.map((kind) => (
            <option key={kind} value={`pull ${kind}`}>
              {asks.kinds[kind]}
            </option>
          ))}
        </optgroup>
        <optgroup label={t.webhook}>
          {tools
            .filter((each) => each.tool !== OTHER)
            .map((each) => (
              <option key={each.tool} value={each.tool}>
                {each.name}
              </option>
            ))}
          <option value={OTHER}>{t.otherTool}</option>
        </optgroup>
      </select>
    </label>
  );
  if (pulled)
    return (
      <section className="source-new">
        {choice}
        <NewPull key={pulled} workspace={workspace} kind={pulled} onMade={() => setTool(CALLS)} />
      </section>
    );
  return (
    <form
      className="source-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (called !== "") add.mutate();
      }}
    >
      {choice}
      <label>
        <span className="field-label">{t.name}</span>
        <input
          value={name}
          maxLength={80}
          required={known === ""}
          placeholder={known || t.example}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={add.isPending}>
        {add.isPending ? t.adding : t.add}
      </button>
      {add.isError && <Trouble error={add.error} />}
    </form>
  );
}
