import { Link } from "@tanstack/react-router";
import { kindNames } from "../../../core/map/change-words.ts";
import type { MapCard } from "../../../protocol/map/portfolio.ts";
import { useAnswer } from "../../app/answer.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { portfolioText } from "./text.ts";

const MOST = 8;

/** Where words stand on the maps that are shown; each hit leads to its touchpoint. */
export function SearchHits(props: {
  readonly workspace: string;
  readonly cards: readonly MapCard[];
  readonly term: string;
}) {
  const { workspace, cards, term } = props;
  const language = useLanguage();
  const t = portfolioText[language];
  const answer = useAnswer("searchMaps", { workspace, term });
  if (answer.isError) {
    return <Trouble error={answer.error} onAgain={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <p className="quiet">{t.searching}</p>;
  const shown = new Set(cards.map(({ id }) => id));
  const found = answer.data.filter(({ map }) => shown.has(map));
  if (found.length === 0) return <p role="status">{t.noHits(term)}</p>;
  return (
    <ul className="atlas-found" aria-busy={answer.isPlaceholderData}>
      {found.map(({ map, title, hits, places }) => (
        <li key={map}>
          <h2>{title}</h2>
          <p className="quiet">{t.hits(places)}</p>
          <ul>
            {hits.slice(0, MOST).map((hit, at) => (
              <li key={`${at} ${hit.text}`}>
                <Link
                  to="/w/$workspace/map/{-$map}"
                  params={{ workspace, map }}
                  search={hit.touchpoint === null ? {} : { at: hit.touchpoint }}
                >
                  {hit.where}
                </Link>
                <span>
                  <small>{kindNames[hit.kind][language]}</small>
                  {hit.text !== hit.where && hit.text}
                </span>
              </li>
            ))}
          </ul>
          {places > MOST && <p className="quiet">{t.more(places - MOST)}</p>}
        </li>
      ))}
    </ul>
  );
}
