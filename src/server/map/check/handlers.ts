import { check } from "../../../core/map/check/check.ts";
import type { Facts } from "../../../core/map/check/rule.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { AppError } from "../../../core/problem.ts";
import { overlay } from "../../../engine/evidence/overlay.ts";
import type { Engine } from "../../../engine/port.ts";
import { overview } from "../../../engine/question/overview.ts";
import type { Documents } from "../../documents/documents.ts";
import { findWorkspace } from "../../documents/workspace.ts";
import type { Handlers } from "../../handlers.ts";
import type { Shelf } from "../shelf.ts";
import { findCheckSettings, recordScores, saveCheckSettings } from "./store.ts";

type Parts = {
  readonly engine: Engine;
  readonly documents: Documents;
  readonly shelf: Pick<Shelf, "map">;
};

/** Handlers of the health check of maps. */
export function checkHandlers(
  parts: Parts,
): Pick<Handlers, "checkMap" | "checkSettings" | "saveCheckSettings"> {
  const { documents, shelf } = parts;
  return {
    async checkMap({ params, signal }) {
      const { id: workspace } = await findWorkspace(documents, params.workspace);
      const journey = await shelf.map(workspace, params.map);
      const day = new Date().toISOString().slice(0, 10);
      const facts = await factsOf(parts, workspace, journey, signal);
      const settings = await findCheckSettings(documents, workspace);
      const result = check(journey, { ...facts, today: day }, settings);
      const at = { workspace, map: journey.id, day };
      return { ...result, history: await recordScores(documents, at, result.scores) };
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

/** What the data and the other maps know of this one; without data there are no figures to judge by. */
async function factsOf(
  { engine, shelf }: Parts,
  ws: number,
  journey: Journey,
  signal: AbortSignal,
): Promise<Facts> {
  const current = await basis(shelf, ws, journey);
  const asked = { ws, filter: {}, segments: {}, signal };
  const laid = await overlay(engine, asked, journey);
  if (laid.shown.of === 0) return { current };
  const sizes: Record<string, number> = {};
  for (const { id, predicate } of journey.personas ?? []) {
    if (!predicate) continue;
    const of = { ...asked, filter: { segment: id }, segments: { [id]: predicate } };
    sizes[id] = (await overview(engine, of)).people;
  }
  return { current, overlay: laid, sizes };
}

async function basis(
  shelf: Parts["shelf"],
  ws: number,
  { basedOn }: Journey,
): Promise<Journey | undefined> {
  if (basedOn === undefined) return undefined;
  try {
    return await shelf.map(ws, basedOn);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return undefined;
    throw error;
  }
}
