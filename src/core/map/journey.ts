import { z } from "zod";
import {
  Action,
  Emotion,
  EpisodeId,
  Evidence,
  ExceptionId,
  Goal,
  JourneyId,
  LaneId,
  MemberId,
  Metric,
  Opportunity,
  Pain,
  PersonaId,
  Picture,
  Quote,
  Text,
  Title,
  TouchpointId,
  TransitionId,
} from "./claim.ts";
import { brokenReferences } from "./references.ts";

/**
 * The journey file (`*.journey.yaml`): a journey map as a plain value. Everything a team draws or
 * claims stands here; nothing measured does, since figures are laid over it from the events.
 */

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

/** The organisation behind a touchpoint (service blueprint). */
export const Backstage = z.strictObject({
  /** Front-line people and systems, visible to the customer. */
  frontstage: z.array(z.string().max(200)).optional(),
  process: z.string().max(200).optional(),
  system: z.string().max(200).optional(),
  unit: z.string().max(200).optional(),
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
  /** Customers may go without it. */
  optional: z.boolean().optional(),
  /** Customers may pass it several times in a row. */
  repeats: z.boolean().optional(),
  importance: Importance.optional(),
  questions: SixQuestions.optional(),
  /** What the customer does here. */
  doing: Text.optional(),
  pictures: z.array(Picture).optional(),
  emotions: z.array(Emotion).optional(),
  quotes: z.array(Quote).optional(),
  pains: z.array(Pain).optional(),
  opportunities: z.array(Opportunity).optional(),
  metrics: z.array(Metric).optional(),
  goals: z.array(Goal).optional(),
  actions: z.array(Action).optional(),
  backstage: Backstage.optional(),
  evidence: z.array(Evidence).optional(),
  /** The journey that this touchpoint opens: a map of its own. */
  opens: JourneyId.optional(),
  /** What stands in the lanes that the team added. */
  cells: z.record(LaneId, Text).optional(),
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
  metrics: z.array(Metric).optional(),
  evidence: z.array(Evidence).optional(),
  /** Customers pass its touchpoints in any order. */
  anyOrder: z.boolean().optional(),
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
  id: MemberId,
  name: z.string().min(1).max(120),
  unit: z.string().max(200).optional(),
  role: z.string().max(200).optional(),
  accountable: z.boolean().optional(),
  /** The day on which this person said that the map is right for his unit. */
  signed: z.iso.date().optional(),
});
export type Member = z.infer<typeof Member>;

/** A pain or opportunity on the way between two touchpoints. */
export const Transition = z.strictObject({
  id: TransitionId,
  from: TouchpointId,
  to: TouchpointId,
  pains: z.array(Pain).optional(),
  opportunities: z.array(Opportunity).optional(),
});

export type Transition = z.infer<typeof Transition>;

/** The rows of a map that Spoor knows, in their usual order. */
export const LaneKind = z.enum([
  "picture",
  "emotion",
  "quotes",
  "stream",
  "wait",
  "pains",
  "opportunities",
  "goal",
  "doing",
  "importance",
  "scores",
  "figures",
  "metrics",
  "frontstage",
  "backstage",
  "unit",
  "actions",
]);
export type LaneKind = z.infer<typeof LaneKind>;

/** A row of the map. Kinds that are not listed stand where they usually do; `text` is a row of the team's own. */
export const Lane = z.strictObject({
  id: LaneId,
  kind: z.union([LaneKind, z.literal("text")]),
  title: Title.optional(),
  hidden: z.boolean().optional(),
});
export type Lane = z.infer<typeof Lane>;

/** A rule of the health check that is not to be applied to one element, and why. */
export const Exception = z.strictObject({
  id: ExceptionId,
  rule: z.string().min(1).max(80),
  /** Id of the element. */
  at: z.string().regex(/^(?!ex_)./),
  reason: z.string().min(1).max(1000),
});
export type Exception = z.infer<typeof Exception>;

export const Journey = z
  .strictObject({
    spoor: z.literal("journey/1"),
    id: JourneyId,
    title: Title,
    language: z.enum(["nl", "en"]).optional(),
    state: z.enum(["current", "future", "ideal"]).default("current"),
    /** The current journey of which this one is a future or ideal state: touchpoints keep their ids. */
    basedOn: JourneyId.optional(),
    /** Which case of the journey this map is about: "with a reservation", "after a move". */
    scenario: z.string().max(200).optional(),
    scope: Text.optional(),
    owner: z.string().max(200).optional(),
    reviewBy: z.iso.date().optional(),
    personas: z.array(Persona).optional(),
    goals: z.array(Goal).optional(),
    metrics: z.array(Metric).optional(),
    team: z.array(Member).optional(),
    episodes: z.array(Episode).min(1),
    transitions: z.array(Transition).optional(),
    lanes: z.array(Lane).optional(),
    exceptions: z.array(Exception).optional(),
    evidence: z.array(Evidence).optional(),
  })
  .superRefine((journey, context) => {
    for (const fault of brokenReferences(journey)) context.addIssue({ code: "custom", ...fault });
  });
export type Journey = z.infer<typeof Journey>;
