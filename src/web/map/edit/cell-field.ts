import { claimOf } from "../../../core/map/claimed-feeling.ts";
import type { Command, Value } from "../../../core/map/command.ts";
import { cellText, withCellText } from "../../../core/map/plan/cell-text.ts";
import type { CellRow } from "../../../core/map/plan/cell-text.ts";
import { feel } from "../../../core/map/plan/feel.ts";
import { together } from "../../../core/map/plan/plan.ts";
import type { NewId } from "../../../core/map/plan/plan.ts";
import type { Column } from "../../../core/map/sheet/column.ts";
import type { SheetLane } from "../../../core/map/sheet/lanes.ts";
import { set } from "./editing.ts";

/** What is typed into a cell: which element it belongs to, and what stands there now. */
export type CellField = {
  readonly value: string;
  readonly max: number;
  readonly kind: "line" | "lines" | "feeling" | "degrees";
  /** The change that a text brings about; null when it changes nothing, `wrong` when it cannot be. */
  readonly command: (text: string, newId: NewId) => Command | null | "wrong";
};

/** The touchpoint's own title, in the head of its column. */
export function titleField({ touchpoint: { id, title } }: Column): CellField {
  return needed(id, "title", title);
}

/** A title that cannot be empty. */
export function needed(id: string, field: string, value: string): CellField {
  return {
    value,
    max: 160,
    kind: "line",
    command: (text) =>
      text === "" ? "wrong" : text === value ? null : set(id, field, value, text),
  };
}

/**
 * What can be typed in a cell of a lane; null where the data speaks, or more than a text is asked.
 * `persona`: whose feeling is typed on the curve; null is that of customers in general.
 */
export function cellField(
  lane: SheetLane,
  column: Column,
  persona: string | null,
): CellField | null {
  const { touchpoint, episode } = column;
  const { id } = touchpoint;
  switch (lane.kind) {
    case "goal":
      return column.opens ? goal(episode.id, episode.goal) : null;
    case "doing":
      return text(column, { lane: "doing" }, 4000, "lines");
    case "unit":
      return text(column, { lane: "unit" }, 200, "line");
    case "backstage":
      return text(column, { lane: "backstage" }, 401, "lines");
    case "frontstage":
      return text(column, { lane: "frontstage" }, 4000, "lines");
    case "importance":
      return text(column, { lane: "importance" }, 3, "degrees");
    case "text":
      return lane.own === null ? null : text(column, { own: lane.own }, 4000, "lines");
    case "pains":
      return listOf(id, "pains", "pn", touchpoint.pains, "title", { evidence: assumed });
    case "opportunities":
      return listOf(id, "opportunities", "op", touchpoint.opportunities, "title", {});
    case "actions":
      return listOf(id, "actions", "ac", touchpoint.actions, "title", {});
    case "quotes":
      return listOf(id, "quotes", "qu", touchpoint.quotes, "text", { evidence: assumed });
    case "emotion":
      return feeling(column, persona);
    case "picture":
    case "metrics":
    case "stream":
    case "wait":
    case "figures":
    case "scores":
      return null;
  }
}

const assumed = { kind: "assumed" };

function goal(id: string, value: string | undefined): CellField {
  return {
    value: value ?? "",
    max: 4000,
    kind: "lines",
    command: (typed) =>
      typed === (value ?? "") ? null : set(id, "goal", value ?? null, typed === "" ? null : typed),
  };
}

/** A cell that takes a text as a block from a spreadsheet does. */
function text(
  { touchpoint }: Column,
  row: CellRow,
  max: number,
  kind: CellField["kind"],
): CellField {
  return {
    value: cellText(touchpoint, row),
    max,
    kind,
    command(typed, newId) {
      const commands = withCellText(touchpoint, row, typed, newId);
      return commands === null ? "wrong" : together(commands);
    },
  };
}

/** One line for each of a list: a line more is a new one, an emptied line goes. */
function listOf<Name extends "title" | "text">(
  id: string,
  list: string,
  prefix: string,
  items: readonly ({ readonly id: string } & Readonly<Record<Name, string>>)[] = [],
  name: Name,
  fresh: Readonly<Record<string, Value>>,
): CellField {
  const flat = (value: string) => value.replaceAll("\n", " ");
  const most = name === "title" ? 160 : 4000;
  return {
    value: items.map((item) => flat(item[name])).join("\n"),
    max: 40_000,
    kind: "lines",
    command(given, newId) {
      const typed = given.split("\n").map((line) => line.trim().slice(0, most));
      while (typed.at(-1) === "") typed.pop();
      const commands: Extract<Command, { do: "all" }>["commands"] = [];
      let after = items.at(-1)?.id ?? null;
      for (const [at, item] of items.entries()) {
        const line = typed[at] ?? "";
        if (line === "") commands.push({ do: "remove", at: item.id });
        else if (line !== flat(item[name]))
          commands.push({ do: "set", at: item.id, field: name, from: item[name], to: line });
      }
      if (commands.some((one) => one.do === "remove" && one.at === after)) {
        const stays = items.filter((_, at) => (typed[at] ?? "") !== "");
        after = stays.at(-1)?.id ?? null;
      }
      for (const line of typed.slice(items.length).filter((one) => one !== "")) {
        const element = { id: newId(prefix), [name]: line, ...fresh };
        commands.push({ do: "add", to: id, list, after, element });
        after = element.id;
      }
      return together(commands);
    },
  };
}

/** Feelings are typed as they are shown, on −2 … +2, with a comma or a point. */
export function feelingOfText(typed: string): number | null {
  const value = Number(typed.replace(",", ".").replace("−", "-"));
  return typed.trim() !== "" && Number.isFinite(value) && Math.abs(value) <= 2 ? value / 2 : null;
}

function feeling({ touchpoint, feeling: shown }: Column, persona: string | null): CellField | null {
  if (persona === null && shown?.kind === "measured") return null;
  const claim = claimOf(touchpoint, persona);
  return {
    value: claim ? String(Math.round(claim.value * 20) / 10) : "",
    max: 5,
    kind: "feeling",
    command(typed, newId) {
      const value = typed === "" ? null : feelingOfText(typed);
      if (value === null && typed !== "") return "wrong";
      return feel(touchpoint, persona, value, newId);
    },
  };
}
