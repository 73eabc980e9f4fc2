import { z } from "zod";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import type { Outcome } from "../../../core/question/drivers/drivers.ts";
import type { Goal } from "../../../core/question/towards.ts";
import type { Engine } from "../../port.ts";
import type { Scope } from "../filter.ts";
import type { Measure } from "./candidates.ts";

const Row = z.object({
  code: z.number(),
  kind: z.string(),
  name: z.string(),
  unit: z.string(),
  low: z.number(),
  high: z.number(),
  given: z.coerce.number(),
});

export type Known = {
  readonly measures: readonly Measure[];
  readonly outcomes: readonly { readonly outcome: Outcome; readonly code: number }[];
};

/** What the data measures, and what of it can be explained: scores first, the most answered one at the top. */
export async function readOutcomes(
  engine: Engine,
  { journeys, parameters }: Scope,
  signal: AbortSignal | undefined,
): Promise<Known> {
  const rows = await engine.analysis.rows(
    Row,
    `SELECT code, kind, name, unit, low, high, given.n AS given
    FROM (SELECT code, kind, name, unit, low, high FROM measure FINAL WHERE ws = {ws:UInt32}) AS known
    LEFT JOIN (
      SELECT code, count() AS n FROM (SELECT measures.code FROM ${journeys} WHERE notEmpty(measures.code))
      ARRAY JOIN arrayDistinct(measures.code) AS code GROUP BY code
    ) AS given ON given.code = known.code
    ORDER BY given DESC, code`,
    parameters,
    { signal },
  );
  const of = (kind: "score" | "amount") =>
    rows
      .filter((row) => row.kind === kind && row.given > 0)
      .map(({ code, name, unit, low, high }) => ({
        code,
        outcome: {
          kind,
          name,
          unit,
          scale: kind === "score" ? ([low, high] as [number, number]) : null,
        },
      }));
  const goals = (["goal", "again"] as const).map((kind) => ({
    code: 0,
    outcome: { kind, name: "", unit: "", scale: null },
  }));
  return {
    measures: rows.filter(({ given }) => given > 0),
    outcomes: [...of("score"), ...goals, ...of("amount")],
  };
}

/** The outcome that is asked for; without any the score with the most answers, else the goal. */
export function chosen(
  { outcomes }: Known,
  asked: string | null,
  goal: Goal,
): { readonly outcome: Outcome; readonly code: number; readonly goal: Goal | null } {
  const found = outcomes.find(({ outcome: { kind, name } }) =>
    asked === null ? true : asked === kind || asked === name,
  );
  if (!found)
    throw new AppError("bad-request", message("no-such-outcome", { outcome: asked ?? "" }));
  const { kind } = found.outcome;
  return { ...found, goal: kind === "goal" || kind === "again" ? goal : null };
}
