import { message, type Message } from "../../message/message.ts";
import type { Language } from "../../message/wording.ts";
import { AppError } from "../../problem.ts";
import { isLoose, type Loose } from "../field.ts";
import { withCell, type Place } from "./cell.ts";
import { fromCell } from "./escape.ts";
import { journeyRows, sheetKinds, touchpointColumns, type Column } from "./fields.ts";
import type { Around } from "./scalars.ts";
import { newId } from "./new-id.ts";
import { episodeColumn, episodeGoal, episodeId, journeySheet } from "./sheets.ts";
import { bare, type Words } from "./words.ts";

/** A sheet as it was read: every cell as text. */
export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };

/** How far down the heads of the columns may stand: people put a title or a logo above them. */
const HEAD_ROWS = 20;

/** More touchpoints than this are no map but a list of what happened. */
const MOST_ROWS = 5000;

/**
 * A journey from sheets: those that Spoor writes, and any table with a column of touchpoints. A column
 * that is not known becomes a row of the team's own. The answer still has to be made fit (`fitted`).
 */
export function fromSheets(
  sheets: readonly ReadSheet[],
  { name, title }: { name: string; title: string },
): { readonly raw: Loose; readonly report: Message[] } {
  const report: Message[] = [];
  const tell = (told: Message) => void report.push(told);
  const { sheet, head } = mainSheet(sheets, name);
  const language = languageOf(sheet.rows[head] ?? []);
  const people = new People(tell);
  const around: Around = {
    language,
    callPersona: (id) => id,
    findPersona: (called) => people.find(called),
  };
  const placed = (at: string, row: number): Place => ({ ...around, at, row, tell });

  const rest: Record<string, Loose[]> = {};
  // Personas first: what is said on other sheets is said of them.
  for (const kind of sheetKinds.toSorted((a) => (a.list === "personas" ? -1 : 0))) {
    const found = sheets.find((each) => each !== sheet && isCalled(each.name, kind));
    const rows = found ? rowsOf(found, kind.columns, placed) : [];
    if (kind.list === "personas") people.known.push(...rows);
    else rest[kind.list] = rows;
  }
  const own = sheets.find((each) => each !== sheet && isCalled(each.name, journeySheet));
  let journey: Loose = { spoor: "journey/1" };
  for (const [called = "", cell = ""] of own?.rows ?? []) {
    const row = journeyRows.find((each) => isCalled(called, each));
    if (row) journey = withCell(journey, row, cell, placed(own?.name ?? "", 0));
  }
  const { episodes = [], lanes = [], ...others } = rest;
  const drawn = touchpointsOf(sheet, head, lanes, placed, tell);
  if (typeof journey["title"] !== "string") {
    journey = { ...journey, title };
    tell(message("map-title-from-file", { title }));
  }
  return {
    raw: {
      ...journey,
      ...others,
      episodes: joined(drawn.episodes, episodes, tell),
      personas: people.known,
      lanes: drawn.lanes,
    },
    report,
  };
}

/** The sheet with a column of touchpoints, and the row in which its columns are named. */
function mainSheet(sheets: readonly ReadSheet[], name: string) {
  const [title] = touchpointColumns;
  for (const sheet of sheets) {
    const head = sheet.rows
      .slice(0, HEAD_ROWS)
      .findIndex((row) => row.some((cell) => title && isCalled(cell, title)));
    if (head === -1) continue;
    if (sheet.rows.length - head > MOST_ROWS)
      throw new AppError("too-much", message("map-too-many-rows", { name, most: MOST_ROWS }));
    return { sheet, head };
  }
  throw new AppError("unreadable-file", message("map-no-touchpoint-column", { name }));
}

/** No column has a longer name, and comparing texts without limit takes long. */
const LONGEST = 200;

function isCalled(called: string, { nl, en, also = [] }: Words): boolean {
  const word = called.length > LONGEST ? "" : bare(called);
  return word !== "" && [nl, en, ...also].some((each) => bare(each) === word);
}

/** The language in which most columns are named. */
function languageOf(head: readonly string[]): Language {
  const count = (language: Language) =>
    head.filter((cell) =>
      touchpointColumns.some((column) =>
        isCalled(cell, { nl: column[language], en: column[language] }),
      ),
    ).length;
  return count("en") > count("nl") ? "en" : "nl";
}

function rowsOf(
  { name, rows: [head = [], ...rows] }: ReadSheet,
  columns: readonly Column[],
  placed: (at: string, row: number) => Place,
): Loose[] {
  const known = head.map((cell) => columns.find((column) => isCalled(cell, column)));
  return rows.flatMap((row, at): Loose[] => {
    if (row.every((cell) => cell.trim() === "")) return [];
    const place = placed(name, at + 2);
    return [
      known.reduce<Loose>(
        (element, column, index) =>
          column ? withCell(element, column, row[index] ?? "", place) : element,
        {},
      ),
    ];
  });
}

/** Personas by name or id; one that nobody described comes into being by being named. */
class People {
  readonly known: Record<string, unknown>[] = [];
  readonly #tell: (told: Message) => void;

  constructor(tell: (told: Message) => void) {
    this.#tell = tell;
  }

