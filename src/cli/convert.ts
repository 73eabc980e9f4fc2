import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  formatOfName,
  isMapFormat,
  mapFormatNames,
  type MapFormat,
} from "../core/map/exchange/formats.ts";
import { say } from "../core/message/message.ts";
import { AppError } from "../core/problem.ts";
import { readMapFile } from "../server/map/exchange/read-map.ts";
import { writeMapFile } from "../server/map/exchange/write-map.ts";
import { misused, type Io } from "./command.ts";

/** `spoor convert`: a map from one kind of file into another; what does not fit is told beside it. */
export async function convertCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { from: { type: "string" }, to: { type: "string" }, lang: { type: "string" } },
  });
  const { from, to, lang } = values;
  const [source, target] = positionals;
  if (source === undefined || target === undefined || positionals.length > 2)
    return misused(io, "From which file to which? `spoor help convert` tells more.");
  if (lang !== undefined && lang !== "nl" && lang !== "en")
    return misused(io, `--lang is nl or en, not ${lang}.`);
  for (const [flag, format] of [["--from", from] as const, ["--to", to] as const])
    if (format !== undefined && !isMapFormat(format))
      return misused(io, `${flag} is one of ${mapFormatNames.join(", ")}, not ${format}.`);
  const format = (to as MapFormat | undefined) ?? formatOfName(target);
  if (format === null)
    return misused(
      io,
      `${target} does not tell a format. Say it: --to ${mapFormatNames.join(", ")}.`,
    );
  if (resolve(source) === resolve(target))
    return misused(io, `${target} is the file itself. Name another one to write to.`);

  const bytes = await readFile(source).catch((cause: unknown) => {
    throw new AppError("not-found", `${source} cannot be read. Is the name right?`, { cause });
  });
  const read = await readMapFile(bytes, basename(source), from as MapFormat | undefined);
  const language = lang ?? read.journey.language ?? "en";
  const written = await writeMapFile(read.journey, format, language);
  await writeFile(target, written.bytes);
  for (const told of [...read.report, ...written.report]) io.err(say(told, lang ?? "en"));
  io.out(target);
  return 0;
}
