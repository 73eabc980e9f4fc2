import { readYaml, writeYaml } from "../yaml.ts";
import { fill } from "./fill.ts";
import { Journey } from "./journey.ts";

/**
 * Reads a journey file (`*.journey.yaml`). Parts without an id are given one.
 * @throws AppError `bad-request` that names line and path of each fault.
 */
export function readJourney(text: string): Journey {
  return readYaml(Journey, text, "bad-request", { prepare: fill });
}

/** Reads a journey that Spoor wrote itself and kept, however large it has become. */
export function readKept(text: string): Journey {
  return readYaml(Journey, text, "bad-request", { prepare: fill, parts: Infinity });
}

/** Writes a journey file in its one canonical form: reading it and writing it again gives the same bytes. */
export function writeJourney(journey: Journey): string {
  return writeYaml(Journey, fill(journey) as Journey);
}
