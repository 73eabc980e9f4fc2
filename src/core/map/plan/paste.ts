import { must } from "../../assert.ts";
import { apply } from "../apply.ts";
import type { Command, Single } from "../command.ts";
import { channelWords, meant } from "../exchange/words.ts";
import type { Journey, Touchpoint } from "../journey.ts";
import { cellText, withCellText, type CellRow } from "./cell-text.ts";
import { together, type NewId } from "./plan.ts";
import { readTsv } from "./tsv.ts";

/** A longer text is no block of a map; reading it would only hold up the page. */
const MOST_CHARACTERS = 1_000_000;
const MOST_CELLS = 10_000;
const MOST_COMMANDS = 20_000;

/** A row of a block; null where the cells are no text that can be pasted. */
export type BlockRow = CellRow | { readonly lane: "goal" } | null;

/** A cell that found no place, or whose text is none for where it would have come. */
export type Left = { readonly row: number; readonly column: number; readonly text: string };

/** What pasting does; `landed` cells find a place, those in `left` do not. */
export type Pasted = {
  readonly command: Command | null;
  readonly landed: number;
  readonly left: readonly Left[];
};

/** The texts of a block: one row for each lane, one column for each touchpoint. */
export function copyCells(
  touchpoints: readonly Touchpoint[],
  rows: readonly (CellRow | null)[],
): string[][] {
  return rows.map((row) => touchpoints.map((each) => (row === null ? "" : cellText(each, row))));
}

/**
 * Puts a copied block into the cells to the right of and below the one it is pasted on. What is empty
 * in the block leaves what stands there as it is. Null: this is too large to be a part of a map.
 */
export function pasteCells(
  journey: Journey,
  touchpoints: readonly Touchpoint[],
  rows: readonly BlockRow[],
  tsv: string,
  newId: NewId,
): Pasted | null {
  const block = blockOf(tsv);
  if (!block) return null;
  const pasting = begin(journey, newId);
  for (const [row, cells] of block.entries())
    for (const [column, text] of cells.entries())
      pasting.put({ row, column, text }, touchpoints[column], rows[row]);
  return pasting.done();
}

/**
 * Puts a block on the head of the map, from a touchpoint to the right: the first row are titles, what is
 * in the rows below goes to the lanes below; a row of nothing but channels gives each its channel. With
 * `list`, a single column is read as one title after another. Titles beyond the last touchpoint become
 * new ones. Null: this is too large to be a part of a map.
 */
export function pasteTouchpoints(
  journey: Journey,
  { from, list }: { readonly from: string; readonly list: boolean },
  rows: readonly BlockRow[],
  tsv: string,
  newId: NewId,
): Pasted | null {
  const block = blockOf(tsv);
  const last = journey.episodes.at(-1);
  const all = journey.episodes.flatMap(({ touchpoints }) => touchpoints);
  const first = all.findIndex(({ id }) => id === from);
  if (!block || !last || first === -1) return null;
  const isList = list && block.every((cells) => cells.length === 1);
  const [titles = [], ...more] = isList ? [block.map(([cell = ""]) => cell)] : block;
  const channels = more.find(areChannels);
  const below = more.filter((cells) => cells !== channels);
  const pasting = begin(journey, newId);
  let after = last.touchpoints.at(-1)?.id ?? null;
  const columns = block.reduce((most, cells) => Math.max(most, cells.length), titles.length);
  for (let column = 0; column < columns; column += 1) {
    const place = isList ? { row: column, column: 0 } : { row: 0, column };
    const given = titles[column] ?? "";
    let touchpoint = all[first + column];
    if (touchpoint) pasting.put({ ...place, text: given }, touchpoint, { lane: "title" });
    else if (given.trim() !== "") {
      touchpoint = titled(newId("tp"), given);
      pasting.add({ do: "add", to: last.id, list: "touchpoints", after, element: touchpoint });
      after = touchpoint.id;
    } else pasting.leave({ ...place, text: given });
    const said = channels?.[column] ?? "";
    const channel = meant(channelWords, said);
    if (channel && touchpoint)
      pasting.add({
        do: "set",
        at: touchpoint.id,
        field: "channel",
        from: touchpoint.channel ?? null,
        to: channel,
      });
    else if (channels) pasting.leave({ row: block.indexOf(channels), column, text: said });
    for (const [at, cells] of below.entries())
      pasting.put(
        { row: block.indexOf(cells), column, text: cells[column] ?? "" },
        touchpoint,
        rows[at],
      );
  }
  return pasting.done();
}

