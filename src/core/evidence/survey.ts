import { z } from "zod";
import { JourneyId, TouchpointId } from "../map/claim.ts";
import type { Journey } from "../map/journey.ts";

/** More touchpoints than this take longer than the two minutes that a colleague has. */
export const ADVISED = 12;

const Name = z.string().trim().min(1).max(80);

/** What colleagues are asked: how they think that customers feel at touchpoints of a map. */
export const SurveyDraft = z.strictObject({
  map: JourneyId,
  question: z.string().trim().min(1).max(200),
  touchpoints: z
    .array(TouchpointId)
    .min(1)
    .max(60)
    .refine((ids) => new Set(ids).size === ids.length, "a touchpoint is asked about once"),
  departments: z
    .array(Name)
    .min(1)
    .max(40)
    .refine((names) => new Set(names).size === names.length, "a department stands there once"),
  /** The last moment at which an answer is taken. */
  ends: z.iso.datetime({ offset: true }),
});
export type SurveyDraft = z.infer<typeof SurveyDraft>;

/** A survey as it is kept. */
export const Survey = z.strictObject({
  ...SurveyDraft.shape,
  id: z.string(),
  author: z.string(),
  at: z.string(),
  ends: z.string(),
  /** Ended before its time. */
  closed: z.string().nullable(),
  /** In the bin since. */
  deleted: z.string().nullable(),
});
export type Survey = z.infer<typeof Survey>;

/** Does it take no answers any more? Only then is anything told of them. */
export function isOver({ ends, closed }: Pick<Survey, "ends" | "closed">, now: number): boolean {
  return closed !== null || Date.parse(ends) <= now;
}

/** On the faces: −2 (very bad) … +2 (very good), a step of which is half of a map's −1 … +1. */
export const Belief = z.number().int().min(-2).max(2);

/** What one colleague says. */
export const SurveyAnswer = z.strictObject({
  /** Empty for one that is not on the list. */
  department: z.string().trim().max(80),
  /** By touchpoint; one that is missing he does not know, or never sees. */
  scores: z.record(TouchpointId, Belief),
  /** What he thinks that hurts most. */
  remark: z.string().trim().min(1).max(500).nullable(),
});
export type SurveyAnswer = z.infer<typeof SurveyAnswer>;

/** The departments that a map knows: units behind its touchpoints, those of its team, its owner. */
export function departmentsOf(journey: Journey): string[] {
  const units = [
    ...journey.episodes.flatMap(({ touchpoints }) =>
      touchpoints.map(({ backstage }) => backstage?.unit),
    ),
    ...(journey.team ?? []).map(({ unit }) => unit),
    journey.owner,
  ];
  const known = units.flatMap((unit) => {
    const name = unit?.trim().slice(0, 80).trim();
    return name ? [name] : [];
  });
  return [...new Set(known)].slice(0, 40);
}
