import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import { formatOfName } from "../core/map/exchange/formats.ts";
import { readJourney } from "../core/map/file.ts";
import type { Language } from "../core/message/wording.ts";
import { ExportFormat } from "../protocol/map/export.ts";
import { formats } from "../server/map/export/formats.ts";
import { OWN } from "../server/workspace/own.ts";
import type { Call } from "./client.ts";
import { misused, type Io } from "./command.ts";
import { readAs } from "./read-as.ts";

/** `spoor export`: a journey file, or a map of the workspace, as a picture, a page, a PDF or slides. */
export async function exportCommand(
  args: string[],
  io: Io,
  open: () => Promise<Call>,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: "string" },
      out: { type: "string", short: "o" },
      "no-figures": { type: "boolean", default: false },
      lang: { type: "string" },
      workspace: { type: "string", default: OWN },
      filter: { type: "string" },
    },
  });
  const { out, lang, workspace, filter } = values;
  const [source] = positionals;
  if (source === undefined || positionals.length > 1)
    return misused(io, "Which map? `spoor help export` tells more.");
  if (lang !== undefined && lang !== "nl" && lang !== "en")
    return misused(io, `--lang is nl or en, not ${lang}.`);
  const wanted =
    values.format ??
    (out === undefined ? "svg" : (formatOfName(out) ?? extname(out).slice(1).toLowerCase()));
  const format = ExportFormat.safeParse(wanted);
  if (!format.success)
    return misused(io, `--format is one of ${ExportFormat.options.join(", ")}, not “${wanted}”.`);

  const { name, bytes } = /^jo_[\w-]+$/.test(source)
    ? {
        name: `${source.slice("jo_".length)}.${format.data}`,
        bytes: await (
          await open()
        )("exportMap", {
          params: { workspace, map: source },
          query: {
            format: format.data,
            figures: values["no-figures"] ? "0" : "1",
            language: lang,
            filter,
          },
        }),
      }
    : await fromFile(source, format.data, lang);
  const file = out ?? name;
  await writeFile(file, bytes);
  io.out(file);
  return 0;
}

async function fromFile(file: string, format: ExportFormat, lang: Language | undefined) {
  const journey = await readAs(file, readJourney);
  return formats[format]({
    journey,
    overlay: null,
    language: lang ?? journey.language ?? "en",
    load: () => Promise.resolve(null),
  });
}
