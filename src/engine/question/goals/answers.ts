import { monthOf } from "../../../core/question/month.ts";
import { figureOf, type ScoreFigure } from "../../../core/question/scores/figure.ts";
import { laidOn } from "../../evidence/lay-over.ts";
import { readScoresBy } from "../../evidence/scores.ts";
import type { Engine } from "../../port.ts";
import type { Scope } from "../filter.ts";
import type { Counted } from "./facts.ts";

type Score = Extract<Counted, { by: "score" }>;

/** Numbers of the places where an answer counts. */
const WHOLE = 1;
const NOW = 2;
const MONTH = 1000;

export type GoalAnswers = {
  readonly now: ScoreFigure | null;
  readonly whole: ScoreFigure | null;
  readonly months: readonly { readonly month: number; readonly figure: ScoreFigure }[];
};

/** What customers answer: the figures of the question about scores, since a moment, in all and by the month of the answer. */
export async function readAnswers(
  engine: Engine,
  scope: Scope,
  { score, about }: Score,
  since: number,
  signal: AbortSignal | undefined,
): Promise<GoalAnswers> {
  const place = { id: "here", codes: about ?? [] };
  const laid = laidOn(scope, [place], { signal });
  const here = about === null ? "1" : "at = 1";
  const found = await readScoresBy(
    engine,
    { ...laid, parameters: { ...laid.parameters, since: String(Math.floor(since)) } },
    `[toUInt32(if(${here}, ${WHOLE}, 0)),
      toUInt32(if(${here} AND toUnixTimestamp64Milli(time) > {since:Int64}, ${NOW}, 0)),
      toUInt32(if(${here}, ${MONTH} + ${monthOf("time")}, 0))]`,
  );
  const [low, high] = score.scale;
  const of = (at: number): ScoreFigure | null => {
    const stat = found
      .get(at)
      ?.scores.find(
        ({ name, scale }) => name === score.name && scale[0] === low && scale[1] === high,
      );
    return stat ? figureOf(stat) : null;
  };
  return {
    now: of(NOW),
    whole: of(WHOLE),
    months: [...found.keys()]
      .filter((at) => at >= MONTH)
      .toSorted((one, other) => one - other)
      .flatMap((at) => {
        const figure = of(at);
        return figure ? [{ month: at - MONTH, figure }] : [];
      }),
  };
}
