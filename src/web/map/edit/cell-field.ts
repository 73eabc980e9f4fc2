import type { Command, Value } from "../../../core/map/command.ts";
import type { NewId } from "../../../core/map/plan/plan.ts";
import type { Column } from "../../../core/map/sheet/column.ts";
import type { Lane } from "../lane.ts";
import { set } from "./editing.ts";

/** What is typed into a cell: which element it belongs to, and what stands there now. */
export type CellField = {
  readonly value: string;
  readonly max: number;
  readonly kind: "line" | "lines" | "feeling" | "degree";
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

/** What can be typed in a cell of a lane; null where the data speaks, or more than a text is asked. */
export function cellField(lane: Lane, column: Column): CellField | null {
  const { touchpoint, episode } = column;
  const { id, backstage } = touchpoint;
  switch (lane) {
    case "goal":
      return column.opens ? words(episode.id, "goal", episode.goal, 4000) : null;
    case "doing":
      return words(id, "doing", touchpoint.doing, 4000);
    case "unit":
      return words(id, "backstage.unit", backstage?.unit, 200);
    case "backstage":
      return words(id, "backstage.process", backstage?.process, 200);
    case "frontstage":
      return lines(id, "backstage.frontstage", backstage?.frontstage);
    case "importance":
      return degree(id, touchpoint.importance?.customer);
    case "pains":
      return titled(id, "pains", "pn", touchpoint.pains, { evidence: { kind: "assumed" } });
    case "opportunities":
      return titled(id, "opportunities", "op", touchpoint.opportunities, {});
    case "actions":
      return titled(id, "actions", "ac", touchpoint.actions, {});
    case "quotes":
      return quotes(column);
    case "emotion":
      return feeling(column);
    case "stream":
    case "wait":
    case "figures":
    case "scores":
      return null;
  }
}

function words(id: string, field: string, value: string | undefined, max: number): CellField {
  return {
    value: value ?? "",
    max,
    kind: max > 200 ? "lines" : "line",
    command: (text) => changed(id, field, value ?? null, text === "" ? null : text),
  };
}

function lines(id: string, field: string, value: readonly string[] | undefined): CellField {
  return {
    value: value?.join("\n") ?? "",
    max: 4000,
    kind: "lines",
    command(text) {
      const list = text
        .split("\n")
        .map((line) => line.trim().slice(0, 200))
        .filter((line) => line !== "");
      return changed(id, field, value ? [...value] : null, list.length === 0 ? null : list);
    },
  };
}

function degree(id: string, value: number | undefined): CellField {
  return {
    value: value === undefined ? "" : String(value),
    max: 1,
    kind: "degree",
    command(text) {
      if (text !== "" && !/^[1-5]$/.test(text)) return "wrong";
      return changed(id, "importance.customer", value ?? null, text === "" ? null : Number(text));
    },
  };
}

type Titled = { readonly id: string; readonly title: string };

/** One line for each of a list: a line more is a new one, an emptied line goes. */
function titled(
  id: string,
  list: string,
  prefix: string,
  items: readonly Titled[] | undefined,
  fresh: Readonly<Record<string, Value>>,
): CellField {
  return listOf(id, list, prefix, items ?? [], "title", fresh);
}

function quotes({ touchpoint: { id, quotes: items } }: Column): CellField {
  const fresh = { evidence: { kind: "assumed" } };
  return listOf(id, "quotes", "qu", items ?? [], "text", fresh);
}

function listOf<Name extends "title" | "text">(
  id: string,
  list: string,
  prefix: string,
  items: readonly ({ readonly id: string } & Readonly<Record<Name, string>>)[],
  name: Name,
  fresh: Readonly<Record<string, Value>>,
): CellField {
  const flat = (text: string) => text.replaceAll("\n", " ");
  const most = name === "title" ? 160 : 4000;
  return {
    value: items.map((item) => flat(item[name])).join("\n"),
    max: 40_000,
    kind: "lines",
    command(text, newId) {
      const typed = text.split("\n").map((line) => line.trim().slice(0, most));
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
      return commands.length === 0 ? null : { do: "all", commands };
    },
  };
}

/** Feelings are typed as they are shown, on −2 … +2, with a comma or a point. */
export function feelingOfText(text: string): number | null {
  const value = Number(text.replace(",", ".").replace("−", "-"));
  return text.trim() !== "" && Number.isFinite(value) && Math.abs(value) <= 2 ? value / 2 : null;
}

function feeling({ touchpoint, feeling: shown }: Column): CellField | null {
  if (shown?.kind === "measured") return null;
  return {
    value: shown ? String(Math.round(shown.value * 20) / 10) : "",
    max: 5,
    kind: "feeling",
    command(text, newId) {
      const claim = claimed(touchpoint.emotions);
      if (text === "") return claim ? { do: "remove", at: claim.id } : null;
      const value = feelingOfText(text);
      if (value === null) return "wrong";
      return felt(touchpoint.id, touchpoint.emotions, value, newId);
    },
  };
}

type Emotions = Column["touchpoint"]["emotions"];

function claimed(emotions: Emotions) {
  return emotions?.find((one) => one.persona === undefined) ?? emotions?.[0];
}

/** Gives a touchpoint a feeling on −1 … +1: an assumption, as long as nothing better is known. */
export function felt(id: string, emotions: Emotions, value: number, newId: NewId): Command | null {
  const claim = claimed(emotions);
  const to = Math.round(Math.max(-1, Math.min(1, value)) * 100) / 100;
  if (claim) return changed(claim.id, "value", claim.value, to);
  const element = { id: newId("em"), value: to, evidence: { kind: "assumed" } };
  return { do: "add", to: id, list: "emotions", after: null, element };
}

function changed(id: string, field: string, from: Value, to: Value): Command | null {
  return JSON.stringify(from) === JSON.stringify(to) ? null : set(id, field, from, to);
}
