import { z } from "zod";
import { Title } from "../../core/map/claim.ts";
import { Journey } from "../../core/map/journey.ts";
import { TemplateCard } from "../../core/map/template/card.ts";

const Language = z.enum(["nl", "en"]);
/** The name that whoever makes it goes by. */
const Maker = z.string().min(1).max(80);
const State = z.enum(["current", "future", "ideal"]);

export const templateEndpoints = {
  templates: {
    method: "GET",
    path: "/api/templates",
    summary: "Templates to begin a map from, in one language",
    query: z.object({ language: Language }),
    answer: z.array(TemplateCard),
  },
  createMap: {
    method: "POST",
    path: "/api/w/{workspace}/maps",
    summary: "A new map, from a template or with one touchpoint to begin with; stored and returned",
    body: z.strictObject({
      /** Missing = blank. */
      template: z.string().max(80).optional(),
      title: Title.optional(),
      language: Language,
      state: State.default("current"),
      author: Maker.optional(),
    }),
    answer: Journey,
  },
  copyMap: {
    method: "POST",
    path: "/api/w/{workspace}/maps/{map}/copy",
    summary: "A copy of a map, as a future or ideal state of it or as it is; stored and returned",
    body: z.strictObject({
      title: Title.optional(),
      /** A future or ideal state is based on the map; parts keep their ids. */
      state: State,
      author: Maker.optional(),
    }),
    answer: Journey,
  },
} as const;
