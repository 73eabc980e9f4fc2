import { readYaml, writeYaml } from "../../yaml.ts";
import { CheckSettings } from "./settings.ts";

/**
 * Reads settings of the check from YAML; what does not stand there is as usual.
 * @throws AppError `bad-request` that names line and path of each fault.
 */
export function readCheckSettings(text: string): CheckSettings {
  return readYaml(CheckSettings, text, "bad-request", { prepare: (raw) => raw ?? {} });
}

/** Writes settings of the check as YAML. */
export function writeCheckSettings(settings: CheckSettings): string {
  return writeYaml(CheckSettings, settings);
}
