import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Overlay } from "../../../core/evidence/overlay.ts";
import type { Metric } from "../../../core/map/claim.ts";
import { walk } from "../../../core/map/elements.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { call, Refusal } from "../../app/client.ts";

/** Most questions that opening a map asks anew, one after the other. */
const MOST = 5;

/** The figures come anew once a metric is pinned that they do not know, and the server has it. */
export function useNewFigures(journey: Journey, saved: boolean, overlay: Overlay | null): void {
  const queries = useQueryClient();
  const asked = useRef("");
  useEffect(() => {
    if (!saved || !overlay) return;
    const known = new Set(overlay.pinned?.map(({ metric }) => metric));
    const unknown = walk(journey).flatMap(({ element }) => {
      const { id, pinned } = element as Metric;
      return pinned && !known.has(id) ? [id] : [];
    });
    const which = unknown.join(" ");
    if (which === asked.current) return;
    asked.current = which;
    if (which !== "") void queries.invalidateQueries({ queryKey: ["overlay"] });
  }, [journey, saved, overlay, queries]);
}

/**
 * Asks the questions anew whose figures the map shows and that are older than the data: once, when the map is
 * opened, behind what is kept of them.
 */
export function useFreshFigures(
  workspace: string,
  journey: Journey | undefined,
  overlay: Overlay | undefined,
): void {
  const queries = useQueryClient();
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !journey || !overlay) return;
    done.current = true;
    const stale = new Set(
      overlay.pinned?.flatMap(({ metric, state }) => (state === "stale" ? [metric] : [])),
    );
    const questions = walk(journey).flatMap(({ element }) => {
      const { id, pinned } = element as Metric;
      return pinned && stale.has(id) ? [pinned.question] : [];
    });
    const ask = async () => {
      for (const question of [...new Set(questions)].slice(0, MOST))
        await call("refreshQuestion", { workspace, question });
      await queries.invalidateQueries({ queryKey: ["overlay"] });
    };
    if (questions.length > 0)
      ask().catch((error: unknown) => {
        // The figures stay as they are kept, and say that the data changed since.
        if (!(error instanceof Refusal)) throw error;
      });
  }, [workspace, journey, overlay, queries]);
}
