import { ruleOf, titleOf } from "../../../core/map/check/rules.ts";
import type { Journey } from "../../../core/map/journey.ts";
import type { Named } from "../../../core/map/named.ts";
import type { MapCheck } from "../../../protocol/map/check.ts";
import { useLanguage } from "../../language/language.ts";
import { ElementLink } from "./finding.tsx";
import { checkText } from "./text.ts";

/** What the team set aside: which rule, where, why, and the way back. */
export function Exceptions(props: {
  readonly journey: Journey;
  readonly names: Named;
  readonly excepted: MapCheck["excepted"];
  readonly way: (element: string) => (() => void) | null;
  readonly onTakeBack: (exception: string) => void;
}) {
  const { journey, names, excepted, way, onTakeBack } = props;
  const language = useLanguage();
  const t = checkText[language];
  const { exceptions = [] } = journey;
  if (exceptions.length === 0) return null;
  return (
    <details className="check-group">
      <summary>{t.excepted}</summary>
      {exceptions.map(({ id, rule: name, at, reason }) => {
        const rule = ruleOf(name);
        const found = excepted.find((each) => each.rule === name && each.at.includes(at));
        return (
          <article key={id} className="check-finding">
            <p>
              <strong>{rule ? titleOf(rule, language, found?.parameters) : name}</strong>
            </p>
            <p>{reason}</p>
            <ul>
              <li>
                <ElementLink go={way(at)} name={names.called(at)} />
                <button type="button" className="word-button" onClick={() => onTakeBack(id)}>
                  {t.takeBack}
                </button>
              </li>
            </ul>
          </article>
        );
      })}
    </details>
  );
}
