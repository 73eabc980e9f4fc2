import { z } from "zod";
import { Duration, Rate } from "../../evidence/interval.ts";
import { Shown, TouchpointName } from "../answers.ts";
import { Estimate, Goal } from "../towards.ts";

/**
 * What goes wrong: customers `leave`, come back to the same touchpoint (`loop`), have to call or come by
 * (`switch`), or do so after waiting for a day or more (`wait`).
 */
export const GapKind = z.enum(["leave", "loop", "switch", "wait"]);
export type GapKind = z.infer<typeof GapKind>;

/** Whom it hits: a named segment, or one value of an attribute. */
export const Hit = z.strictObject({
  /** Id of the segment; null for an attribute. */
  segment: z.string().nullable(),
  attribute: z.string().nullable(),
  /** Name of the segment, or the attribute's value. */
  name: z.string(),
  /** Of these, and of all others at the same place, those who are hit. */
  rate: Rate,
  others: Rate,
});
export type Hit = z.infer<typeof Hit>;

/** Between two departments, or else two systems, as the map names whose touchpoints these are. */
export const Handover = z.strictObject({
  between: z.enum(["unit", "system"]),
  from: z.string(),
  to: z.string(),
});
export type Handover = z.infer<typeof Handover>;

export const Gap = z.strictObject({
  kind: GapKind,
  from: TouchpointName,
  /** Where they go instead; null when they leave. */
  to: TouchpointName.nullable(),
  /** Whose hands it lies between; null where the map does not say, or both are one. */
  handover: Handover.nullable(),
  /** Journeys that are hit, of those that come here (and could be followed long enough). */
  rate: Rate,
  /** Which customers it hits most; null when it hits all alike. */
  segment: Hit.nullable(),
  /** What it goes along with: an attribute of what happened, not of the customer. */
  circumstance: Hit.nullable(),
  /** When it was worse than otherwise, ISO days, `to` excluded; null = all the time. */
  period: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  /** What is compared with: the rate among the others or at other times, or what is usual of its kind. */
  usual: z.strictObject({ by: z.enum(["others", "kind"]), share: z.number() }),
  /** Customers a month who are hit more than is usual. */
  perMonth: Estimate,
  /** The wait before they do; null when they leave. */
  wait: Duration.nullable(),
  /** What those who are hit spend less than the others, a month; per amount that the data has. */
  stake: z.strictObject({ name: z.string(), unit: z.string(), perMonth: Estimate }).nullable(),
  /** Share hit per week, within the segment. */
  weeks: z.array(
    z.strictObject({ from: z.string(), n: z.number().int(), count: z.number().int() }),
  ),
  examples: z.array(z.strictObject({ journey: z.string(), person: z.string(), start: z.string() })),
  quotes: z.array(z.strictObject({ text: z.string(), person: z.string(), time: z.string() })),
});
export type Gap = z.infer<typeof Gap>;

/** Where customers leave, loop, wait or have to switch, most customers first. */
export const Gaps = z.strictObject({
  journeys: z.number().int(),
  goal: Goal,
  gaps: z.array(Gap),
  /** What the map does not see: touchpoints that nobody drew, and drawn ones that no event shows. */
  undrawn: z.array(z.strictObject({ touchpoint: TouchpointName, journeys: Rate })),
  unmeasured: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  shown: Shown,
});
export type Gaps = z.infer<typeof Gaps>;
