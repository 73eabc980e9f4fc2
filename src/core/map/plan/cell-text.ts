import type { Single, Value } from "../command.ts";
import { claimedFeeling } from "../claimed-feeling.ts";
import type { LaneKind, Touchpoint } from "../journey.ts";
import { same } from "../merge.ts";
import { onOneLine } from "../named.ts";
import type { NewId } from "./plan.ts";

/** A row of the map of which the cells are text: one that Spoor knows, one of the team's own, or the head. */
export type TextLane = Exclude<
  LaneKind,
  "picture" | "stream" | "wait" | "scores" | "figures" | "metrics" | "goal"
>;
export type CellRow = { readonly lane: TextLane | "title" } | { readonly own: string };

/** What stands in a cell, as one would type it. */
export function cellText(touchpoint: Touchpoint, row: CellRow): string {
  if ("own" in row) return touchpoint.cells?.[row.own] ?? "";
  const { importance, backstage } = touchpoint;
  switch (row.lane) {
    case "title":
      return touchpoint.title;
    case "doing":
      return touchpoint.doing ?? "";
    case "unit":
      return backstage?.unit ?? "";
    case "backstage": {
      const { process = "", system } = backstage ?? {};
      return system === undefined ? process : `${process}\n${system}`;
    }
    case "frontstage":
      return (backstage?.frontstage ?? []).join("\n");
    case "importance": {
      const { customer, organisation } = importance ?? {};
      if (organisation === undefined) return String(customer ?? "");
      return `${customer ?? ""}/${organisation}`;
    }
    case "emotion": {
      const felt = claimedFeeling(touchpoint);
      return felt ? String(Math.round(felt.value * 20) / 10) : "";
    }
    case "quotes":
      return (touchpoint.quotes ?? []).map(({ text }) => onOneLine(text)).join("\n");
    case "pains":
    case "opportunities":
    case "actions":
      return (touchpoint[row.lane] ?? []).map(({ title }) => onOneLine(title)).join("\n");
  }
}

/**
 * What it takes that a cell holds this text. The lines of a list are its items: the first line is that
 * of the first item, further lines are new items, items without a line go. Null: this text is none
 * for such a cell, or too long for it.
 */
export function withCellText(
  touchpoint: Touchpoint,
  row: CellRow,
  text: string,
  newId: NewId,
): Single[] | null {
  const { id } = touchpoint;
  const set = (field: string, from: Value | undefined, to: Value): Single[] =>
    same(from ?? null, to) ? [] : [{ do: "set", at: id, field, from: from ?? null, to }];
  if (text === cellText(touchpoint, row)) return [];
  const kept = text === "" ? null : text;
  if ("own" in row)
    return text.length > 4000 ? null : set(`cells.${row.own}`, touchpoint.cells?.[row.own], kept);
  const { backstage, importance } = touchpoint;
  switch (row.lane) {
    case "title":
      return text.trim() === "" ? null : set("title", touchpoint.title, cut(onOneLine(text), 160));
    case "doing":
      return text.length > 4000 ? null : set("doing", touchpoint.doing, kept);
    case "unit":
      return text.length > 200 ? null : set("backstage.unit", backstage?.unit, kept);
    case "backstage": {
      const [process = "", ...more] = text.split(/\r?\n/).map((line) => line.trim());
      const system = more.filter((line) => line !== "").join(" · ");
      if (process.length > 200 || system.length > 200) return null;
      return [
        ...set("backstage.process", backstage?.process, process === "" ? null : process),
        ...set("backstage.system", backstage?.system, system === "" ? null : system),
      ];
    }
    case "frontstage": {
      const lines = linesOf(text).map((line) => cut(line, 200));
      return set("backstage.frontstage", backstage?.frontstage, lines.length === 0 ? null : lines);
    }
    case "importance": {
      const [, customer, organisation] = /^\s*([1-5])?\s*(?:\/\s*([1-5])\s*)?$/.exec(text) ?? [];
      if (text.trim() !== "" && customer === undefined && organisation === undefined) return null;
      const degree = (given: string | undefined) => (given === undefined ? null : Number(given));
      return [
        ...set("importance.customer", importance?.customer, degree(customer)),
        ...set("importance.organisation", importance?.organisation, degree(organisation)),
      ];
    }
    case "emotion":
      return withFeeling(touchpoint, text, newId);
    case "quotes":
      return withItems(touchpoint, { list: "quotes", prefix: "qu", name: "text" }, text, newId);
    case "pains":
      return withItems(touchpoint, { list: "pains", prefix: "pn", name: "title" }, text, newId);
    case "opportunities":
      return withItems(
        touchpoint,
        { list: "opportunities", prefix: "op", name: "title" },
        text,
        newId,
      );
    case "actions":
      return withItems(touchpoint, { list: "actions", prefix: "ac", name: "title" }, text, newId);
  }
}

function withFeeling(touchpoint: Touchpoint, text: string, newId: NewId): Single[] | null {
  const felt = claimedFeeling(touchpoint);
  if (text.trim() === "") return felt ? [{ do: "remove", at: felt.id }] : [];
  const shown = Number(text.trim().replace(",", ".").replace("−", "-"));
  if (!(Math.abs(shown) <= 2)) return null;
  const value = Math.round(shown * 50) / 100;
  if (felt) return [{ do: "set", at: felt.id, field: "value", from: felt.value, to: value }];
  const element = { id: newId("em"), value, evidence: { kind: "assumed" } };
  return [{ do: "add", to: touchpoint.id, list: "emotions", after: null, element }];
}

type List = {
  readonly list: "quotes" | "pains" | "opportunities" | "actions";
  readonly prefix: string;
  readonly name: "text" | "title";
};

function withItems(
  touchpoint: Touchpoint,
  { list, prefix, name }: List,
  text: string,
  newId: NewId,
): Single[] {
  const items = (touchpoint[list] ?? []) as readonly ({ readonly id: string } & {
    readonly [Name in "text" | "title"]?: string;
  })[];
  const lines = linesOf(text).map((line) => cut(line, name === "title" ? 160 : 4000));
  const rests = list === "quotes" || list === "pains";
  const changes = items.flatMap((item, at): Single[] => {
    const [from, to] = [item[name] ?? "", lines[at]];
    if (to === undefined) return [{ do: "remove", at: item.id }];
    return to === onOneLine(from) ? [] : [{ do: "set", at: item.id, field: name, from, to }];
  });
  let after = items.at(lines.length < items.length ? lines.length - 1 : -1)?.id ?? null;
  const added = lines.slice(items.length).map((line): Single => {
    const element = {
      id: newId(prefix),
      [name]: line,
      ...(rests && { evidence: { kind: "assumed" } }),
    };
    const add = { do: "add", to: touchpoint.id, list, after, element } as const;
    after = element.id;
    return add;
  });
  return [...changes, ...added];
}

function linesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function cut(line: string, most: number): string {
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
