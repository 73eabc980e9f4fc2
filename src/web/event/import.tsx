import { useSearch } from "@tanstack/react-router";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useText } from "../language/text.ts";
import { EarlierImports } from "./earlier-imports.tsx";
import { ImportProgress } from "./import-progress.tsx";
import "./import.css";
import { PrepareImport } from "./prepare-import.tsx";

/** From files to events: prepare, follow, see the books. An import that runs stands in the address. */
export function ImportRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().import;
  const { import: running } = useSearch({ strict: false });
  return (
    <div className="page import">
      <header className="page-head">
        <h1>{t.title}</h1>
        {running === undefined && <p className="lead">{t.lead}</p>}
      </header>
      {running === undefined ? (
        <>
          <PrepareImport workspace={workspace} />
          <EarlierImports workspace={workspace} />
        </>
      ) : (
        <ImportProgress key={running} workspace={workspace} id={running} />
      )}
    </div>
  );
}
