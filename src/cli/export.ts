import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import { formatOfName, isMapFormat } from "../core/map/exchange/formats.ts";
import { notHeld } from "../core/map/exchange/not-held.ts";
import { readJourney } from "../core/map/file.ts";
import { message, say } from "../core/message/message.ts";
import type { Language } from "../core/message/wording.ts";
import { ExportFormat } from "../protocol/map/export.ts";
import { AnswerFormat } from "../protocol/question/saved.ts";
import { formats } from "../server/map/export/formats.ts";
import type { Written } from "../server/map/export/writer.ts";
import { OWN } from "../server/workspace/own.ts";
import type { Call } from "./client.ts";
import { misused, type Io } from "./command.ts";
import { exportAnswers } from "./export-answers.ts";
import { readAs } from "./read-as.ts";

/** `spoor export`: a journey file, a map of the workspace, a report or a saved question as a file. */
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
      report: { type: "string" },
      saved: { type: "string" },
    },
  });
  const { out, lang } = values;
  const [source] = positionals;
  const answers = values.report ?? values.saved;
  if (answers !== undefined && source === undefined)
    return answersTo(out, io, {
      what: values.report === undefined ? "saved" : "report",
      named: answers,
      wanted:
        values.format ??
        (extname(out ?? ".pdf")
          .slice(1)
          .toLowerCase() ||
          "pdf"),
      workspace: values.workspace,
      lang,
      open,
    });
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

  const wantedAs: Wanted = { format: format.data, lang };
  const written: Taken = /^jo_[\w-]+$/.test(source)
    ? await fromServer(await open(), { ...values, ...wantedAs, map: source })
    : await fromFile(source, wantedAs);
  const file = out ?? written.name;
  await writeFile(file, written.bytes);
  for (const told of written.report ?? []) io.err(say(told, lang ?? "en"));
  io.out(file);
  return 0;
}

/** Writes a report or a saved question; PDF where nothing else is asked for. */
async function answersTo(
  out: string | undefined,
  io: Io,
  given: {
    readonly what: "report" | "saved";
    readonly named: string;
    readonly wanted: string;
    readonly workspace: string;
    readonly lang: string | undefined;
    readonly open: () => Promise<Call>;
  },
): Promise<number> {
  const { lang = "en", wanted } = given;
  if (lang !== "nl" && lang !== "en") return misused(io, `--lang is nl or en, not ${lang}.`);
  const format = AnswerFormat.safeParse(wanted);
  if (!format.success)
    return misused(io, `--format is one of ${AnswerFormat.options.join(", ")}, not “${wanted}”.`);
  const told = { ...given, format: format.data, language: lang } as const;
  const { name, bytes } = await exportAnswers(await given.open(), told);
  const file = out ?? name;
  await writeFile(file, bytes);
  io.out(file);
  return 0;
}

type Wanted = { readonly format: ExportFormat; readonly lang: Language | undefined };
type Taken = Pick<Written, "name" | "bytes" | "report">;

async function fromServer(
  call: Call,
  given: Wanted & {
    readonly map: string;
    readonly workspace: string;
    readonly filter?: string | undefined;
    readonly "no-figures": boolean;
  },
): Promise<Taken> {
  const { map, workspace, format, lang: language, filter } = given;
  const params = { workspace, map };
  const figures = given["no-figures"] ? "0" : "1";
  const bytes = await call("exportMap", { params, query: { format, figures, language, filter } });
  return {
    name: `${map.slice("jo_".length)}.${format}`,
    bytes: new Uint8Array(bytes),
    report: isMapFormat(format) ? notHeld(await call("map", { params }), format) : [],
  };
}

async function fromFile(file: string, { format, lang }: Wanted): Promise<Taken> {
  const journey = await readAs(file, readJourney);
  let missing = 0;
  const written = await formats[format]({
    journey,
    overlay: null,
    language: lang ?? journey.language ?? "en",
    load: () => {
      missing += 1;
      return Promise.resolve(null);
    },
  });
  if (missing === 0) return written;
  return { ...written, report: [message("map-pictures-elsewhere", { count: missing })] };
}
