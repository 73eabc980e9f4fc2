import type { Perception, PerceptionGroup } from "../../../core/question/perception/perception.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { feltWord, nameOf } from "./group-name.ts";

/** So many are told in words; a board reads no more. */
const TOLD = 4;

/** The gaps that are sure, in a sentence each, the widest first by the least that it may be. */
export function Findings({ found }: { readonly found: Perception }) {
  const t = useText().perception;
  const format = useFormat();
  const signed = (value: number) => format.signed(value, 2);
  const sure = found.groups
    .flatMap((group) =>
      group.touchpoints.flatMap(({ mean, gap }, at) =>
        mean && gap?.sure && gap.side ? [{ group, at, mean, gap, sure: gap.sure }] : [],
      ),
    )
    .toSorted((one, other) => leastOf(other.sure) - leastOf(one.sure));
  if (sure.length === 0) return <p className="headline">{t.noGap}</p>;
  // Where a department is sure, its name tells more than that of the whole.
  const most = sure.filter(({ group, at }) => group.kind !== "all" || !inDepartment(sure, at));
  const told = most.slice(0, TOLD);
  return (
    <>
      <ul className="perception-findings">
        {told.map(({ group, at, mean, gap, sure: { low, high } }) => {
          const place = found.touchpoints[at]!;
          const theirs = place.customers!.mean;
          const who = nameOf(group, t);
          const [felt, said] = [feltWord(mean.mean, t), feltWord(theirs.mean, t)];
          return (
            <li key={`${who} ${place.id}`}>
              {felt === said
                ? (gap.side === "above" ? t.rosier : t.gloomier)(who, place.title)
                : t.believes(who, place.title, felt, said)}
              <span className="headline-sure">
                {t.gapOf(
                  signed(gap.value),
                  signed(low),
                  signed(high),
                  format.number(mean.n),
                  format.number(theirs.n),
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {most.length > told.length && (
        <p className="quiet">{t.more(format.number(most.length - told.length))}</p>
      )}
    </>
  );
}

type Sure = { readonly group: PerceptionGroup; readonly at: number };

function inDepartment(sure: readonly Sure[], at: number): boolean {
  return sure.some(({ group, at: place }) => place === at && group.kind === "department");
}

function leastOf({ low, high }: { readonly low: number; readonly high: number }): number {
  return low > 0 ? low : -high;
}
