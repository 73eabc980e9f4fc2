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
    const root =
      /^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>|\s+)*<([^\s/>]+)/i.exec(
        start,
      );
    const tag = root?.[1] ?? "";
    if (
      /^(?:[\w-]+:)?cjml$/i.test(tag) ||
      (/<!DOCTYPE/i.test(start) && !/^<!DOCTYPE html/i.test(start))
    )
      return "cjml";
    throw new AppError("unreadable-file", message("map-other-xml", { name, tag }));
  }
  if (start.startsWith("{"))
    return /"(?:swimlanes|stages)"\s*:/.test(text) && !/"spoor"\s*:\s*"journey\//.test(start)
      ? "ojf"
      : "json";
  if (/^(?:spoor|["']spoor["'])\s*:/m.test(start)) return "yaml";
  if (/^\s*journey\s*$/m.test(start) && /^\s*(?:section|title)\s|:\s*\d/m.test(start))
    return "mermaid";
  const [line = ""] = start.split(/[\r\n]/, 1);
  if (/[;,\t]/.test(line) || /[;,\t]/.test(start.slice(line.length, line.length + 2000)))
    return "csv";
  throw new AppError("unreadable-file", message("map-not-recognised", { name }));
}
