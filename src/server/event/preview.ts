import type { z } from "zod";
import { guessMapping, type Given } from "../../core/event/guess-mapping.ts";
import type { Preview } from "../../core/event/import.ts";
import type { Mapping, Source } from "../../core/event/mapping.ts";
import type { Message } from "../../core/message/message.ts";
import { AppError, toldBy } from "../../core/problem.ts";
import { previewRows, type PreviewedEvent } from "../../engine/event/preview.ts";
import type { Engine } from "../../engine/port.ts";
import type { endpoints } from "../../protocol/endpoint.ts";
import { csvCell } from "./file-rows.ts";
import type { ImportFile } from "./plan-files.ts";
import { planFile, sourceOf, type PlannedFile } from "./plan.ts";
import { recognise } from "./recognise.ts";
import { previewOf, survey, type Survey } from "./survey.ts";

export type PreviewAnswer = z.output<(typeof endpoints)["preview"]["answer"]>;

const shown = 20;

/**
 * Shows what is in files and what their first rows would become, under the mapping that is given or
 * one that is guessed. A mapping that does not fit yet is no failure here: its reason stands in the
 * notes of the file.
 */
export async function preview(
  engine: Engine,
  files: readonly (ImportFile & { readonly upload: string })[],
  mapping: Mapping | undefined,
  given: Given = {},
): Promise<PreviewAnswer> {
  const surveys: Survey[] = [];
  for (const { path, name } of files) {
    const file = await recognise(path, name);
    surveys.push(await survey(engine, file, mapping && sourceIn(mapping, file.name)));
  }
  const guess = guessMapping(
    surveys.map(({ file, columns, dialect }) => ({
      name: file.name,
      format: file.format,
      columns,
      ...(dialect && { dialect }),
    })),
    given,
  );
  const used = mapping ?? guess.mapping;
  const previews: Preview[] = [];
  const events: PreviewAnswer["events"] = [];
  for (const [index, each] of surveys.entries()) {
    const notes: Message[] = [];
    try {
      const plan = planFile(each, used, sourceOf(used, each.file.name));
      notes.push(...plan.notes);
      for (const event of await previewFile(engine, plan, each, used))
        events.push({ file: each.file.name, ...event });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      notes.push(toldBy(error));
    }
    previews.push(previewOf(each, files[index]!.upload, notes));
  }
  const { missing, ambiguous } = mapping === undefined ? guess : { missing: [], ambiguous: [] };
  return { previews, mapping: used, events, missing: [...missing], ambiguous: [...ambiguous] };
}

function sourceIn(mapping: Mapping, name: string): Source | undefined {
  try {
    return sourceOf(mapping, name);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

async function previewFile(
  engine: Engine,
  plan: PlannedFile,
  { rows, columns }: Survey,
  mapping: Mapping,
): Promise<PreviewedEvent[]> {
  const { layout, source, file } = plan;
  // Rows of a sample are text already, whatever their file is: they go the way of CSV.
  const names = columns.map(({ name }) => name);
  const text = rows
    .slice(0, shown)
    .map((row, index) =>
      [
        index + 1 + (plan.header ? 1 : 0),
        ...layout.columns.map((name) => csvCell(row[names.indexOf(name)])),
      ].join(","),
    );
  const found: PreviewedEvent[] = [];
  for (const [rule, kind] of source.rows.entries()) {
    const loading = {
      ws: 0,
      import: 0,
      source: source.name,
      file: file.name,
      layout: { ...layout, format: "csv" as const, delimiter: "," },
      kind,
      rule,
      rules: source.rows.length,
      identity: mapping.identity,
      codes: (kind.measures ?? []).map((_, index) => index + 1),
    };
    found.push(...(await previewRows(engine, loading, `${text.join("\n")}\n`)));
  }
  return found.toSorted((a, b) => a.line - b.line);
}
