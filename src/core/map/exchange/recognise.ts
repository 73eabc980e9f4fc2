import { message } from "../../message/message.ts";
import { AppError } from "../../problem.ts";
import type { MapFormat } from "./formats.ts";

/**
 * The format of a text, from what stands in it.
 * @throws AppError `unreadable-file` that says what the text seems to be, and what can be read.
 */
export function formatOfText(text: string, name: string): Exclude<MapFormat, "xlsx"> {
  const start = text.slice(0, 65_536).replace(/^\uFEFF?\s*/, "");
  if (start === "") throw new AppError("unreadable-file", message("map-file-empty", { name }));
  if (start.startsWith("<")) {
    const tag = rootOf(start);
    // What cannot be told apart is for the reader of XML to refuse, with the line.
    if (tag === "" || /^(?:[\w-]+:)?cjml$/i.test(tag)) return "cjml";
    throw new AppError("unreadable-file", message("map-other-xml", { name, tag }));
  }
  if (start.startsWith("{") || start.startsWith("[")) {
    if (/"spoor"\s*:\s*"journey\//.test(text)) return "json";
    if (/"(?:swimlanes|stages)"\s*:/.test(text)) return "ojf";
    throw new AppError("unreadable-file", message("map-not-recognised", { name }));
  }
  if (/^(?:spoor|["']spoor["'])\s*:/m.test(start)) return "yaml";
  if (/^[ \t]*journey[ \t\r]*$/m.test(start) && /^[ \t]*(?:section|title) |:[ \t]*\d/m.test(start))
    return "mermaid";
  const [line = ""] = start.split(/[\r\n]/, 1);
  if (/[;,\t]/.test(line) || /[;,\t]/.test(start.slice(line.length, line.length + 2000)))
    return "csv";
  throw new AppError("unreadable-file", message("map-not-recognised", { name }));
}

const before = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?! html)[^>[]*(?:\[[\s\S]*?\])?\s*>/iy;
const opening = /<!?([^\s/>!?]+)/y;

/** The name of the first element of an XML text; empty when that cannot be told. */
function rootOf(text: string): string {
  let at = 0;
  for (before.lastIndex = 0; before.test(text); before.lastIndex = at) at = before.lastIndex;
  opening.lastIndex = at;
  return opening.exec(text)?.[1] ?? "";
}
