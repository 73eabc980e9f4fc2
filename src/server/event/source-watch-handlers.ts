import { sourceTroubles } from "../../core/event/source-health.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { quarantineReasons } from "../../engine/event/quarantine.ts";
import type { Engine } from "../../engine/port.ts";
import type { Documents } from "../documents/documents.ts";
import { hoursOf } from "../documents/intake.ts";
import { lastHeard } from "../documents/source-books.ts";
import { findSource } from "../documents/source.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Watch } from "./intake/watch.ts";

/** A week, by which one knows how often a source tells. */
const HOURS = 7 * 24;
/** Reasons that are told apart. */
const REASONS = 12;

/** Handlers of how sources are doing, and of watching what they tell. */
export function sourceWatchHandlers(parts: {
  engine: Engine;
  documents: Documents;
  watch: Watch;
  now: () => number;
}): Pick<Handlers, "sourceHealth" | "sourceAside" | "tail"> {
  const { engine, documents, watch, now } = parts;

  async function found({ workspace, source }: { workspace: string; source: string }) {
    const { id } = await findWorkspace(documents, workspace);
    return { id, stored: await findSource(documents, id, source) };
  }

  return {
    async sourceHealth({ params }) {
      const { id, stored } = await found(params);
      const hours = await hoursOf(documents, id, params.source, HOURS);
      const last = await lastHeard(documents, id, params.source);
      const at = now();
      const { last: lag, waits } = watch.lagOf(id, params.source);
      const week = at - HOURS * 3_600_000;
      const troubles = sourceTroubles({
        now: at,
        last: last === null ? null : Date.parse(last),
        stopped: stored.stopped !== null,
        hours: hours
          .map(({ hour, ledger }) => ({ hour: Date.parse(hour), ledger }))
          .filter(({ hour }) => hour > week),
        refused: {
          calls: stored.refused,
          last: stored.refused_last === null ? null : Date.parse(stored.refused_last),
        },
        waits,
      });
      return { troubles, lag, waits: waits === null ? null : Math.max(0, at - waits) };
    },
    async sourceAside({ params }) {
      const { id } = await found(params);
      const which = { ws: id, source: params.source };
      const { reasons, total } = await quarantineReasons(engine, which, REASONS);
      return { rows: total, reasons };
    },
    async tail({ params, signal }) {
      const { id } = await found(params);
      if (watch.isFull) throw new AppError("unavailable", message("too-many-tails"));
      return watch.follow(id, params.source, signal);
    },
  };
}
