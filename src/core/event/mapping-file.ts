import { readYaml, writeYaml } from "../yaml.ts";
import { Mapping } from "./mapping.ts";

/**
 * Reads a mapping file (`mapping.yaml`).
 * @throws AppError `bad-mapping` that names line and path of each fault.
 */
export function readMapping(text: string): Mapping {
  return readYaml(Mapping, text, "bad-mapping");
}

/** Writes a mapping file in its one canonical form: reading it and writing it again gives the same bytes. */
export function writeMapping(mapping: Mapping): string {
  return writeYaml(Mapping, mapping);
}
