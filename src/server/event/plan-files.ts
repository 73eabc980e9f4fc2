import type { Mapping } from "../../core/event/mapping.ts";
import type { Engine } from "../../engine/port.ts";
import { planFile, sourceOf, type PlannedFile } from "./plan.ts";
import { recognise } from "./recognise.ts";
import { survey } from "./survey.ts";

export type ImportFile = {
  readonly path: string;
  /** As the user calls it; without it the name of the file. */
  readonly name?: string;
};

/** Looks at files and fits them to a mapping; look-up tables come first, for others refer to them. */
export async function planFiles(
  engine: Engine,
  files: readonly ImportFile[],
  mapping: Mapping,
): Promise<PlannedFile[]> {
  const plans: PlannedFile[] = [];
  for (const { path, name } of files) {
    const file = await recognise(path, name);
    const source = sourceOf(mapping, file.name);
    plans.push(planFile(await survey(engine, file, source), mapping, source));
  }
  const refers = ({ source }: PlannedFile) => source.rows.every(({ kind }) => kind === "reference");
  return plans.toSorted((a, b) => Number(refers(b)) - Number(refers(a)));
}

/** The mapping with the formats that its files turned out to have: a replay needs to know them. */
export function withFormats(mapping: Mapping, plans: readonly PlannedFile[]): Mapping {
  const formats = new Map(plans.map(({ source, file }) => [source.name, file.format]));
  const sources = mapping.sources.map((source) => {
    const format = source.format ?? formats.get(source.name);
    return format ? { ...source, format } : source;
  });
  return { ...mapping, sources };
}