  find(called: string): string {
    const found =
      this.known.find(({ id }) => id === called) ?? this.known.find(({ name }) => name === called);
    if (found) return (found["id"] ??= newId("pe", String(found["name"]), this.#taken())) as string;
    const isId = /^pe_[a-z0-9][a-z0-9_-]{0,60}$/.test(called);
    const id = isId ? called : newId("pe", called, this.#taken());
    this.known.push({ id, name: called });
    this.#tell(message("map-new-persona", { name: called }));
    return id;
  }

  #taken(): Set<unknown> {
    return new Set(this.known.map(({ id }) => id));
  }
}

type Drawn = { readonly episodes: Loose[]; readonly lanes: Loose[] };

function touchpointsOf(
  { name, rows }: ReadSheet,
  head: number,
  given: readonly Loose[],
  placed: (at: string, row: number) => Place,
  tell: (told: Message) => void,
): Drawn {
  const lanes = [...given];
  const columns = (rows[head] ?? []).map((cell, at) => {
    if (cell.trim() === "") return null;
    for (const [kind, words] of Object.entries({ episodeColumn, episodeId, episodeGoal }))
      if (isCalled(cell, words)) return { kind };
    const column = touchpointColumns.find((each) => isCalled(cell, each));
    if (column) return { kind: "column", column };
    const isEmpty = rows.slice(head + 1).every((row) => (row[at] ?? "").trim() === "");
    return isEmpty && !laneIn(cell) ? null : { kind: "lane", lane: laneFor(cell, lanes, tell) };
  });
  const episodes: {
    key: string;
    id: string;
    title: string;
    goal: string | null;
    touchpoints: Loose[];
  }[] = [];
  let last = { title: "", id: "" };
  for (const [at, row] of rows.slice(head + 1).entries()) {
    if (row.every((cell) => cell.trim() === "")) continue;
    const kept: string[] = [];
    const place = {
      ...placed(name, head + at + 2),
      keep: (line: string) => void kept.push(line),
    };
    const raw = (kind: string) => row[columns.findIndex((column) => column?.kind === kind)] ?? "";
    const of = (kind: string) => fromCell(raw(kind));
    const [title, id] = [of("episodeColumn"), of("episodeId")];
    // An empty cell under an episode is how merged cells are read.
    if (title !== "" || id !== "") last = { title, id };
    const key = last.id || `title ${last.title}`;
    let episode = episodes.find((each) => each.key === key);
    if (!episode) episodes.push((episode = { key, ...last, goal: null, touchpoints: [] }));
    if (raw("episodeGoal").trim() !== "") episode.goal ??= of("episodeGoal");
    let touchpoint: Loose = {};
    const cells: Record<string, string> = {};
    for (const [index, column] of columns.entries()) {
      const cell = row[index] ?? "";
      if (column?.column) touchpoint = withCell(touchpoint, column.column, cell, place);
      if (column?.lane && cell.trim() !== "") cells[column.lane] = fromCell(cell);
    }
    if (kept.length > 0) {
      const { notes } = touchpoint;
      const lines = typeof notes === "string" ? [notes, ...kept] : kept;
      touchpoint = { ...touchpoint, notes: lines.join("\n") };
    }
    const isDrawn = Object.keys(touchpoint).length > 0 || Object.keys(cells).length > 0;
    if (isDrawn)
      episode.touchpoints.push(
        Object.keys(cells).length > 0 ? { ...touchpoint, cells } : touchpoint,
      );
  }
  return {
    episodes: episodes.map(({ id, title, goal, touchpoints }) => ({
      ...(id !== "" && { id }),
      title,
      ...(goal !== null && { goal }),
      touchpoints,
    })),
    lanes,
  };
}

function laneIn(cell: string): { id: string; title: string } | null {
  const own = /^(.*?)\s*\[(ln_[a-z0-9][a-z0-9_-]{0,60})\]\s*$/s.exec(cell);
  return own ? { title: fromCell(own[1] ?? ""), id: own[2] ?? "" } : null;
}

/** The id of the row of the team's own that a column is; a new one where there is none. */
function laneFor(cell: string, lanes: Loose[], tell: (told: Message) => void): string {
  const own = laneIn(cell);
  const known = lanes.find(({ id, title }) => (own ? id === own.id : title === cell.trim()));
  if (typeof known?.["id"] === "string") return known["id"];
  const title = own?.title ?? fromCell(cell);
  const id = own?.id ?? newId("ln", title, new Set(lanes.map((lane) => lane["id"])));
  lanes.push({ id, kind: "text", ...(title !== "" && { title }) });
  if (!own) tell(message("map-new-lane", { column: title }));
  return id;
}

/** The episodes with their touchpoints, in the order of their own sheet where there is one. */
function joined(
  drawn: readonly Loose[],
  described: readonly Loose[],
  tell: (told: Message) => void,
): Loose[] {
  const left = [...drawn];
  const both = described.map((episode): Loose => {
    const key = episode["id"] === undefined ? "title" : "id";
    const at = left.findIndex((each) => each[key] === episode[key]);
    const [found] = at === -1 ? [] : left.splice(at, 1);
    if (!isLoose(found)) return { ...episode, touchpoints: [] };
    const { title } = found;
    if (title === "" || title === episode["title"]) return { ...found, ...episode };
    tell(
      message("map-two-titles", {
        taken: String(title),
        other: typeof episode["title"] === "string" ? episode["title"] : "",
      }),
    );
    return { ...found, ...episode, title };
  });
  return [...both, ...left];
}
