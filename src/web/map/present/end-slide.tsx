import type { PlacedPain } from "../../../core/map/deck.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { MarkedText } from "../mark.tsx";
import { CurveStrip } from "./curve-strip.tsx";
import type { About } from "./start-slide.tsx";
import { presentText } from "./text.ts";

/** So many actions fit on a page. */
const ACTIONS = 6;

/** What hurts most, and who does what about it by when. */
export function EndSlide({ deck, drawing }: About) {
  const t = presentText[useLanguage()];
  const { map } = useText();
  const f = useFormat();
  const { pains, actions } = deck;
  return (
    <div className="present-end">
      <CurveStrip drawing={drawing} lit={null} />
      <div className="present-two">
        <div>
          <h2>{t.worst}</h2>
          {pains.length === 0 ? (
            <p className="present-small">{t.noPains}</p>
          ) : (
            <ol className="present-pains">
              {pains.map((pain) => (
                <WorstPain key={pain.id} pain={pain} />
              ))}
            </ol>
          )}
        </div>
        <div>
          <h2>{t.actions}</h2>
          {actions.length === 0 ? (
            <p className="present-small">{t.noActions}</p>
          ) : (
            <ul className="present-actions">
              {actions.slice(0, ACTIONS).map(({ id, title, owner, by, status = "open" }) => (
                <li key={id} data-status={status}>
                  {title}
                  <small>
                    {[
                      map.by(owner ?? t.noOwner, by === undefined ? "" : f.date(by)),
                      map.actionStatus[status],
                    ].join(" · ")}
                  </small>
                </li>
              ))}
            </ul>
          )}
          {actions.length > ACTIONS && (
            <p className="present-small">{t.moreActions(actions.length - ACTIONS)}</p>
          )}
        </div>
      </div>
    </div>
  );
}

function WorstPain({ pain }: { readonly pain: PlacedPain }) {
  const t = presentText[useLanguage()];
  const { map } = useText();
  const f = useFormat();
  return (
    <li>
      <MarkedText text={pain.title} kind={pain.kind} />
      <small>
        {[
          pain.at,
          ...(pain.severity === null
            ? []
            : [t.severity(map.outOf(f.number(pain.severity), f.number(5)))]),
        ].join(" · ")}
      </small>
    </li>
  );
}
