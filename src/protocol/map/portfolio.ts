import { z } from "zod";
import { kinds, type Kind } from "../../core/map/elements.ts";

/** A map as it stands in the list of all maps. */
export const MapCard = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: z.enum(["current", "future", "ideal"]),
  scenario: z.string().nullable(),
  personas: z.array(z.string()),
  owner: z.string().nullable(),
  reviewBy: z.string().nullable(),
  /** The current journey of which it is another state. */
  basedOn: z.string().nullable(),
  /** Maps that a touchpoint of this one opens. */
  opens: z.array(z.strictObject({ touchpoint: z.string(), map: z.string() })),
  episodes: z.number().int(),
  touchpoints: z.number().int(),
  pains: z.number().int(),
  /** Claims on the map, by what they rest on. */
  evidence: z.strictObject({
    assumed: z.number().int(),
    research: z.number().int(),
    measured: z.number().int(),
  }),
  /** Mean feeling at each touchpoint, −1 … +1, in the order of the map: measured where customers said so, else claimed; null where neither is. */
  feelings: z.array(z.number().nullable()),
  /** Latest scores of the health check, by obstacle; null when it never ran. */
  health: z.strictObject({ day: z.string(), scores: z.json() }).nullable(),
  changed: z.strictObject({ at: z.string(), by: z.string().nullable() }),
  /** When it was thrown away; it can be put back for thirty days. */
  deleted: z.string().nullable(),
});
export type MapCard = z.infer<typeof MapCard>;

/** So many places are told of one map, and so many maps, at most. */
export const PLACES = 20;
export const MAPS = 50;

/** Where words stand on one map. */
export const FoundMap = z.strictObject({
  map: z.string(),
  title: z.string(),
  /** In the order of the map; the first of them when there are many. */
  hits: z
    .array(
      z.strictObject({
        /** What the words belong to: "pain", "quote", "persona", … */
        kind: z.enum(Object.keys(kinds) as Kind[]),
        touchpoint: z.string().nullable(),
        /** Title of the touchpoint, or of the map. */
        where: z.string(),
        text: z.string(),
      }),
    )
    .max(PLACES),
  /** Of how many. */
  places: z.number().int(),
});
export type FoundMap = z.infer<typeof FoundMap>;

const Done = z.strictObject({ ok: z.literal(true) });

export const portfolioEndpoints = {
  portfolio: {
    method: "GET",
    path: "/api/w/{workspace}/portfolio",
    summary: "All maps with what one wants to know of them; those thrown away too",
    answer: z.array(MapCard),
  },
  searchMaps: {
    method: "GET",
    path: "/api/w/{workspace}/portfolio/search",
    summary: "Where words stand on any map, whatever their case and accents; most places first",
    query: z.object({ term: z.string().trim().min(2).max(200) }),
    answer: z.array(FoundMap).max(MAPS),
  },
  deleteMap: {
    method: "DELETE",
    path: "/api/w/{workspace}/maps/{map}",
    summary: "Throw a map away; it can be put back for thirty days",
    query: z.object({ author: z.string().max(80).optional() }),
    answer: Done,
  },
  putMapBack: {
    method: "POST",
    path: "/api/w/{workspace}/maps/{map}/put-back",
    summary: "Put back a map that was thrown away",
    answer: Done,
  },
} as const;
