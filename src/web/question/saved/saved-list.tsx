import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { SavedQuestion } from "../../../protocol/question/saved.ts";
import { useAnswer } from "../../app/answer.ts";
import { Bin } from "../../app/bin.tsx";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useLanguage } from "../../language/language.ts";
import { SavedLine } from "./saved-line.tsx";
import { savedText } from "./text.ts";

type Deed =
  | { readonly do: "refresh" | "delete" | "restore"; readonly before: SavedQuestion }
  | { readonly do: "rename"; readonly before: SavedQuestion; readonly name: string };

/** All saved questions of a workspace: found, opened, refreshed, renamed, thrown away and put back. */
export function SavedList() {
  const workspace = useWorkspaceSlug();
  const t = savedText[useLanguage()];
  const [search, setSearch] = useState("");
  const list = useAnswer("savedQuestions", { workspace });
  const binned = useAnswer("savedQuestions", { workspace, binned: "1" }).data ?? [];
  const queries = useQueryClient();
  const deed = useMutation({
    mutationFn: (what: Deed) => perform(workspace, what),
    onSettled: () => queries.invalidateQueries({ queryKey: ["savedQuestions"] }),
  });
  if (list.isError) return <Trouble error={list.error} onAgain={() => void list.refetch()} />;
  if (list.data === undefined) return <Waiting />;
  const sought = search.trim().toLocaleLowerCase();
  const fitting = list.data.filter(({ name }) => name.toLocaleLowerCase().includes(sought));
  return (
    <section>
      <h2 className="figure-title">{t.questions}</h2>
      {list.data.length === 0 ? (
        <div className="none">
          <h3>{t.none}</h3>
          <p>{t.noneHint}</p>
          <p>
            <Link to="/w/$workspace/gaps" params={{ workspace }}>
              {t.toFirst}
            </Link>
          </p>
        </div>
      ) : (
        <input
          type="search"
          className="saved-search"
          aria-label={t.search}
          placeholder={t.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {deed.isError && <Trouble error={deed.error} />}
      <Said done={deed.isSuccess ? deed.variables : null} onUndo={(what) => deed.mutate(what)} />
      {list.data.length > 0 && fitting.length === 0 && <p>{t.noneFit}</p>}
      <ul className="saved-lines">
        {fitting.map((saved) => (
          <SavedLine
            key={saved.id}
            saved={saved}
            refreshing={
              deed.isPending &&
              deed.variables.do === "refresh" &&
              deed.variables.before.id === saved.id
            }
            onRefresh={() => deed.mutate({ do: "refresh", before: saved })}
            onRename={(name) => deed.mutate({ do: "rename", before: saved, name })}
            onDelete={() => deed.mutate({ do: "delete", before: saved })}
          />
        ))}
      </ul>
      <Bin
        thrown={binned.map((before) => ({
          id: before.id,
          name: before.name,
          onPutBack: () => deed.mutate({ do: "restore", before }),
        }))}
        words={{ title: t.bin(binned.length), about: t.binAbout, putBack: t.putBack }}
      />
    </section>
  );
}

/** What was just done, and the way back. */
function Said(props: { readonly done: Deed | null; readonly onUndo: (deed: Deed) => void }) {
  const t = savedText[useLanguage()];
  const { done } = props;
  const told = done && saidOf(done, t);
  return (
    <div role="status" className="saved-said">
      {told && (
        <p>
          {told.words}{" "}
          <button type="button" className="link-button" onClick={() => props.onUndo(told.back)}>
            {t.undo}
          </button>
        </p>
      )}
    </div>
  );
}

function saidOf(
  done: Deed,
  t: (typeof savedText)["en"],
): { readonly words: string; readonly back: Deed } | null {
  const { before } = done;
  if (done.do === "delete")
    return { words: t.removed(before.name), back: { do: "restore", before } };
  if (done.do !== "rename") return null;
  const after = { ...before, name: done.name };
  return { words: t.renamed(done.name), back: { do: "rename", before: after, name: before.name } };
}

async function perform(workspace: string, deed: Deed): Promise<void> {
  const { id: question } = deed.before;
  if (deed.do === "refresh") await call("refreshQuestion", { workspace, question });
  else if (deed.do === "delete") await call("deleteQuestion", { workspace, question });
  else if (deed.do === "restore") await call("restoreQuestion", { workspace, question });
  else if (deed.do === "rename")
    await call("renameQuestion", { workspace, question, body: { name: deed.name } });
}
