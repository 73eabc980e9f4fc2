import { Link } from "@tanstack/react-router";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useText } from "../language/text.ts";
import { useAround } from "./edit/inspect/around.ts";

type Props = { readonly map: string; readonly tabbable: boolean };

/** On the head of a touchpoint that opens a journey of its own: the way down to it. */
export function OpensMark({ map, tabbable }: Props) {
  const around = useAround();
  const title = around?.maps.find(({ id }) => id === map)?.title;
  return title === undefined ? null : <Way map={map} title={title} tabbable={tabbable} />;
}

function Way({ map, title, tabbable }: Props & { readonly title: string }) {
  const t = useText().map;
  const workspace = useWorkspaceSlug();
  return (
    <Link
      className="opens-mark"
      data-own
      to="/w/$workspace/map/{-$map}"
      params={{ workspace, map }}
      search={{}}
      aria-label={t.opensMap(title)}
      title={t.opensMap(title)}
      tabIndex={tabbable ? 0 : -1}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M3 2v7h9M9 6l3.5 3L9 12" />
      </svg>
    </Link>
  );
}