function begin(journey: Journey, newId: NewId) {
  const commands: Single[] = [];
  const left: Left[] = [];
  let landed = 0;
  return {
    put(cell: Left, touchpoint: Touchpoint | undefined, row: BlockRow | undefined) {
      if (cell.text === "") return;
      const done = touchpoint && row ? written(journey, touchpoint, row, cell.text, newId) : null;
      if (done === null) left.push(cell);
      else {
        commands.push(...done);
        landed += 1;
      }
    },
    add(command: Single) {
      commands.push(command);
      landed += 1;
    },
    leave(cell: Left) {
      if (cell.text !== "") left.push(cell);
    },
    done: (): Pasted | null =>
      commands.length > MOST_COMMANDS
        ? null
        : { command: together(filledIn(journey, commands)), landed, left },
  };
}

/** A new touchpoint is added with all that is written in its cells: one command instead of many. */
function filledIn(journey: Journey, commands: readonly Single[]): Single[] {
  const fresh = new Map<string, Single[]>();
  for (const one of commands) if (one.do === "add") fresh.set(one.element.id, []);
  const placeOf = (one: Single) => (one.do === "add" ? one.to : one.at);
  for (const one of commands) fresh.get(placeOf(one))?.push(one);
  return commands.flatMap((one) => {
    if (fresh.has(placeOf(one))) return [];
    const cells = one.do === "add" ? together(fresh.get(one.element.id) ?? []) : null;
    if (one.do !== "add" || cells === null) return [one];
    const episode = { id: "ep_new", title: "", touchpoints: [one.element as Touchpoint] };
    const alone = { ...journey, transitions: [], exceptions: [], episodes: [episode] };
    const applied = apply(alone, cells);
    const element = applied.ok ? applied.journey.episodes[0]?.touchpoints[0] : undefined;
    return [{ ...one, element: must(element, "a touchpoint with its cells") }];
  });
}

/** Empties the cells of a block; titles stay. */
export function clearCells(
  journey: Journey,
  touchpoints: readonly Touchpoint[],
  rows: readonly BlockRow[],
  newId: NewId,
): Command | null {
  return together(
    touchpoints.flatMap((touchpoint) =>
      rows.flatMap((row) => (row && written(journey, touchpoint, row, "", newId)) ?? []),
    ),
  );
}

function written(
  journey: Journey,
  touchpoint: Touchpoint,
  row: NonNullable<BlockRow>,
  text: string,
  newId: NewId,
): Single[] | null {
  if ("own" in row || row.lane !== "goal") return withCellText(touchpoint, row, text, newId);
  const episode = begunBy(journey, touchpoint);
  if (!episode || text.length > 4000) return null;
  const [from, to] = [episode.goal ?? null, text === "" ? null : text];
  return from === to ? [] : [{ do: "set", at: episode.id, field: "goal", from, to }];
}

/** The goal of an episode stands under its first touchpoint. */
function begunBy({ episodes }: Journey, { id }: Touchpoint) {
  return episodes.find(({ touchpoints }) => touchpoints[0]?.id === id);
}

function titled(id: string, given: string): Touchpoint {
  const title = given.replaceAll(/\s+/g, " ").trim();
  if (title.length <= 160) return { id, title };
  return { id, title: `${title.slice(0, 159)}…`, notes: given.slice(0, 4000) };
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
