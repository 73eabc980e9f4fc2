import { z } from "zod";
import { brokenReferences } from "./references.ts";

/**
 * The journey file (`*.journey.yaml`): a journey map as a plain value. Everything a team draws or
 * claims stands here; nothing measured does, since figures are laid over it from the events.
 */

/** Slug-like ids, unique in the file, kept for good: they are what comments, links and history hold on to. */
const id = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[a-z0-9][a-z0-9_-]{0,60}$`), `an id starts with ${prefix}_`);

export const EpisodeId = id("ep");
export const TouchpointId = id("tp");
export const PersonaId = id("pe");

/** Plain text; a Markdown subset (emphasis, lists, links) where it is long. */
const Text = z.string().max(4000);
const Title = z.string().min(1).max(160);

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

export const Channel = z.enum([
  "web",
  "app",
  "email",
  "phone",
  "chat",
  "whatsapp",
  "shop",
  "post",
  "social",
  "partner",
  "word-of-mouth",
  "event",
  "forum",
  "home",
  "none",
  "other",
]);
export type Channel = z.infer<typeof Channel>;

/** Who controls a touchpoint (Lemon & Verhoef 2016). */
export const Ownership = z.enum(["brand", "partner", "customer", "external"]);
export type Ownership = z.infer<typeof Ownership>;

/** Which events are this touchpoint. All given parts must match; an event belongs to the first rule that fits. */
export const Binding = z.strictObject({
  event: z.string().min(1),
  /** Channel as the data names it; missing = any. */
  channel: z.string().optional(),
});
export type Binding = z.infer<typeof Binding>;

/** The journalist's six questions, from the customer's side. */
export const SixQuestions = z.strictObject({
  who: Text.optional(),
  what: Text.optional(),
  why: Text.optional(),
  where: Text.optional(),
  when: Text.optional(),
  how: Text.optional(),
});

/** A feeling that somebody claims or reported, on −1 … +1; `scale` is the one it was given on. */
export const Emotion = z.strictObject({
  value: z.number().min(-1).max(1),
  scale: z.tuple([z.number(), z.number()]).optional(),
  persona: PersonaId.optional(),
  evidence: Evidence,
});
export type Emotion = z.infer<typeof Emotion>;

export const Pain = z.strictObject({
  title: Title,
  text: Text.optional(),
  /** 1 (nuisance) … 5 (reason to leave). */
  severity: z.number().int().min(1).max(5).optional(),
  evidence: Evidence,
});
export type Pain = z.infer<typeof Pain>;

export const Opportunity = z.strictObject({
  title: Title,
  text: Text.optional(),
  evidence: Evidence.optional(),
});

export const Quote = z.strictObject({
  text: Text,
  /** Who said it, in general terms: "customer, 34, first switch". */
  by: z.string().max(200).optional(),
  persona: PersonaId.optional(),
  evidence: Evidence,
});

/** The organisation behind a touchpoint (service blueprint). */
export const Backstage = z.strictObject({
  /** Front-line people and systems, visible to the customer. */
  frontstage: z.array(z.string().max(200)).optional(),
  process: z.string().max(200).optional(),
  system: z.string().max(200).optional(),
  unit: z.string().max(200).optional(),
});

/** A measure pinned to an element: which one, not its value. */
export const Metric = z.strictObject({
  name: Title,
  /** Name of a score or measure in the data, or a built-in: reach, conversion, wait, leave. */
  measure: z.string().min(1),
  unit: z.string().max(40).optional(),
});

export const Goal = z.strictObject({
  title: Title,
  kind: z.enum(["quantitative", "qualitative"]),
  measure: z.string().optional(),
  baseline: z.number().optional(),
  target: z.number().optional(),
  unit: z.string().max(40).optional(),
  by: z.iso.date().optional(),
});

export const Action = z.strictObject({
  title: Title,
  owner: z.string().max(200).optional(),
  by: z.iso.date().optional(),
  status: z.enum(["open", "doing", "done", "dropped"]).optional(),
});

const Importance = z.strictObject({
  customer: z.number().int().min(1).max(5).optional(),
  organisation: z.number().int().min(1).max(5).optional(),
});

export const Touchpoint = z.strictObject({
  id: TouchpointId,
  /** In the customer's voice: "I compare rates". */
  title: Title,
  channel: Channel.optional(),
  ownership: Ownership.optional(),
  /** Stage of the relation: suspect … advocate. */
  stage: z.enum(["suspect", "prospect", "customer", "client", "supporter", "advocate"]).optional(),
  events: z.array(Binding).optional(),
  momentOfTruth: z.boolean().optional(),
  importance: Importance.optional(),
  questions: SixQuestions.optional(),
  /** What the customer does here. */
  doing: Text.optional(),
  emotions: z.array(Emotion).optional(),
  quotes: z.array(Quote).optional(),
  pains: z.array(Pain).optional(),
  opportunities: z.array(Opportunity).optional(),
  metrics: z.array(Metric).optional(),
  goals: z.array(Goal).optional(),
  actions: z.array(Action).optional(),
  backstage: Backstage.optional(),
  evidence: z.array(Evidence).optional(),
  notes: Text.optional(),
});
export type Touchpoint = z.infer<typeof Touchpoint>;

export const Episode = z.strictObject({
  id: EpisodeId,
  title: Title,
  /** What the customer wants to reach in this chapter. */
  goal: Text.optional(),
  pains: z.array(Pain).optional(),
  opportunities: z.array(Opportunity).optional(),
  goals: z.array(Goal).optional(),
  evidence: z.array(Evidence).optional(),
  touchpoints: z.array(Touchpoint).default([]),
});
export type Episode = z.infer<typeof Episode>;

/** A segment with a face: a predicate over customers, so that it has a measured size, and research. */
export const Persona = z.strictObject({
  id: PersonaId,
  name: Title,
  text: Text.optional(),
  /** Attribute → values; all must hold. */
  predicate: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  goals: z.array(Text).optional(),
  evidence: z.array(Evidence).optional(),
});
export type Persona = z.infer<typeof Persona>;

export const Member = z.strictObject({
  name: z.string().min(1).max(120),
  unit: z.string().max(200).optional(),
  role: z.string().max(200).optional(),
  accountable: z.boolean().optional(),
});

/** A pain or opportunity on the way between two touchpoints. */
export const Transition = z.strictObject({
  from: TouchpointId,
  to: TouchpointId,
  pains: z.array(Pain).optional(),
  opportunities: z.array(Opportunity).optional(),
});

export const Journey = z
  .strictObject({
    spoor: z.literal("journey/1"),
    id: id("jo"),
    title: Title,
    language: z.enum(["nl", "en"]).optional(),
    state: z.enum(["current", "future", "ideal"]).default("current"),
    scope: Text.optional(),
    owner: z.string().max(200).optional(),
    reviewBy: z.iso.date().optional(),
    personas: z.array(Persona).optional(),
    goals: z.array(Goal).optional(),
    team: z.array(Member).optional(),
    episodes: z.array(Episode).min(1),
    transitions: z.array(Transition).optional(),
    evidence: z.array(Evidence).optional(),
  })
  .superRefine((journey, context) => {
    for (const fault of brokenReferences(journey)) context.addIssue({ code: "custom", ...fault });
  });
export type Journey = z.infer<typeof Journey>;
