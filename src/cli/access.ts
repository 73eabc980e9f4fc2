import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { AppError } from "../core/problem.ts";
import { message } from "../core/message/message.ts";
import { AccessFormat } from "../protocol/people/access.ts";
import { OWN } from "../server/workspace/own.ts";
import type { Call } from "./client.ts";
import { misused, type Io } from "./command.ts";

/** `spoor access`: all that is held of one person, found by an identifier, as a file for himself. */
export async function accessCommand(
  args: string[],
  io: Io,
  open: () => Promise<Call>,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      kind: { type: "string" },
      format: { type: "string", default: "json" },
      out: { type: "string", short: "o" },
      lang: { type: "string", default: "en" },
      workspace: { type: "string", default: OWN },
    },
  });
  const [value] = positionals;
  if (value === undefined || positionals.length > 1)
    return misused(io, "Whose data? Give one identifier. `spoor help access` tells more.");
  const { lang, kind, workspace } = values;
  if (lang !== "nl" && lang !== "en") return misused(io, `--lang is nl or en, not ${lang}.`);
  const format = AccessFormat.safeParse(values.format);
  if (!format.success) return misused(io, `--format is one of ${AccessFormat.options.join(", ")}.`);
  const call = await open();
  const { people } = await call("findPeople", { params: { workspace }, body: { value, kind } });
  const [found, another] = people;
  if (found === undefined) throw new AppError("not-found", message("nobody-with-identifier"));
  if (another !== undefined)
    throw new AppError("conflict", message("identifier-of-several", { people: people.length }));
  const { person } = found;
  const bytes = await call("personAccess", {
    params: { workspace, person },
    query: { format: format.data, language: lang },
  });
  const file = values.out ?? `access.${format.data === "csv" ? "csv.zip" : format.data}`;
  await writeFile(file, bytes, { mode: 0o600 });
  io.out(file);
  return 0;
}
