import type { MapCard } from "../../../protocol/map/portfolio.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { portfolioText } from "./text.ts";

/** Maps that were thrown away, as long as they can be put back. */
export function Bin(props: {
  readonly cards: readonly MapCard[];
  readonly onPutBack: (card: MapCard) => void;
}) {
  const t = portfolioText[useLanguage()];
  const f = useFormat();
  if (props.cards.length === 0) return null;
  return (
    <details className="atlas-bin">
      <summary>{t.bin(props.cards.length)}</summary>
      <p className="quiet">{t.binAbout}</p>
      <ul>
        {props.cards.map((card) => (
          <li key={card.id}>
            {card.title} <span className="quiet">{t.thrownOn(f.date(card.deleted))}</span>{" "}
            <button type="button" className="link-button" onClick={() => props.onPutBack(card)}>
              {t.putBack}
              <span className="visually-hidden">{` ${card.title}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
