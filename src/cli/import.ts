import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { DateOrder, type Mapping } from "../core/event/mapping.ts";
import type { Given } from "../core/event/guess-mapping.ts";
import { readMapping, writeMapping } from "../core/event/mapping-file.ts";
import { AppError } from "../core/problem.ts";
import type { Importer } from "../server/event/importer.ts";
import type { PreviewAnswer } from "../server/event/preview.ts";
import type { Io } from "./command.ts";
import { follow, tellOutcome, type ProgressLine } from "./import-progress.ts";

/** What the command works with; `open` is called only when the call makes sense. */
export type ImportTools = {
  readonly open: (workspace: string) => Promise<Importer>;
  /** Slug of the workspace that is meant when nobody says which. */
  readonly workspace: string;
  readonly progress: ProgressLine;
};

/**
 * `spoor import`: brings files in and prints the ledger.
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage; expected failures are thrown
 */
export async function importCommand(args: string[], io: Io, tools: ImportTools): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      mapping: { type: "string" },
      "save-mapping": { type: "string" },
      journey: { type: "string" },
      event: { type: "string" },
      time: { type: "string" },
      channel: { type: "string" },
      who: { type: "string", multiple: true },
      zone: { type: "string" },
      "date-order": { type: "string" },
      workspace: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const wrong = (message: string): number => {
    io.err(`${message}\n\`spoor help import\` tells how it is called.`);
    return 2;
  };
  if (files.length === 0) return wrong("Which file? `spoor import FILE…`");
  const given = givenBy(values);
  if (typeof given === "string") return wrong(given);
  if (values.mapping !== undefined && Object.keys(given).length > 0)
    return wrong(
      "--mapping says it all: leave the columns, --zone and --date-order out, or change the mapping.",
    );

  const workspace = values.workspace ?? tools.workspace;
  const own = values.mapping === undefined ? undefined : await readMappingFile(values.mapping);
  const importer = await tools.open(workspace);
  const uploads: string[] = [];
  for (const file of files) uploads.push(await importer.offer(workspace, file));

  const mapping = own ?? (await decided(importer, workspace, uploads, given, io));
  if (mapping === null) return 2;
  if (values["save-mapping"] !== undefined)
    await writeFile(values["save-mapping"], writeMapping(mapping));
  const begin = () => importer.start(workspace, uploads, mapping);
  const status = await follow(importer, workspace, begin, tools.progress);
  return tellOutcome(status, io, values.json);
}

/** Reads a mapping; rejects with `bad-mapping` that names file and line. */
export async function readMappingFile(path: string): Promise<Mapping> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new AppError(
      "bad-mapping",
      `The mapping ${path} cannot be read. Check the name and the folder.`,
      { cause: error },
    );
  });
  try {
    return readMapping(text);
  } catch (error) {
    if (error instanceof AppError)
      throw new AppError(error.code, `${path}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** What the flags say, or what is wrong with them. */
function givenBy(values: {
  journey?: string;
  event?: string;
  time?: string;
  channel?: string;
  who?: string[];
  zone?: string;
  "date-order"?: string;
}): Given | string {
  const { journey, event, time, channel, who = [], zone, "date-order": order } = values;
  const pairs = who.map((each) => /^([^=]+)=(.+)$/.exec(each));
  const at = pairs.indexOf(null);
  if (at >= 0) return `--who takes KIND=COL, for example --who email=E-mail, not "${who[at]}".`;
  const dateOrder = DateOrder.safeParse(order);
  if (order !== undefined && !dateOrder.success)
    return `--date-order is ymd, dmy or mdy, not "${order}".`;
  if (zone !== undefined && !isZone(zone))
    return `There is no time zone "${zone}". Write it like Europe/Amsterdam.`;
  return {
    ...(journey !== undefined && { journey }),
    ...(event !== undefined && { event }),
    ...(time !== undefined && { time }),
    ...(channel !== undefined && { channel }),
    ...(who.length > 0 && { who: Object.fromEntries(pairs.map((pair) => [pair![1]!, pair![2]!])) }),
    ...(zone !== undefined && { zone }),
    ...(dateOrder.success && { dateOrder: dateOrder.data }),
  };
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false; // That is how Intl says no.
  }
}

/** A guess that can be used, or null after saying what it lacks. */
async function decided(
  importer: Importer,
  workspace: string,
  uploads: string[],
  given: Given,
  io: Io,
): Promise<Mapping | null> {
  const answer = await importer.preview(workspace, uploads, undefined, given);
  const open = openQuestions(answer);
  if (open.length > 0) {
    for (const line of open) io.err(line);
    return null;
  }
  const said = [given.journey, given.event, given.time, given.channel, given.who];
  if (said.every((each) => each === undefined)) io.err(writeMapping(answer.mapping).trimEnd());
  return answer.mapping;
}

const flags = { event: "--event COL", time: "--time COL", who: "--journey COL or --who KIND=COL" };
const whats = {
  event: "what happened",
  time: "when it happened",
  who: "who it was or which journey it belongs to",
};

function openQuestions({ missing, ambiguous }: PreviewAnswer): string[] {
  return [
    ...missing.map(
      ({ file, role, columns }) =>
        `${file}: no column seems to say ${whats[role]}. Add ${flags[role]}; the columns are ${columns.join(", ")}.`,
    ),
    ...ambiguous.map(
      ({ file, column, example }) =>
        `${file}: in "${column}", "${example}" may be day-month or month-day, and nothing in the file tells. Add --date-order dmy or --date-order mdy.`,
    ),
  ];
}
