import type { Recognised } from "./recognise.ts";
import { unfoldedLine, type Unfolding } from "./unfolded.ts";
import { readSamples } from "./samples.ts";

const most = 400;

/** The columns of JSON lines: every path to a value that occurs in a sample, `device.os` for nested ones. */
export async function jsonSample(
  file: Recognised,
  source: Unfolding,
): Promise<{ names: string[]; paths: string[][]; rows: string[][] }> {
  const { parts, complete } = await readSamples(file);
  const lines = parts.flatMap((part, index) => {
    const text = part
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .split("\n");
    return text.slice(index === 0 ? 0 : 1, complete ? undefined : -1);
  });
  return jsonColumns(
    lines.flatMap((line) => [...unfoldedLine(line, source)].map(({ text }) => text)),
  );
}

/** The columns and cells of JSON lines; a line that is no object gives none. */
export function jsonColumns(lines: readonly string[]): {
  names: string[];
  paths: string[][];
  rows: string[][];
} {
  const objects = lines.flatMap((line) => parsed(line) ?? []);
  const paths = new Map<string, string[]>();
  const rows = objects.map((object) => {
    const cells = new Map<string, string>();
    walk(object, [], (path, value) => {
      const name = path.join(".");
      if (!paths.has(name) && paths.size < most) paths.set(name, path);
      cells.set(name, value);
    });
    return cells;
  });
  const names = [...paths.keys()];
  return {
    names,
    paths: [...paths.values()],
    rows: rows.map((cells) => names.map((name) => cells.get(name) ?? "")),
  };
}

function parsed(line: string): object | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null; // It will be counted and kept when the file is read.
  }
}

function walk(value: object, at: string[], found: (path: string[], text: string) => void): void {
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const path = [...at, key];
    if (typeof inner === "object" && inner !== null && !Array.isArray(inner) && path.length < 6)
      walk(inner, path, found);
    else if (inner === null || inner === undefined) found(path, "");
    else found(path, typeof inner === "string" ? inner : JSON.stringify(inner));
  }
}
