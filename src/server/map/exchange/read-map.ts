import type { Fitted } from "../../../core/map/exchange/fitted.ts";
import type { MapFormat } from "../../../core/map/exchange/formats.ts";
import { readMapText } from "../../../core/map/exchange/read.ts";
import { formatOfText } from "../../../core/map/exchange/recognise.ts";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import { readWorkbook } from "./workbook.ts";

/** A map that was read from a file, what is to be told of that, and which kind of file it was. */
export type ReadMap = Fitted & { readonly format: MapFormat };

/**
 * Reads a map from a file. What stands in the file tells its format, whatever its name pretends.
 * @throws AppError that says what is wrong with the file, where, and what to do.
 */
export async function readMapFile(
  bytes: Uint8Array,
  name: string,
  asked?: MapFormat,
): Promise<ReadMap> {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  if (magic === "PK\u0003\u0004") return { ...(await readWorkbook(bytes, name)), format: "xlsx" };
  if (magic === "\u00D0\u00CF\u0011\u00E0")
    throw new AppError("unreadable-file", message("file-old-excel", { name }));
  if (magic.startsWith("%PDF"))
    throw new AppError("unreadable-file", message("map-not-recognised", { name }));
  const { text, isGuess } = textOf(bytes, name);
  const format = asked && asked !== "xlsx" ? asked : formatOfText(text, name);
  const { journey, report } = readMapText(text, format, name);
  return {
    journey,
    report: isGuess ? [message("map-older-encoding"), ...report] : report,
    format,
  };
}

/** UTF-8, UTF-16 with its mark, or else Windows-1252: what Excel for Windows saves as CSV. */
function textOf(bytes: Uint8Array, name: string): { text: string; isGuess: boolean } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder("utf-16le").decode(bytes), isGuess: false };
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder("utf-16be").decode(bytes), isGuess: false };
  if (bytes.subarray(0, 1000).includes(0))
    throw new AppError("unreadable-file", message("map-not-recognised", { name }));
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isGuess: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), isGuess: true };
  }
}
