import type { z } from "zod";
import { Action, Emotion, Goal, Metric, Opportunity, Pain, Picture, Quote } from "./claim.ts";
import type { Kind } from "./elements.ts";
import {
  Episode,
  Exception,
  Journey,
  Lane,
  Member,
  Persona,
  Touchpoint,
  Transition,
} from "./journey.ts";

/** The schema of each kind of element. */
export const schemas: Readonly<Record<Kind, z.ZodObject>> = {
  journey: Journey,
  episode: Episode,
  touchpoint: Touchpoint,
  persona: Persona,
  transition: Transition,
  pain: Pain,
  opportunity: Opportunity,
  quote: Quote,
  emotion: Emotion,
  picture: Picture,
  metric: Metric,
  goal: Goal,
  action: Action,
  member: Member,
  lane: Lane,
  exception: Exception,
};
