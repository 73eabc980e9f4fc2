import type { Change } from "../../../core/question/drift/drift.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { ChangeWeeks } from "./change-weeks.tsx";
import { countOf, sayChange, sayDifference, sayLevel } from "./say-change.ts";

/** One change: before and after first, then what it is, and how surely. */
export function ChangeEntry({ change }: { readonly change: Change }) {
  const t = useText().drift;
  const format = useFormat();
  const { before, after, p, otherwise } = change;
  return (
    <li className="change">
      <strong className="change-figures">
        {t.arrow(sayLevel(before, format), sayLevel(after, format))}
      </strong>
      <div className="change-told">
        <h3>{sayChange(change, t)}.</h3>
        {otherwise !== null && (
          <p>
            {"attribute" in otherwise
              ? t.others(otherwise.attribute, format.signed(100 * otherwise.difference.value, 1))
              : (otherwise.began ? t.sourceBegan : t.sourceStopped)(otherwise.source)}
          </p>
        )}
        <p className="quiet">
          {sayDifference(change, t, format)}; {t.chance(format.pValue(p))};{" "}
          {t.people(format.number(countOf(before)), format.number(countOf(after)))}
        </p>
      </div>
      <ChangeWeeks change={change} />
    </li>
  );
}
