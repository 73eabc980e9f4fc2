import { z } from "zod";
import { TouchpointName } from "../answers.ts";
import { holidayNames } from "./holiday.ts";

/** What may be odd: the customers of a day who come to a touchpoint, or go from one straight to the next. */
export const AlertSeries = z.strictObject({
  /** Code of the touchpoint, or of the first of two. */
  at: z.number().int(),
  /** Code of the second; null for one alone. */
  to: z.number().int().nullable(),
});
export type AlertSeries = z.infer<typeof AlertSeries>;

/**
 * What stands behind an odd day, as far as the data says: customers; a source that told nothing or hardly
 * anything; a holiday; or something that made most touchpoints quiet or busy at once.
 */
export const AlertReason = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("customers") }),
  z.strictObject({ is: z.literal("source"), source: z.string() }),
  z.strictObject({ is: z.literal("holiday"), holiday: z.enum(holidayNames) }),
  z.strictObject({ is: z.literal("everywhere") }),
]);
export type AlertReason = z.infer<typeof AlertReason>;

/** An odd day of a series. */
export const OddOne = z.strictObject({
  ...AlertSeries.shape,
  /** ISO day. */
  day: z.string(),
  count: z.number().int(),
  expected: z.number(),
  /** What 99.9 of 100 such days keep to. */
  low: z.number(),
  high: z.number(),
  z: z.number(),
  reason: AlertReason,
});
export type OddOne = z.infer<typeof OddOne>;

export const AlertState = z.enum(["new", "seen", "explained"]);
export type AlertState = z.infer<typeof AlertState>;

/** An odd day as it stands in the inbox. */
export const Alert = OddOne.omit({ at: true, to: true }).extend({
  id: z.string(),
  at: TouchpointName,
  to: TouchpointName.nullable(),
  state: AlertState,
  /** What it was, if somebody said so; and who changed the state last, and when. */
  note: z.string(),
  who: z.string(),
  changed: z.string().nullable(),
  found: z.string(),
  /** Late events came, and by now the day is not odd any more. */
  withdrawn: z.boolean(),
  muted: z.boolean(),
});
export type Alert = z.infer<typeof Alert>;

/** A series that nobody wants to hear of. */
export const Mute = z.strictObject({
  at: TouchpointName,
  to: TouchpointName.nullable(),
  who: z.string(),
  made: z.string(),
});
export type Mute = z.infer<typeof Mute>;

export const Alerts = z.strictObject({
  alerts: z.array(Alert),
  muted: z.array(Mute),
  /** When it was last looked for, how many series, and which days; null before the first time. */
  run: z
    .strictObject({
      at: z.string(),
      series: z.number().int(),
      from: z.string(),
      to: z.string(),
    })
    .nullable(),
});
export type Alerts = z.infer<typeof Alerts>;
