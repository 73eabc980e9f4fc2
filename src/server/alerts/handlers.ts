import type { Alert, Alerts, AlertSeries } from "../../core/question/alerts/alert.ts";
import type { TouchpointName } from "../../core/question/answers.ts";
import { readTouchpoints } from "../../engine/event/touchpoint.ts";
import type { Engine } from "../../engine/port.ts";
import {
  changeAlert,
  lastAlertRun,
  listAlerts,
  listMutes,
  muteSeries,
  type KeptAlert,
  type KeptMute,
} from "../documents/alert.ts";
import type { Documents } from "../documents/documents.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";

/** Handlers of the inbox of odd days. */
export function alertHandlers(parts: {
  readonly engine: Engine;
  readonly documents: Documents;
  readonly now: () => number;
}): Pick<Handlers, "alerts" | "changeAlert" | "muteAlerts"> {
  const { engine, documents, now } = parts;
  const inbox = async (ws: number, signal: AbortSignal | undefined): Promise<Alerts> => {
    const names = await namesOf(engine, ws, signal);
    const mutes = await listMutes(documents, ws);
    const run = await lastAlertRun(documents, ws);
    return {
      alerts: (await listAlerts(documents, ws)).flatMap((each) => named(each, names, mutes)),
      muted: mutes.flatMap(({ at, to, ...mute }) => {
        const place = placeOf({ at, to }, names);
        return place ? [{ ...place, ...mute }] : [];
      }),
      run: run && { at: run.at, series: run.series, from: run.from, to: run.to },
    };
  };
  return {
    async alerts({ params, signal }) {
      const { id } = await findWorkspace(documents, params.workspace);
      return inbox(id, signal);
    },
    async changeAlert({ params, body, signal }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const at = new Date(now()).toISOString();
      const changed = await changeAlert(documents, id, params.alert, { ...body, at });
      const names = await namesOf(engine, id, signal);
      return named(changed, names, await listMutes(documents, id))[0]!;
    },
    async muteAlerts({ params, body, signal }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const { at, to, muted, who } = body;
      const when = new Date(now()).toISOString();
      await muteSeries(documents, id, { at, to }, { muted, who, when });
      return inbox(id, signal);
    },
  };
}

type Names = ReadonlyMap<number, TouchpointName>;

export async function namesOf(engine: Engine, ws: number, signal?: AbortSignal): Promise<Names> {
  const touchpoints = await readTouchpoints(engine.lookup, ws, signal);
  return new Map(touchpoints.map((each) => [each.code, each]));
}

function placeOf(
  { at, to }: AlertSeries,
  names: Names,
): { at: TouchpointName; to: TouchpointName | null } | null {
  const [one, other] = [names.get(at), to === null ? null : names.get(to)];
  return one && other !== undefined ? { at: one, to: other } : null;
}

/** An odd day with the names of its touchpoints; nothing where they are not in the data any more. */
export function named(each: KeptAlert, names: Names, mutes: readonly KeptMute[]): Alert[] {
  const place = placeOf(each, names);
  const muted = mutes.some(({ at, to }) => at === each.at && to === each.to);
  return place ? [{ ...each, ...place, muted }] : [];
}
