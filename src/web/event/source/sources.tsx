import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useAnswer } from "../../app/answer.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useLanguage } from "../../language/language.ts";
import { NewSource } from "./new-source.tsx";
import { OneSource } from "./one-source.tsx";
import { sourceText } from "./text.ts";
import "../import.css";
import "./source.css";

/** What is heard is asked again this often, in milliseconds. */
const FRESH = 5_000;

/** The systems that tell by themselves: what came in, when last, and how to connect one. */
export function SourcesRoute() {
  const workspace = useWorkspaceSlug();
  const t = sourceText[useLanguage()];
  const sources = useAnswer("sources", { workspace }, { refetchInterval: () => FRESH });
  const queries = useQueryClient();
  const heard = sources.data?.some(({ ledger }) => ledger.stored > 0) === true;
  // The first events of a workspace open its other pages.
  useEffect(() => {
    if (heard) void queries.invalidateQueries({ queryKey: ["workspaces"] });
  }, [queries, heard]);
  return (
    <div className="page sources">
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      {sources.isError ? (
        <Trouble error={sources.error} onAgain={() => void sources.refetch()} />
      ) : sources.data === undefined ? (
        <Waiting />
      ) : (
        <>
          {sources.data.length === 0 && (
            <section className="sources-none">
              <h2>{t.none}</h2>
              <p>{t.noneHint}</p>
            </section>
          )}
          {sources.data.map((source) => (
            <OneSource key={source.name} workspace={workspace} source={source} />
          ))}
          <NewSource workspace={workspace} />
        </>
      )}
    </div>
  );
}
