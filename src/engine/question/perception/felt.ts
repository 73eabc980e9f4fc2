import type { Mean } from "../../../core/evidence/interval.ts";
import type { Journey } from "../../../core/map/journey.ts";
import type { Shown } from "../../../core/question/answers.ts";
import { layOver } from "../../evidence/lay-over.ts";
import { readScores } from "../../evidence/scores.ts";
import type { Engine } from "../../port.ts";
import type { Asked } from "../asked.ts";
import { readTotals } from "../totals.ts";

/** How customers feel at each touchpoint of a map by what they answered: the figures of the map. */
export async function feltOn(
  engine: Engine,
  asked: Asked,
  journey: Journey,
): Promise<{ readonly felt: ReadonlyMap<string, Mean>; readonly shown: Shown }> {
  const laid = await layOver(engine, asked, journey);
  const scores = await readScores(engine, laid);
  const { shown } = await readTotals(engine, laid.scope, asked.signal);
  const felt = laid.bound.flatMap(({ id }, nth): [string, Mean][] => {
    const emotion = scores.get(nth + 1)?.emotion;
    return emotion ? [[id, emotion]] : [];
  });
  return { felt: new Map(felt), shown };
}
