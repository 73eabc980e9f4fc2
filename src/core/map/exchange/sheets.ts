import type { Language } from "../../message/wording.ts";
import type { Message } from "../../message/message.ts";
import { listed } from "../elements.ts";
import type { Journey, Lane, Persona } from "../journey.ts";
import { cellOf, type Place } from "./cell.ts";
import { inCell } from "./escape.ts";
import { journeyRows, sheetKinds, touchpointColumns, type Column } from "./fields.ts";
import type { Around } from "./scalars.ts";

export type Cell = string | number;
/** A sheet as rows of cells, the first of which names the columns. */
export type Sheet = {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Characters that each column is wide. */
  readonly widths: readonly number[];
};

export const touchpointSheet = { nl: "Contactmomenten", en: "Touchpoints" };
export const journeySheet = { nl: "Klantreis", en: "Journey" };
export const episodeColumn = {
  nl: "Episode",
  en: "Episode",
  also: ["fase", "phase", "stage", "section", "hoofdstuk", "stap in de reis"],
};
export const episodeId = { nl: "Id van de episode", en: "Id of the episode" };
export const episodeGoal = { nl: "Doel in deze episode", en: "Goal in this episode" };

/**
 * A journey as sheets: one row for each touchpoint, and with `all` the journey itself, its episodes,
 * personas, goals, team, transitions, rows and exceptions on sheets of their own.
 */
export function sheetsOf(
  journey: Journey,
  { all, language }: { all: boolean; language: Language },
): { readonly sheets: readonly Sheet[]; readonly report: Message[] } {
  const report: Message[] = [];
  const around = aroundOf(journey.personas ?? [], language);
  const placed = (at: string): Place => ({
    ...around,
    at,
    row: 0,
    tell: (told) => report.push(told),
  });
  const touchpoints = touchpointRows(journey, all, placed, language);
  if (!all) return { sheets: [touchpoints], report };
  const own: Sheet = {
    name: journeySheet[language],
    rows: journeyRows.flatMap((row) => {
      const cell = cellOf(journey, row, placed(journey.title));
      return cell === "" ? [] : [[row[language], cell]];
    }),
    widths: [22, 80],
  };
  const rest = sheetKinds.flatMap(({ list, columns, ...names }): Sheet[] => {
    const items = listed(journey, list);
    if (items.length === 0) return [];
    const rows = items.map((item) =>
      columns.map((column) => cellOf(item, column, placed(names[language]))),
    );
    return [
      {
        name: names[language],
        rows: [columns.map((column) => column[language]), ...rows],
        widths: columns.map(({ wide = 18 }) => wide),
      },
    ];
  });
  return { sheets: [touchpoints, own, ...rest], report };
}

function touchpointRows(
  journey: Journey,
  all: boolean,
  placed: (at: string) => Place,
  language: Language,
): Sheet {
  const filled = new Set(
    journey.episodes.flatMap((episode) =>
      episode.touchpoints.flatMap(({ cells = {} }) => Object.keys(cells)),
    ),
  );
  const lanes = (journey.lanes ?? []).filter(({ id, kind }) => kind === "text" || filled.has(id));
  const head = [
    episodeColumn[language],
    ...touchpointColumns.map((column) => column[language]),
    ...lanes.map(laneName),
    ...(all ? [] : [episodeGoal[language]]),
    episodeId[language],
  ];
  const rows = journey.episodes.flatMap((episode) => {
    const around = (at: number) => [
      ...(all ? [] : [at === 0 && episode.goal !== undefined ? inCell(episode.goal) : ""]),
      episode.id,
    ];
    if (episode.touchpoints.length === 0) {
      const blank = [...touchpointColumns, ...lanes].map(() => "");
      return [[inCell(episode.title), ...blank, ...around(0)]];
    }
    return episode.touchpoints.map((touchpoint, at) => [
      inCell(episode.title),
      ...touchpointColumns.map((column) => cellOf(touchpoint, column, placed(touchpoint.title))),
      ...lanes.map(({ id }) => {
        const said = touchpoint.cells?.[id];
        return said === undefined ? "" : inCell(said);
      }),
      ...around(at),
    ]);
  });
  return {
    name: touchpointSheet[language],
    rows: [head, ...rows],
    widths: [
      24,
      ...touchpointColumns.map(({ wide = 18 }: Column) => wide),
      ...lanes.map(() => 30),
      ...(all ? [] : [30]),
      18,
    ],
  };
}

/** A row of the team's own as the head of a column: its title and, since titles can be alike, its id. */
function laneName({ id, title }: Lane): string {
  return title === undefined ? `[${id}]` : `${inCell(title)} [${id}]`;
}

/** Personas go by their name, where that tells them apart. */
function aroundOf(personas: readonly Persona[], language: Language): Around {
  const names = new Map<string, number>();
  for (const { name } of personas) names.set(name, (names.get(name) ?? 0) + 1);
  const called = new Map(
    personas.map(({ id, name }) => {
      const isOne = names.get(name) === 1 && !name.startsWith("pe_");
      return [id, isOne ? name : id];
    }),
  );
  return { language, callPersona: (id) => called.get(id) ?? id, findPersona: (name) => name };
}
