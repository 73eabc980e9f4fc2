import { findWorkspace } from "../../documents/workspace.ts";
import type { Handlers } from "../../handlers.ts";
import { judge, type CheckParts } from "./judge.ts";
import { findCheckSettings, keptScores, saveCheckSettings, withDay } from "./store.ts";

/** Handlers of the health check of maps. */
export function checkHandlers(
  parts: CheckParts,
): Pick<Handlers, "checkMap" | "checkSettings" | "saveCheckSettings"> {
  const { documents } = parts;
  return {
    async checkMap({ params, signal }) {
      const { id: workspace } = await findWorkspace(documents, params.workspace);
      const place = { workspace, map: params.map };
      const day = new Date().toISOString().slice(0, 10);
      const result = await judge(parts, place, day, signal);
      const kept = await keptScores(documents, place);
      return { ...result, history: withDay(kept, { day, scores: result.scores }) };
    },
    async checkSettings({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      return findCheckSettings(documents, id);
    },
    async saveCheckSettings({ params, body }) {
      const { id } = await findWorkspace(documents, params.workspace);
      await saveCheckSettings(documents, id, body);
      return body;
    },
  };
}
