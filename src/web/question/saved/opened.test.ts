import { expect, test } from "vitest";
import { endpoints, type Endpoint } from "../../../protocol/endpoint.ts";
import { kept, type QuestionName } from "../../../protocol/question/savable.ts";
import { readAsks } from "../asks.ts";
import { askedOf, openedAt } from "./opened.ts";

/** A value of each part that a question asks, as its page has it. */
const samples: Readonly<Record<string, unknown>> = {
  goal: [3, 17],
  steps: [3, 17, 4],
  order: "any",
  within: 24,
  from: 7,
  by: "tariff",
  map: "jo_energy",
  route: "12345",
  since: "2026-01-01",
  before: "2026-01-01/2026-02-01",
  after: "2026-02-01/2026-03-01",
  parts: 5,
  other: '{"segment":"pe_movers"}',
  outcome: "CSAT",
  about: [3, 17],
  crosshair: "median",
  first: 7,
  back: 9,
  unit: "week",
  kind: "unbounded",
  pattern: '"Called" at least 2 times',
  buying: [3, 17],
  bought: 2,
  liked: 80,
  days: 182,
  survey: "5f0c2f0e-0000-4000-8000-000000000001",
};
const notAsked = new Set(["filter", "limit", "offset", "workspace"]);

test.each(Object.keys(kept) as QuestionName[])(
  "all that %s asks is in the address again",
  (name) => {
    const { path, query }: Endpoint = endpoints[name];
    const parts = [
      ...Object.keys(query?.shape ?? {}),
      ...Array.from(path.matchAll(/\{(\w+)\}/g), ([, part]) => part!),
    ].filter((part) => !notAsked.has(part));
    expect(parts.filter((part) => !(part in samples))).toEqual([]);
    const asked = askedOf({
      workspace: "w",
      filter: { channels: ["web"] },
      ...Object.fromEntries(parts.map((part) => [part, samples[part]])),
    });
    expect(Object.keys(asked.more).toSorted()).toEqual(parts.toSorted());
    const { search } = openedAt(name, asked);
    const { filter, route, ...asks } = search as Record<string, unknown>;
    expect(filter).toEqual({ channels: ["web"] });
    expect(route).toEqual(parts.includes("route") ? "12345" : undefined);
    expect(readAsks(search)).toEqual(asks);
  },
);
