import { z } from "zod";

/** Ids: slug-like, unique in the whole file, kept for good; comments, links and history hold on to them. */
const id = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[a-z0-9][a-z0-9_-]{0,60}$`), `an id starts with ${prefix}_`);

export const JourneyId = id("jo");
export const EpisodeId = id("ep");
export const TouchpointId = id("tp");
export const PersonaId = id("pe");
export const PainId = id("pn");
export const OpportunityId = id("op");
export const QuoteId = id("qu");
export const EmotionId = id("em");
export const PictureId = id("pi");
export const MetricId = id("me");
export const GoalId = id("go");
export const ActionId = id("ac");
export const TransitionId = id("tr");
export const MemberId = id("mb");
export const LaneId = id("ln");
export const ExceptionId = id("ex");

/** Plain text; a Markdown subset (emphasis, lists, links) where it is long. */
export const Text = z.string().max(4000);
export const Title = z.string().min(1).max(160);

/** What a claim on the map rests on. */
export const Evidence = z.strictObject({
  kind: z.enum(["assumed", "research", "measured"]),
  /** Where it comes from: "14 interviews", "CSAT survey", name of a source in the data. */
  source: z.string().max(300).optional(),
  n: z.number().int().nonnegative().optional(),
  date: z.iso.date().optional(),
  link: z.url({ protocol: /^https?$/ }).optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A feeling that somebody claims or reported, on −1 … +1; `scale` is the one it was given on. */
export const Emotion = z.strictObject({
  id: EmotionId,
  value: z.number().min(-1).max(1),
  scale: z.tuple([z.number(), z.number()]).optional(),
  persona: PersonaId.optional(),
  evidence: Evidence,
});
export type Emotion = z.infer<typeof Emotion>;

export const Pain = z.strictObject({
  id: PainId,
  title: Title,
  text: Text.optional(),
  /** 1 (nuisance) … 5 (reason to leave). */
  severity: z.number().int().min(1).max(5).optional(),
  evidence: Evidence,
});
export type Pain = z.infer<typeof Pain>;

export const Opportunity = z.strictObject({
  id: OpportunityId,
  title: Title,
  text: Text.optional(),
  evidence: Evidence.optional(),
});
export type Opportunity = z.infer<typeof Opportunity>;

export const Quote = z.strictObject({
  id: QuoteId,
  text: Text,
  /** Who said it, in general terms: "customer, 34, first switch". */
  by: z.string().max(200).optional(),
  persona: PersonaId.optional(),
  evidence: Evidence,
});
export type Quote = z.infer<typeof Quote>;

/** A picture: its bytes stand beside the map under the SHA-256 of what Spoor made of them. */
export const Picture = z.strictObject({
  id: PictureId,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** What is to be seen on it, for who cannot see it. */
  alt: z.string().max(300),
});
export type Picture = z.infer<typeof Picture>;

/** A measure of an element: which one, not its value. */
export const Metric = z.strictObject({
  id: MetricId,
  name: Title,
  /** Name of a score or measure in the data, or a built-in: reach, conversion, wait, leave. */
  measure: z.string().min(1),
  unit: z.string().max(40).optional(),
  /** The figure of a saved question that it shows: the question's id, and which of its figures. */
  pinned: z
    .strictObject({ question: z.string().min(1).max(80), figure: z.string().min(1).max(300) })
    .optional(),
});
export type Metric = z.infer<typeof Metric>;

export const Goal = z.strictObject({
  id: GoalId,
  title: Title,
  kind: z.enum(["quantitative", "qualitative"]),
  /** Name of a score in the data, or reach, conversion or leave. */
  measure: z.string().optional(),
  /** The pinned figure by which it is measured. */
  metric: MetricId.optional(),
  /**
   * Of whom it is measured: of those who come to one of these touchpoints, or answer about one; without, where
   * the goal stands. `reach`: of these, those who come to one of those later.
   */
  among: z.array(TouchpointId).optional(),
  reach: z.array(TouchpointId).optional(),
  baseline: z.number().optional(),
  target: z.number().optional(),
  unit: z.string().max(40).optional(),
  by: z.iso.date().optional(),
  /** The goals that come nearer when this one does. */
  serves: z.array(GoalId).optional(),
});
export type Goal = z.infer<typeof Goal>;

export const Action = z.strictObject({
  id: ActionId,
  title: Title,
  owner: z.string().max(200).optional(),
  by: z.iso.date().optional(),
  status: z.enum(["open", "doing", "done", "dropped"]).optional(),
  /** The pains it takes away and the opportunities it takes. */
  solves: z.array(z.union([PainId, OpportunityId])).optional(),
});
export type Action = z.infer<typeof Action>;
