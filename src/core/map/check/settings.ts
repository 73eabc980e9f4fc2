import { z } from "zod";
import { readYaml } from "../../yaml.ts";
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

/**
 * Reads settings of the check from YAML.
 * @throws AppError `bad-request` that names line and path of each fault.
 */
export function readCheckSettings(text: string): CheckSettings {
  return readYaml(CheckSettings, text, "bad-request", { prepare: (raw) => raw ?? {} });
}
