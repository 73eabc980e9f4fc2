import type { Group } from "../../../core/map/check/rule.ts";
import type { MapCheck } from "../../../protocol/map/check.ts";
import { useLanguage } from "../../language/language.ts";
import { useFormat } from "../../language/format.ts";
import { checkText } from "./text.ts";

/** How a group's score went over the days on which it was kept; nothing with fewer than two. */
export function ScoreLine({
  history,
  group,
}: {
  readonly history: MapCheck["history"];
  readonly group: Group;
}) {
  const t = checkText[useLanguage()];
  const f = useFormat();
  const kept = history.flatMap(({ scores }) => {
    const score = scores.find((each) => each.group === group)?.score;
    return score === undefined || score === null ? [] : [score];
  });
  const [first] = kept;
  const last = kept.at(-1);
  if (kept.length < 2 || first === undefined || last === undefined) return <span />;
  const points = kept.map(
    (score, at) => `${(at / (kept.length - 1)) * 56 + 2},${14 - (score / 100) * 12}`,
  );
  return (
    <svg
      className="check-line"
      viewBox="0 0 60 16"
      width="60"
      height="16"
      role="img"
      aria-label={t.history(f.number(first), f.number(last))}
    >
      <polyline points={points.join(" ")} />
    </svg>
  );
}
