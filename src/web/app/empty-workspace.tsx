import { Link } from "@tanstack/react-router";
import { useText } from "../language/text.ts";

/** An empty workspace teaches what to do first. */
export function EmptyWorkspace(props: { readonly workspace: string }) {
  const text = useText();
  const t = text.app;
  return (
    <div className="page narrow">
      <h1>{t.empty.title}</h1>
      <ol className="teaching">
        {t.empty.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <Link
        className="button"
        to="/w/$workspace/import"
        params={{ workspace: props.workspace }}
        search={{}}
      >
        {t.importMine}
      </Link>
      <p className="teaching-else">
        <Link to="/w/$workspace/new" params={{ workspace: props.workspace }} search={{}}>
          {text.newMap.or}
        </Link>
      </p>
    </div>
  );
}
