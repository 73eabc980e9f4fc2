import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useAnswer } from "../app/answer.ts";
import { useText } from "../language/text.ts";

type Props = { readonly workspace: string; readonly map: string };

/** The way back up: the maps of which a touchpoint opens this one. */
export function OpenedFrom({ workspace, map }: Props) {
  const t = useText().map;
  const queries = useQueryClient();
  const cards = useAnswer("portfolio", { workspace }).data ?? [];

  // One often comes here right after the map above was told to open this one.
  useEffect(() => {
    const queryKey = ["portfolio", { workspace }];
    if (queries.getQueryData(queryKey)) void queries.invalidateQueries({ queryKey });
  }, [queries, workspace]);

  const above = cards.flatMap(({ id, title, deleted, opens }) =>
    deleted === null && id !== map
      ? opens.flatMap((one) => (one.map === map ? [{ id, title, at: one.touchpoint }] : []))
      : [],
  );
  if (above.length === 0) return null;
  return (
    <nav className="opened-from" aria-label={t.openedFrom}>
      {above.map(({ id, title, at }) => (
        <Link
          key={`${id} ${at}`}
          to="/w/$workspace/map/{-$map}"
          params={{ workspace, map: id }}
          search={{ at }}
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
