import { readYaml, writeYaml } from "../yaml.ts";
import { Mapping, Source } from "./mapping.ts";

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

/**
 * Reads how one source is read, as a part of a mapping file.
 * @throws AppError `bad-mapping` that names line and path of each fault.
 */
export function readSource(text: string): Source {
  return readYaml(Source, text, "bad-mapping");
}

/** Writes how one source is read, in its one canonical form. */
export function writeSource(source: Source): string {
  return writeYaml(Source, source);
}
