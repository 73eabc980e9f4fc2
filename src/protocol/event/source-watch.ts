import { z } from "zod";
import { SourceTrouble } from "../../core/event/source-health.ts";
import { TailEvent } from "../../core/event/tail.ts";
import { Message } from "../../core/message/message.ts";

/** How a source is doing. */
export const SourceHealth = z.strictObject({
  troubles: z.array(SourceTrouble),
  /** Milliseconds between the arrival of what came last and its being in people's journeys; null when not known yet. */
  lag: z.number().nullable(),
  /** For how many milliseconds something has been waiting; null when nothing waits. */
  waits: z.number().nullable(),
});
export type SourceHealth = z.infer<typeof SourceHealth>;

/** What lies in quarantine of a source. */
export const SourceAside = z.strictObject({
  rows: z.number().int(),
  /** The most frequent first; the rows of the rest are `rows` less all of these. */
  reasons: z.array(z.strictObject({ reason: Message, rows: z.number().int() })),
});
export type SourceAside = z.infer<typeof SourceAside>;

const path = "/api/w/{workspace}/sources/{source}";

export const sourceWatchEndpoints = {
  sourceHealth: {
    method: "GET",
    path: `${path}/health`,
    summary: "What is wrong with a source, and how far it is behind",
    answer: SourceHealth,
  },
  sourceAside: {
    method: "GET",
    path: `${path}/aside`,
    summary: "Why rows of a source lie in quarantine, counted",
    answer: SourceAside,
  },
  tail: {
    method: "GET",
    path: `${path}/tail`,
    summary: "What a source tells as it comes in, identifiers masked (server-sent events)",
    stream: true,
    answer: z.discriminatedUnion("type", [
      TailEvent,
      /** More came than can be shown. */
      z.strictObject({ type: z.literal("skipped"), count: z.number().int() }),
    ]),
  },
} as const;
