import { z } from "zod";
import type { Goal } from "../../core/question/towards.ts";
import type { Engine } from "../port.ts";
import type { Scope } from "./filter.ts";
import { touchpointOf } from "./touchpoint-of.ts";

/** Which touchpoints of the data are the goal, and who said so. */
export type Aim = Pick<Goal, "by"> & { readonly codes: readonly number[] };

/**
 * The goal by its touchpoints. Without an aim it is where most journeys end: a stand-in for a goal that
 * nobody named. Rejects with `bad-request` for a touchpoint that is none.
 */
export async function aimed(
  engine: Engine,
  scope: Scope,
  aim: Aim | null,
  signal: AbortSignal | undefined,
): Promise<Goal> {
  const { by, codes } = aim ?? { by: "ends", codes: await mostEnds(engine, scope, signal) };
  const touchpoints = codes.map((code) => touchpointOf(scope, code));
  return { touchpoints, by };
}

async function mostEnds(
  engine: Engine,
  { journeys, parameters }: Scope,
  signal: AbortSignal | undefined,
): Promise<number[]> {
  const rows = await engine.analysis.rows(
    z.object({ code: z.number() }),
    `SELECT steps[-1] AS code FROM ${journeys} GROUP BY code ORDER BY count() DESC, code LIMIT 1`,
    parameters,
    { signal },
  );
  return rows.map(({ code }) => code);
}
