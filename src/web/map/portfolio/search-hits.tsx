import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import type { MapCard } from "../../../protocol/map/portfolio.ts";
import { searchJourney } from "./search.ts";
import { portfolioText } from "./text.ts";

const MOST = 8;

/** Where words stand on the maps; each hit leads to its touchpoint. */
export function SearchHits(props: {
  readonly workspace: string;
  readonly cards: readonly MapCard[];
  readonly term: string;
}) {
  const { workspace, cards, term } = props;
  const t = portfolioText[useLanguage()];
  const maps = useQueries({
    queries: cards.map(({ id: map }) => ({
      queryKey: ["map", { workspace, map }],
      queryFn: ({ signal }: { signal: AbortSignal }) => call("map", { workspace, map }, signal),
    })),
  });
  const failed = maps.find(({ isError }) => isError);
  if (failed) return <Trouble error={failed.error} onAgain={() => void failed.refetch()} />;
  const found = maps.flatMap(({ data }) => {
    const hits = data === undefined ? [] : searchJourney(data, term);
    return data === undefined || hits.length === 0 ? [] : [{ journey: data, hits }];
  });
  if (maps.some(({ isPending }) => isPending)) return <p className="quiet">{t.searching}</p>;
  if (found.length === 0) return <p role="status">{t.noHits(term)}</p>;
  return (
    <ul className="atlas-found">
      {found.map(({ journey: { id: map, title }, hits }) => (
        <li key={map}>
          <h2>{title}</h2>
          <p className="quiet">{t.hits(hits.length)}</p>
          <ul>
            {hits.slice(0, MOST).map((hit) => (
              <li key={`${hit.touchpoint} ${hit.text}`}>
                <Link
                  to="/w/$workspace/map/{-$map}"
                  params={{ workspace, map }}
                  search={hit.touchpoint === null ? {} : { at: hit.touchpoint }}
                >
                  {hit.where}
                </Link>
                {hit.text !== hit.where && <span>{hit.text}</span>}
              </li>
            ))}
          </ul>
          {hits.length > MOST && <p className="quiet">{t.more(hits.length - MOST)}</p>}
        </li>
      ))}
    </ul>
  );
}
