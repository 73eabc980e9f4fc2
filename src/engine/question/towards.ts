import { z } from "zod";
import { BEGIN, LEFT, REACHED, type Step } from "../../core/question/chain.ts";
import {
  creditsFrom,
  leavingFrom,
  type Attribution,
  type Goal,
  type Leave,
  type Passed,
  type Share,
} from "../../core/question/towards.ts";
import type { Engine, Parameters } from "../port.ts";
import { aimed, type Aim } from "./aim.ts";
import type { Asked } from "./asked.ts";
import { scopeOf, type Scope } from "./filter.ts";
import { readTotals } from "./totals.ts";

const count = z.coerce.number();
const StepRow = z.object({ from: z.number(), to: z.number(), count });
const PassedRow = z.object({ code: z.number(), journeys: count, reached: count });
const ShareRow = z.object({
  code: z.number(),
  journeys: count,
  shapley: z.number(),
  squares: z.number(),
  first: count,
  last: count,
});

/** Where customers leave on their way to a goal. Rejects with `bad-request` for a goal that is none. */
export async function leave(engine: Engine, asked: Asked, aim: Aim | null): Promise<Leave> {
  const towards = await readTowards(engine, asked, aim);
  const passed: Passed[] = await engine.analysis.rows(
    PassedRow,
    `SELECT code, count() AS journeys, countIf(reached) AS reached
    FROM ${towards.ways} ARRAY JOIN arrayDistinct(path) AS code GROUP BY code`,
    towards.parameters,
    { signal: asked.signal },
  );
  const { journeys, shown } = await readTotals(engine, towards.scope, asked.signal);
  const found = leavingFrom(towards.steps, passed, towards.names);
  return { journeys, goal: towards.goal, ...found, shown };
}

/** Which contact earned the goal. Rejects with `bad-request` for a goal that is none. */
export async function attribution(
  engine: Engine,
  asked: Asked,
  aim: Aim | null,
): Promise<Attribution> {
  const towards = await readTowards(engine, asked, aim);
  const shares: Share[] = await engine.analysis.rows(
    ShareRow,
    `SELECT code, count() AS journeys, sum(1 / length(different)) AS shapley,
      sum(1 / (length(different) * length(different))) AS squares,
      countIf(code = path[1]) AS first, countIf(code = path[-1]) AS last
    FROM (SELECT path, arrayDistinct(path) AS different FROM ${towards.ways} WHERE reached)
    ARRAY JOIN different AS code GROUP BY code`,
    towards.parameters,
    { signal: asked.signal },
  );
  const { journeys, shown } = await readTotals(engine, towards.scope, asked.signal);
  const found = creditsFrom(towards.steps, shares, towards.names);
  return { journeys, goal: towards.goal, ...found, shown };
}

type Towards = {
  readonly scope: Scope;
  readonly goal: Goal;
  readonly names: ReadonlyMap<number, Goal["touchpoints"][number]>;
  readonly parameters: Parameters;
  /** Per journey its `path` up to the goal, without it, and whether it was `reached`. */
  readonly ways: string;
  readonly steps: readonly Step[];
};

async function readTowards(engine: Engine, asked: Asked, aim: Aim | null): Promise<Towards> {
  const scope = await scopeOf(engine, asked);
  const names = new Map(scope.touchpoints.map((each) => [each.code, each]));
  const goal = await aimed(engine, scope, aim, asked.signal);
  const parameters = { ...scope.parameters, goal: goal.touchpoints.map(({ code }) => code) };
  const ways = `(
    SELECT arrayFirstIndex(step -> has({goal:Array(UInt16)}, step), steps) AS at, at > 0 AS reached,
      if(reached, arraySlice(steps, 1, at - 1), steps) AS path
    FROM ${scope.journeys})`;
  const steps = await engine.analysis.rows(
    StepRow,
    `SELECT from, to, count() AS count
    FROM (SELECT arrayConcat([toUInt16(${BEGIN})], path, [if(reached, ${REACHED}, ${LEFT})::UInt16]) AS whole
      FROM ${ways})
    ARRAY JOIN arrayPopBack(whole) AS from, arrayPopFront(whole) AS to
    GROUP BY from, to ORDER BY from, to`,
    parameters,
    { signal: asked.signal },
  );
  return { scope, goal, names, parameters, ways, steps };
}
