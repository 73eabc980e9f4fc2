import { z } from "zod";
import { Duration, Rate } from "../evidence/interval.ts";

/** Code that stands for the beginning of a journey in a flow. */
export const START = "START";
/** Code that stands for the end of a journey in a flow. */
export const END = "END";

/** How many journeys an answer is about, of how many there are in the workspace. */
export const Shown = z.strictObject({ journeys: z.number().int(), of: z.number().int() });
export type Shown = z.infer<typeof Shown>;

export const Overview = z.strictObject({
  events: z.number().int(),
  journeys: z.number().int(),
  people: z.number().int(),
  touchpoints: z.number().int(),
  routes: z.number().int(),
  /** First and last event, ISO; null in an empty workspace. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  shown: Shown,
  /** Events that belong to no journey: facts about people, feedback, events without a journey id. */
  outside: z.number().int(),
  /** People who object to being counted: their journeys are not among these. Left out where there are none. */
  objected: z.number().int().optional(),
});
export type Overview = z.infer<typeof Overview>;

/** A touchpoint of the data is an event through one channel. */
export const TouchpointName = z.strictObject({
  code: z.number().int(),
  event: z.string(),
  channel: z.string(),
  /** Event, with the channel where it is known: "Call · phone". Unique in the workspace. */
  label: z.string(),
});
export type TouchpointName = z.infer<typeof TouchpointName>;

export const FlowEdge = z.strictObject({
  /** Label of a touchpoint, or START / END. */
  from: z.string(),
  to: z.string(),
  count: z.number().int(),
  /** Share of what leaves `from` that goes this way. */
  share: Rate,
  p25Seconds: z.number().nullable(),
  medianSeconds: z.number().nullable(),
  p75Seconds: z.number().nullable(),
});
export type FlowEdge = z.infer<typeof FlowEdge>;

export const Flow = z.strictObject({
  journeys: z.number().int(),
  events: z.number().int(),
  edges: z.array(FlowEdge),
  shown: Shown,
});
export type Flow = z.infer<typeof Flow>;

export const Route = z.strictObject({
  /** Hash of the order of touchpoints, as text (64 bits do not fit a JSON number). */
  id: z.string(),
  steps: z.array(z.string()),
  count: z.number().int(),
  share: Rate,
  /** One real journey that took this route. */
  example: z.string(),
  duration: Duration,
});
export type Route = z.infer<typeof Route>;

export const Routes = z.strictObject({
  journeys: z.number().int(),
  /** The most taken routes, at most `limit`. */
  routes: z.array(Route),
  /** How many different routes there are. */
  total: z.number().int(),
  /** Journeys on the routes that are not listed. */
  rest: z.number().int(),
  shown: Shown,
});
export type Routes = z.infer<typeof Routes>;

export const TouchpointStat = z.strictObject({
  touchpoint: TouchpointName,
  events: z.number().int(),
  journeys: z.number().int(),
  people: z.number().int(),
  /** Journeys that pass it, of all shown. */
  reach: Rate,
  /** Journeys that pass it more than once, of those that pass it. */
  repeats: Rate,
  /** Time until the next step. */
  dwell: Duration,
  /** Visits after which the journey ends, of all visits. */
  leave: Rate,
});
export type TouchpointStat = z.infer<typeof TouchpointStat>;

export const Touchpoints = z.strictObject({
  journeys: z.number().int(),
  events: z.number().int(),
  touchpoints: z.array(TouchpointStat),
  shown: Shown,
});
export type Touchpoints = z.infer<typeof Touchpoints>;

export const JourneyRow = z.strictObject({
  id: z.string(),
  /** The id the source gave, or the person and the start when journeys are cut from histories. */
  name: z.string(),
  person: z.string(),
  start: z.string(),
  end: z.string(),
  steps: z.number().int(),
  /** Labels of the first steps, at most 40. */
  path: z.array(z.string()),
});
export type JourneyRow = z.infer<typeof JourneyRow>;

export const Journeys = z.strictObject({
  journeys: z.array(JourneyRow),
  total: z.number().int(),
  shown: Shown,
});
export type Journeys = z.infer<typeof Journeys>;

export const TimelineEvent = z.strictObject({
  time: z.string(),
  kind: z.enum(["event", "feedback", "person"]),
  event: z.string(),
  channel: z.string(),
  place: z.string(),
  why: z.string(),
  how: z.string(),
  source: z.string(),
  journey: z.string().nullable(),
  attributes: z.record(z.string(), z.string()),
  measures: z.array(
    z.strictObject({
      kind: z.string(),
      name: z.string(),
      value: z.number(),
      unit: z.string(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
  ),
  comment: z.string(),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

/** Everything that one person did, across all sources, oldest first. */
export const Timeline = z.strictObject({
  person: z.string(),
  /** Identifiers that are this person, by kind; values are masked unless asked for. */
  identifiers: z.array(z.strictObject({ kind: z.string(), value: z.string() })),
  events: z.array(TimelineEvent),
  /** True when there are more events than are listed. */
  more: z.boolean(),
});
export type Timeline = z.infer<typeof Timeline>;

/** What one can filter on. */
export const Facets = z.strictObject({
  from: z.string().nullable(),
  to: z.string().nullable(),
  channels: z.array(z.strictObject({ channel: z.string(), journeys: z.number().int() })),
  touchpoints: z.array(TouchpointName),
  attributes: z.array(
    z.strictObject({
      name: z.string(),
      values: z.array(z.strictObject({ value: z.string(), journeys: z.number().int() })),
    }),
  ),
  segments: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  scores: z.array(z.strictObject({ name: z.string(), low: z.number(), high: z.number() })),
});
export type Facets = z.infer<typeof Facets>;
