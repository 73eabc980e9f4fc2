import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { chunkShape } from "../../../src/engine/event/cells.ts";
import type { Layout } from "../../../src/engine/event/layout.ts";
import { openEngine } from "../../../src/engine/open.ts";
import type { Engine } from "../../../src/engine/port.ts";
import { chunkFiles } from "../../../src/server/event/chunk-files.ts";
import { csvStretches } from "../../../src/server/event/csv-stretches.ts";

let engine: Engine;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-csv-"));
  engine = await openEngine({ path: join(folder, "engine") });
});
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const layout: Layout = {
  format: "csv",
  columns: ["a", "b"],
  delimiter: ",",
  decimal: ".",
  times: new Map(),
  zone: "UTC",
};

async function* inBlocks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** A reader of its own: rows by RFC 4180 with their line, `null` where a row is bad. */
function expected(text: string): { line: number; cells: string[] | null }[] {
  const rows: { line: number; cells: string[] | null }[] = [];
  const row =
    /(?:"(?:[^"]|"")*"(?!")[^,\n]*|[^",\n][^,\n]*|)(?:,(?:"(?:[^"]|"")*"(?!")[^,\n]*|[^",\n][^,\n]*|))*(?:\n|$)/y;
  let at = 0;
  let line = 1;
  while (at < text.length) {
    row.lastIndex = at;
    const whole = row.exec(text)?.[0];
    const until = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at) + 1;
    const piece = whole === undefined || whole === "" ? text.slice(at, until) : whole;
    const body = piece.replace(/\n$/, "");
    if (body !== "") {
      const cells = [...`${body},`.matchAll(/("(?:[^"]|"")*"(?!")|[^",][^,]*|),/gy)];
      const sound = cells.map(([cell]) => cell).join("") === `${body},` && cells.length === 2;
      rows.push({ line, cells: sound ? cells.map(([, cell]) => unquoted(cell!)) : null });
    }
    line += piece.split("\n").length - 1;
    at += piece.length;
  }
  return rows;
}

/** The text of a cell; `\\N` without quotes is how databases write that there is none. */
function unquoted(cell: string): string {
  if (cell === "\\N") return "";
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

test("what the scanner calls sound, the engine reads as RFC 4180 has it; the rest is bad; lines are right", async () => {
  const Row = z.object({ n: z.string(), line: z.string(), a: z.string(), b: z.string() });
  const piece = fc.constantFrom(
    "x",
    "é",
    "'",
    " ",
    "\\N",
    ",",
    ",",
    "\n",
    "\n",
    '"',
    '"',
    '""',
    '","',
    '"\n"',
    "x,y\n",
    '"q",z\n',
  );
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      async (pieces, size) => {
        const bytes = Buffer.from(pieces.join(""));
        const parts = csvStretches(inBlocks(bytes, size), { delimiter: ",", columns: 2 });
        const found: { line: number; cells: string[] | null }[] = [];
        const options = { folder, separator: ",", skip: 0, row: (run += 1) * 1000, size: 20 };
        for await (const chunk of chunkFiles(parts, options)) {
          if ("bad" in chunk) {
            found.push(...chunk.bad.map(({ line }) => ({ line, cells: null })));
            continue;
          }
          const line =
            chunk.place.line === null
              ? "place"
              : `toString(${chunk.place.line} + rowNumberInAllBlocks())`;
          await engine.intake.run(
            "CREATE OR REPLACE TABLE seen (n UInt64, line String, a String, b String) ENGINE = Memory",
          );
          await engine.load(
            { path: chunk.path, ...chunkShape(layout, chunk.place) },
            (from) =>
              `INSERT INTO seen SELECT rowNumberInAllBlocks(), ${line}, c1, c2 FROM ${from}`,
          );
          const rows = await engine.lookup.rows(Row, "SELECT * FROM seen ORDER BY n");
          expect(rows).toHaveLength(chunk.rows);
          found.push(...rows.map((row) => ({ line: Number(row.line), cells: [row.a, row.b] })));
        }
        const want = expected(bytes.toString());
        expect(found.toSorted((a, b) => a.line - b.line)).toEqual(want);
      },
    ),
    { numRuns: 150 },
  );
});
