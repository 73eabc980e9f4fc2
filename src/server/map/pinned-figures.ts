import type { PinnedFigure } from "../../core/evidence/pinned.ts";
import { FLOOR } from "../../core/evidence/floor.ts";
import { walk } from "../../core/map/elements.ts";
import type { Metric } from "../../core/map/claim.ts";
import type { Journey } from "../../core/map/journey.ts";
import type { Engine } from "../../engine/port.ts";
import type { Asked } from "../../engine/question/asked.ts";
import { dataState } from "../../engine/question/data-state.ts";
import { seenOutside } from "../../protocol/question/seen-outside.ts";
import { figuresOf } from "../../protocol/question/taken.ts";
import type { Documents } from "../documents/documents.ts";
import { findGone, findPinnable } from "../documents/pinnable.ts";

/** Most pinned figures that a map shows. */
const MOST = 200;

/**
 * The figures that the metrics of a map are pinned to, from the kept answers of their questions: nothing is
 * asked anew. A question in the bin is gone; its last figure stays. People `outside` see what they would see
 * of the answer: nothing about fewer people or journeys than the floor.
 */
export async function pinnedFigures(
  { engine, documents }: { readonly engine: Engine; readonly documents: Documents },
  { ws, signal }: Pick<Asked, "ws" | "signal">,
  journey: Journey,
  outside: boolean,
): Promise<PinnedFigure[]> {
  const metrics = walk(journey)
    .filter(({ kind }) => kind === "metric")
    .flatMap(({ element }) => {
      const { id, pinned } = element as Metric;
      return pinned ? [{ id, ...pinned }] : [];
    })
    .slice(0, MOST);
  if (metrics.length === 0) return [];
  const ids = [...new Set(metrics.map(({ question }) => question))];
  const now = await dataState(engine, ws, signal);
  const found = await findPinnable(documents, ws, ids);
  const kept = new Map(
    found.map((saved) => {
      const { question, names, answer } = outside ? seenOutside(saved) : saved;
      const { id, answered: at, deleted } = saved;
      const state = deleted !== null ? "gone" : saved.state === now ? "fresh" : "stale";
      return [id, { figures: figuresOf(question, answer, names), at, state }] as const;
    }),
  );
  const gone = new Map(
    (await findGone(documents, ws, ids)).map(({ id, figures, answered }) => [
      id,
      {
        figures: outside ? figures.filter(({ n }) => n >= FLOOR) : figures,
        at: answered,
        state: "gone",
      } as const,
    ]),
  );
  return metrics.map(({ id: metric, question, figure: which }): PinnedFigure => {
    const from = kept.get(question) ?? gone.get(question);
    if (!from) return { metric, state: "gone", figure: null, at: null };
    const figure = from.figures.find(({ id }) => id === which) ?? null;
    const state = figure === null && from.state !== "gone" ? "missing" : from.state;
    return { metric, state, figure, at: from.at };
  });
}
