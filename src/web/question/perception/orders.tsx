import type { Perception, PerceptionGroup } from "../../../core/question/perception/perception.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";

/** Does a group put the same touchpoints first as customers do, and the same one at the very worst? */
export function Orders(props: { readonly found: Perception; readonly group: PerceptionGroup }) {
  const { found, group } = props;
  const t = useText().perception;
  const format = useFormat();
  const { worst, agreement, compared } = group;
  if (worst === null) return null;
  const title = (id: string) => found.touchpoints.find((each) => each.id === id)?.title ?? id;
  const { believed, measured, place } = worst;
  const same = believed.id === measured.id;
  const or = measured.or.filter((id) => id !== believed.id).map((id) => `“${title(id)}”`);
  return (
    <p className="perception-orders">
      {same
        ? t.sameWorst(title(believed.id))
        : t.order(title(believed.id), format.number(place), title(measured.id))}{" "}
      {or.length > 0 && or.length < 4 && <>{t.orMaybe(or.join(", "))} </>}
      {agreement &&
        t.agreement(
          format.signed(agreement.value, 2),
          format.signed(agreement.low, 2),
          format.signed(agreement.high, 2),
          format.number(compared),
        )}
    </p>
  );
}
