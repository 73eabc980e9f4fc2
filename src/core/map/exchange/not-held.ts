import { message, type Message } from "../../message/message.ts";
import { listsOf, listed, type Element, type Kind } from "../elements.ts";
import type { Journey } from "../journey.ts";
import { mapFormats, type MapFormat } from "./formats.ts";

type Held = Partial<Readonly<Record<Kind, readonly string[]>>>;

const claim = ["title", "text", "severity", "evidence"];

/** The fields of each kind of part that a format holds; what is not here does not come back. */
const held: Readonly<Record<Exclude<MapFormat, "yaml" | "json" | "xlsx">, Held>> = {
  csv: {
    journey: ["title", "language", "episodes", "personas", "lanes"],
    persona: ["name"],
    lane: ["kind", "title"],
    episode: ["title", "goal", "touchpoints"],
    touchpoint: [
      "title",
      "channel",
      "ownership",
      "stage",
      "importance",
      "momentOfTruth",
      "optional",
      "repeats",
      "doing",
      "emotions",

      "quotes",
      "pains",
      "opportunities",
      "questions",
      "backstage",
      "metrics",
      "goals",
      "actions",
      "evidence",
      "pictures",
      "events",
      "opens",
      "notes",
      "cells",
    ],
    emotion: ["value", "scale", "persona", "evidence"],
    quote: ["text", "by", "persona", "evidence"],
    pain: claim,
    opportunity: claim,
    metric: ["name", "measure", "unit", "pinned"],
    goal: [
      "title",
      "kind",
      "measure",
      "baseline",
      "target",
      "unit",
      "by",
      "serves",
      "metric",
      "among",
      "reach",
    ],
    action: ["title", "owner", "by", "status", "solves"],
    picture: ["hash", "alt"],
  },
  ojf: {
    journey: ["title", "language", "scenario", "scope", "episodes", "personas", "lanes"],
    persona: ["name"],
    lane: ["kind", "title"],
    episode: ["title", "goal", "touchpoints", "pains", "opportunities"],
    touchpoint: [
      "title",
      "channel",
      "importance",
      "momentOfTruth",
      "doing",
      "emotions",
      "quotes",
      "pains",
      "opportunities",
      "backstage",
      "cells",
    ],
    emotion: ["value"],
    quote: ["text"],
    pain: ["title", "text", "severity"],
    opportunity: ["title", "text"],
  },
  cjml: {
    journey: ["title", "language", "scope", "episodes", "personas"],
    persona: ["name"],
    episode: ["title", "goal", "touchpoints"],
    touchpoint: ["title", "channel", "ownership", "doing", "backstage"],
  },
  mermaid: {
    journey: ["title", "language", "episodes", "personas"],
    persona: ["name"],
    episode: ["title", "touchpoints"],
    touchpoint: ["title", "emotions"],
    emotion: ["value"],
  },
};

/** What a format keeps of a value, but in fewer words than the map has. */
const coarse: Partial<Readonly<Record<MapFormat, readonly (readonly [Kind, string])[]>>> = {
  ojf: [
    ["touchpoint", "importance"],
    ["pain", "severity"],
  ],
  mermaid: [["emotion", "value"]],
};

/** What of a journey a format cannot hold, told as two messages at most: what stays out, and what is rounded. */
export function notHeld(journey: Journey, format: MapFormat): Message[] {
  if (format === "yaml" || format === "json" || format === "xlsx") return [];
  const missing = new Set<string>();
  const rounded = new Set<string>();
  collect(journey, "journey", held[format], (kind, field) => {
    if (!held[format][kind]?.includes(field)) missing.add(`${kind}.${field}`);
    else if (coarse[format]?.some(([of, name]) => of === kind && name === field))
      rounded.add(`${kind}.${field}`);
  });
  const { name } = mapFormats[format];
  return [
    ...(missing.size > 0
      ? [message("map-not-held", { format: name, what: [...missing].join(",") })]
      : []),
    ...(rounded.size > 0
      ? [message("map-rounded", { format: name, what: [...rounded].join(",") })]
      : []),
  ];
}

function collect(
  element: Element,
  kind: Kind,
  holds: Held,
  found: (kind: Kind, field: string) => void,
): void {
  const lists = new Map(listsOf(kind));
  for (const field of Object.keys(element)) {
    if (field === "id" || field === "spoor") continue;
    found(kind, field);
    const child = lists.get(field);
    if (child && holds[kind]?.includes(field))
      for (const item of listed(element, field)) collect(item, child, holds, found);
  }
}
