import { z } from "zod";
import { CheckResult, Score } from "../../core/map/check/check.ts";
import { CheckSettings } from "../../core/map/check/settings.ts";

/** What the health check said on a day on which it said something else than before. */
export const DayScores = z.strictObject({ day: z.iso.date(), scores: z.array(Score) });
export type DayScores = z.infer<typeof DayScores>;

/** The health check of a stored map, with how it did before, oldest first. */
export const MapCheck = CheckResult.extend({ history: z.array(DayScores) });
export type MapCheck = z.infer<typeof MapCheck>;

const settings = "/api/w/{workspace}/check-settings";

export const checkEndpoints = {
  checkMap: {
    method: "GET",
    path: "/api/w/{workspace}/maps/{map}/check",
    summary: "The health check of a map: findings, scores, and how it did before",
    answer: MapCheck,
  },
  checkSettings: {
    method: "GET",
    path: settings,
    summary: "How the maps of a workspace are checked",
    answer: CheckSettings,
  },
  saveCheckSettings: {
    method: "PUT",
    path: settings,
    summary: "Have the maps of a workspace checked otherwise",
    body: CheckSettings,
    answer: CheckSettings,
  },
} as const;
