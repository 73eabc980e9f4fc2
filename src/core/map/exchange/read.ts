import { message, type Message } from "../../message/message.ts";
import { isDeeper } from "../../depth.ts";
import { AppError } from "../../problem.ts";
import { isLoose } from "../field.ts";
import { readJourney } from "../file.ts";
import { readCsv } from "./csv.ts";
import { fitted, type Fitted } from "./fitted.ts";
import { stemOf, type MapFormat } from "./formats.ts";
import { fromCjml } from "./read-cjml.ts";
import { fromMermaid } from "./mermaid.ts";
import { fromOjf } from "./read-ojf.ts";
import { fromSheets, type ReadSheet } from "./read-sheets.ts";
import { readXml } from "./xml.ts";

/** So many remarks are told; of the others, that they are there. */
const TOLD = 200;

/** Deeper than this no JSON of a map goes. */
const DEPTH = 64;

/**
 * Reads a map from a text of any format. What was not understood, guessed or left out is told.
 * @throws AppError `unreadable-file` or `bad-request`: what is wrong, where, and what to do.
 */
export function readMapText(
  text: string,
  format: Exclude<MapFormat, "xlsx">,
  name: string,
): Fitted {
  const title = stemOf(name);
  try {
    switch (format) {
      case "yaml":
      case "json":
        if (format === "json") jsonIn(text, name);
        return { journey: readJourney(text.replace(/^\uFEFF/, "")), report: [] };
      case "csv":
        return readSheets([{ name: title, rows: readCsv(text.replace(/^\uFEFF/, "")) }], name);
      case "ojf": {
        const file = jsonIn(text, name);
        if (!isLoose(file))
          throw new AppError("unreadable-file", message("map-not-recognised", { name }));
        return made(fromOjf(file, title), name);
      }
      case "cjml":
        return made(fromCjml(readXml(text, name), { name, title }), name);
      case "mermaid":
        return made(fromMermaid(text, title), name);
    }
  } catch (cause) {
    // Readers call themselves for each level of a file; one that is too deep ends here.
    if (cause instanceof RangeError)
      throw new AppError("unreadable-file", message("map-too-deep", { name }), { cause });
    throw cause;
  }
}

/** Reads a map from the sheets of a workbook. */
export function readSheets(sheets: readonly ReadSheet[], name: string): Fitted {
  return made(fromSheets(sheets, { name, title: stemOf(name) }), name);
}

function made(
  { raw, report: given }: { raw: Parameters<typeof fitted>[0]; report: readonly Message[] },
  name: string,
): Fitted {
  const { journey, report } = fitted(raw, given, name);
  const rest = report.length - TOLD;
  if (rest <= 0) return { journey, report };
  return { journey, report: [...report.slice(0, TOLD), message("map-more", { count: rest })] };
}

function jsonIn(text: string, name: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("unreadable-file", message("map-broken-json", { name, said }), { cause });
  }
  if (isDeeper(value, DEPTH))
    throw new AppError("unreadable-file", message("map-too-deep", { name }));
  return value;
}
