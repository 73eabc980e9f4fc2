import { Themes } from "../../core/question/themes/themes.ts";
import type { Endpoint } from "../endpoint.ts";
import { filtered } from "./filtered.ts";

export const themesEndpoints = {
  themes: {
    method: "GET",
    path: "/api/w/{workspace}/themes",
    summary: "What customers write, by theme, with how they felt and what it is about",
    query: filtered,
    answer: Themes,
  },
} as const satisfies Record<string, Endpoint>;
