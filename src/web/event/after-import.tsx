import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ImportStatus } from "../../core/event/import.ts";
import { call } from "../app/client.ts";
import { Trouble } from "../app/trouble.tsx";
import { useLanguage } from "../language/language.ts";
import { useText } from "../language/text.ts";

/** Where to go once an import is over. */
export function AfterImport(props: { readonly workspace: string; readonly status: ImportStatus }) {
  const { workspace, status } = props;
  const t = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const draft = useMutation({
    mutationFn: () => call("draftMap", { workspace, body: { language } }),
    onSuccess: async (map) => {
      await queries.invalidateQueries();
      await navigate({
        to: "/w/$workspace/map/{-$map}",
        params: { workspace, map: map.id },
        search: {},
      });
    },
  });
  const params = { workspace };
  return (
    <div className="after-import">
      {status.state === "done" && (
        <>
          <button
            type="button"
            className="button"
            disabled={draft.isPending}
            onClick={() => draft.mutate()}
          >
            {draft.isPending ? t.import.after.drafting : t.import.after.draft}
          </button>
          {draft.isError && <Trouble error={draft.error} />}
          <p className="import-tools">
            <span className="quiet">{t.import.after.look}</span>
            <Link to="/w/$workspace/overview" params={params} search={{}}>
              {t.app.pages.overview}
            </Link>
            <Link to="/w/$workspace/flow" params={params} search={{}}>
              {t.app.pages.flow}
            </Link>
            <Link to="/w/$workspace/routes" params={params} search={{}}>
              {t.app.pages.routes}
            </Link>
            <Link to="/w/$workspace/touchpoints" params={params} search={{}}>
              {t.app.pages.touchpoints}
            </Link>
            <Link to="/w/$workspace/journeys" params={params} search={{}}>
              {t.app.pages.journeys}
            </Link>
          </p>
        </>
      )}
      <p className="import-tools">
        {status.ledger.quarantined > 0 && (
          <Link to="/w/$workspace/quarantine" params={params} search={{ import: status.id }}>
            {t.import.after.aside(status.ledger.quarantined)}
          </Link>
        )}
        <Link to="/w/$workspace/import" params={params} search={{}}>
          {t.import.after.another}
        </Link>
      </p>
    </div>
  );
}
