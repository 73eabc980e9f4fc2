import { Link } from "@tanstack/react-router";
import type { Workspace } from "../../protocol/workspace.ts";
import { useText } from "../language/text.ts";

const making = ["generate", "import", "link", "map"] as const;
const deriving = ["derive"] as const;

/** What is being made and how far it is; beside it the way to one's own data. */
export function FirstRun(props: {
  readonly loading: NonNullable<Workspace["loading"]>;
  readonly workspaces: readonly Workspace[];
}) {
  const t = useText().app;
  const { step, share } = props.loading;
  const steps = step === "derive" ? deriving : making;
  const now = [...making, ...deriving].indexOf(step) % making.length;
  const { title, lead } = step === "derive" ? t.firstRun.anew : t.firstRun;
  const own = props.workspaces.find(({ kind }) => kind === "own");
  return (
    <div className="page first-run">
      <section>
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
        <ol className="trail">
          {steps.map((each, place) => (
            <li
              key={each}
              data-state={place < now ? "done" : place === now ? "now" : "later"}
              aria-current={place === now ? "step" : undefined}
            >
              <span>{t.firstRun.steps[each]}</span>
              {place < now && <span className="trail-note">{t.firstRun.done}</span>}
              {place === now && (
                <>
                  <progress max={1} value={share} aria-label={t.firstRun.steps[each]} />
                  <span className="trail-note">{t.firstRun.share(share)}</span>
                </>
              )}
            </li>
          ))}
        </ol>
      </section>
      {own !== undefined && step !== "derive" && (
        <aside>
          <h2>{t.firstRun.ownTitle}</h2>
          <p className="quiet">{t.firstRun.own}</p>
          <Link
            className="button"
            to="/w/$workspace/import"
            params={{ workspace: own.slug }}
            search={{}}
          >
            {t.importMine}
          </Link>
        </aside>
      )}
    </div>
  );
}
