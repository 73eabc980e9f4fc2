import type { Command, Single } from "../command.ts";
import { channelWords, meant } from "../exchange/words.ts";
import type { Journey, Touchpoint } from "../journey.ts";
import { cellText, withCellText, type CellRow } from "./cell-text.ts";
import { together, type NewId } from "./plan.ts";
import { readTsv, writeTsv } from "./tsv.ts";

/** A longer text is no block of a map; reading it would only hold up the page. */
const MOST_CHARACTERS = 1_000_000;
const MOST_CELLS = 10_000;
const MOST_COMMANDS = 20_000;

/** A cell that found no place, or whose text is none for where it would have come. */
export type Left = { readonly row: number; readonly column: number; readonly text: string };

/** What pasting does; `left` is what it cannot do. Null: this is too large to be a part of a map. */
export type Pasted = { readonly command: Command | null; readonly left: readonly Left[] };

/** A block of cells as spreadsheets take it: one row for each lane, one column for each touchpoint. */
export function copyCells(touchpoints: readonly Touchpoint[], rows: readonly CellRow[]): string {
  return writeTsv(rows.map((row) => touchpoints.map((each) => cellText(each, row))));
}

/**
 * Puts a copied block into the cells to the right of and below the one it is pasted on. What is empty
 * in the block leaves what stands there as it is.
 */
export function pasteCells(
  touchpoints: readonly Touchpoint[],
  rows: readonly CellRow[],
  tsv: string,
  newId: NewId,
): Pasted | null {
  const block = blockOf(tsv);
  if (!block) return null;
  const commands: Single[] = [];
  const left: Left[] = [];
  for (const [at, cells] of block.entries())
    for (const [column, text] of cells.entries()) {
      if (text === "") continue;
      const [touchpoint, row] = [touchpoints[column], rows[at]];
      const done = touchpoint && row ? withCellText(touchpoint, row, text, newId) : null;
      if (done) commands.push(...done);
      else left.push({ row: at, column, text });
    }
  return commands.length > MOST_COMMANDS ? null : { command: together(commands), left };
}

/**
 * Makes touchpoints of a block that is pasted on the head of the map. One column: each cell is a
 * touchpoint. Several: each column is one, its title in the first row, what is in the rows below goes to
 * the lanes below; a row of nothing but channels gives each its channel.
 */
export function pasteTouchpoints(
  journey: Journey,
  place: { readonly episode: string; readonly after: string | null },
  rows: readonly CellRow[],
  tsv: string,
  newId: NewId,
): Pasted | null {
  const block = blockOf(tsv);
  if (!block || !journey.episodes.some(({ id }) => id === place.episode)) return null;
  const isList = block.every((cells) => cells.length === 1);
  const [titles = [], ...more] = isList ? [block.map(([cell = ""]) => cell)] : block;
  const channels = more.find(areChannels);
  const below = more.filter((cells) => cells !== channels);
  const commands: Single[] = [];
  const left: Left[] = [];
  let { after } = place;
  for (const [column, given] of titles.entries()) {
    const title = given.replaceAll(/\s+/g, " ").trim();
    if (title === "") {
      for (const [row, cells] of block.entries())
        if (cells[column]) left.push({ row, column, text: cells[column] });
      continue;
    }
    const channel = meant(channelWords, channels?.[column] ?? "") as Touchpoint["channel"];
    const touchpoint: Touchpoint = {
      id: newId("tp"),
      title: title.length > 160 ? `${title.slice(0, 159)}…` : title,
      ...(channel && { channel }),
      ...(title.length > 160 && { notes: given.slice(0, 4000) }),
    };
    const { id: to } = touchpoint;
    const { episode } = place;
    commands.push({ do: "add", to: episode, list: "touchpoints", after, element: touchpoint });
    after = to;
    for (const [at, cells] of below.entries()) {
      const [text = "", row] = [cells[column], rows[at]];
      const done = text === "" ? [] : row ? withCellText(touchpoint, row, text, newId) : null;
      if (done) commands.push(...done);
      else left.push({ row: block.indexOf(cells), column, text });
    }
  }
  return commands.length > MOST_COMMANDS ? null : { command: together(commands), left };
}

function areChannels(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.every((cell) => meant(channelWords, cell) !== undefined);
}

function blockOf(tsv: string): string[][] | null {
  if (tsv.length > MOST_CHARACTERS) return null;
  const block = readTsv(tsv);
  const cells = block.reduce((sum, row) => sum + row.length, 0);
  return cells > MOST_CELLS ? null : block;
}
