import { z } from "zod";
import { Severity } from "./rule.ts";
import { rules } from "./rules.ts";
import { Thresholds } from "./thresholds.ts";

/** How a workspace wants its maps checked: rules off or weighed otherwise, and from where on they speak up. */
export const CheckSettings = Thresholds.extend({
  rules: z
    .partialRecord(z.enum(rules.map(({ id }) => id)), z.enum(["off", ...Severity.options]))
    .default({}),
});
export type CheckSettings = z.infer<typeof CheckSettings>;
