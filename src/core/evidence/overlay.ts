import { z } from "zod";
import { Shown } from "../question/answers.ts";
import { Duration, Mean, Rate } from "./interval.ts";
import { PinnedFigure } from "./pinned.ts";

/** What the data says of one score at one place: its own scale, and the same on −1 … +1. */
export const ScoreStat = z.strictObject({
  name: z.string(),
  scale: z.tuple([z.number(), z.number()]),
  onScale: Mean,
  /** Counts per whole value where the scale has at most 11 of them. */
  counts: z.array(z.strictObject({ value: z.number(), count: z.number().int() })),
});
export type ScoreStat = z.infer<typeof ScoreStat>;

/** The figures laid over one drawn touchpoint. */
export const TouchpointFigures = z.strictObject({
  id: z.string(),
  /** Codes of the data's touchpoints bound to it; empty when no event supports it. */
  codes: z.array(z.number().int()),
  events: z.number().int(),
  journeys: z.number().int(),
  people: z.number().int(),
  /** Journeys that pass it, of those shown. */
  reach: Rate,
  /** Journeys that pass the next drawn touchpoint after it, of those that pass it; null at the last one. */
  conversion: Rate.nullable(),
  /** Time from the visit to the next step, whatever it is. */
  wait: Duration,
  /** Journeys that end here, of those that pass it. */
  leave: Rate,
  repeats: Rate,
  /**
   * The stream: journeys whose furthest drawn touchpoint is this one or a later one, of all that touch
   * the map; it never grows from left to right.
   */
  still: Rate,
  /** Journeys that get no further than here. */
  lost: z.number().int(),
  scores: z.array(ScoreStat),
  /** Mean of all scores reported here, each on −1 … +1; null where nobody reported any. */
  emotion: Mean.nullable(),
  /** Comments of customers, at most 3. */
  quotes: z.array(z.strictObject({ text: z.string(), person: z.string(), time: z.string() })),
});
export type TouchpointFigures = z.infer<typeof TouchpointFigures>;

/** A way back: journeys that go from a later drawn touchpoint to an earlier one. */
export const Loop = z.strictObject({
  from: z.string(),
  to: z.string(),
  journeys: z.number().int(),
});

export const Overlay = z.strictObject({
  shown: Shown,
  people: z.number().int(),
  /** First and last event behind the figures, ISO; null without any. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Journeys that touch at least one drawn touchpoint. */
  onMap: z.number().int(),
  touchpoints: z.array(TouchpointFigures),
  loops: z.array(Loop),
  /** Touchpoints of the data that nothing on the map claims. */
  unbound: z.array(z.strictObject({ label: z.string(), journeys: z.number().int() })),
  /** The figures that metrics are pinned to, by metric. Left out where there are none. */
  pinned: z.array(PinnedFigure).optional(),
  /** Claims on the map by what they rest on. */
  evidence: z.strictObject({
    measured: z.number().int(),
    research: z.number().int(),
    assumed: z.number().int(),
  }),
});
export type Overlay = z.infer<typeof Overlay>;

/** What stands behind one drawn touchpoint: the drawer on the map page. */
export const TouchpointDetail = z.strictObject({
  figures: TouchpointFigures,
  before: z.array(
    z.strictObject({ label: z.string(), count: z.number().int(), share: Rate, wait: Duration }),
  ),
  after: z.array(
    z.strictObject({ label: z.string(), count: z.number().int(), share: Rate, wait: Duration }),
  ),
  sources: z.array(z.strictObject({ source: z.string(), events: z.number().int() })),
  examples: z.array(
    z.strictObject({
      journey: z.string(),
      name: z.string(),
      person: z.string(),
      start: z.string(),
    }),
  ),
});
export type TouchpointDetail = z.infer<typeof TouchpointDetail>;
