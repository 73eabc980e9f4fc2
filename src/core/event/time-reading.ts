import { z } from "zod";
import { DateOrder } from "./mapping.ts";

/** How the times of one column are written, decided once from a sample and then held to. */
export const TimeReading = z.union([
  z.strictObject({ kind: z.literal("epoch"), unit: z.enum(["s", "ms", "us", "ns"]) }),
  /** By each value itself: text, or a number since 1970 whose size tells its unit. */
  z.strictObject({ kind: z.literal("any"), order: DateOrder }),
  z.strictObject({
    kind: z.literal("text"),
    order: DateOrder,
    /** The commonest shape, as ClickHouse's `parseDateTime` wants it; every other goes the slow way. */
    shape: z.string().nullable(),
    /** No value has a time of day. */
    dateOnly: z.boolean(),
    /** Every value says its own zone. */
    zoned: z.boolean(),
  }),
]);
export type TimeReading = z.infer<typeof TimeReading>;
