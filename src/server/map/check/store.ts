import { z } from "zod";
import type { Score } from "../../../core/map/check/check.ts";
import type { CheckSettings } from "../../../core/map/check/settings.ts";
import { readCheckSettings, writeCheckSettings } from "../../../core/map/check/settings-file.ts";
import { DayScores } from "../../../protocol/map/check.ts";
import type { Documents, Statements } from "../../documents/documents.ts";
import type { MapPlace } from "../../documents/map-log.ts";

/** How a workspace wants its maps checked; the defaults when it never said. */
export async function findCheckSettings(
  { query }: Statements,
  workspace: number,
): Promise<CheckSettings> {
  const [found] = await query(
    z.strictObject({ body: z.string() }),
    "SELECT body FROM check_setting WHERE workspace = $1",
    [workspace],
  );
  return readCheckSettings(found?.body ?? "");
}

/** Keeps how a workspace wants its maps checked; all of them are to be judged anew. */
export function saveCheckSettings(
  documents: Documents,
  workspace: number,
  settings: CheckSettings,
): Promise<void> {
  return documents.transaction(async ({ query }) => {
    await query(
      z.unknown(),
      `INSERT INTO check_setting (workspace, body) VALUES ($1, $2)
       ON CONFLICT (workspace) DO UPDATE SET body = excluded.body`,
      [workspace, writeCheckSettings(settings)],
    );
    await query(z.unknown(), "UPDATE map SET scored = NULL WHERE workspace = $1", [workspace]);
  });
}

/** The scores of a map on the days on which they were other than before, oldest first. */
export function keptScores(
  { query }: Statements,
  { workspace, map }: MapPlace,
): Promise<DayScores[]> {
  return query(
    DayScores,
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, scores FROM check_score
     WHERE workspace = $1 AND map = $2 ORDER BY check_score.day`,
    [workspace, map],
  );
}

/**
 * Kept scores with those of a day: they count when they differ from the last ones of an earlier day,
 * and of one day the last ones stay.
 */
export function withDay(kept: readonly DayScores[], now: DayScores): DayScores[] {
  const earlier = kept.filter(({ day }) => day !== now.day);
  const before = earlier.at(-1)?.scores;
  return before && sameScores(before, now.scores) ? earlier : [...earlier, now];
}

/** Keeps the scores of a map for a day, and that it was judged at `at`. */
export function recordScores(
  documents: Documents,
  { workspace, map }: MapPlace,
  { day, scores }: DayScores,
  at: string,
): Promise<void> {
  return documents.transaction(async ({ query }) => {
    const kept = await keptScores({ query }, { workspace, map });
    const counts = withDay(kept, { day, scores }).some((each) => each.day === day);
    if (counts)
      await query(
        z.unknown(),
        `INSERT INTO check_score (workspace, map, day, scores) VALUES ($1, $2, $3::date, $4::jsonb)
         ON CONFLICT (workspace, map, day) DO UPDATE SET scores = excluded.scores`,
        [workspace, map, day, JSON.stringify(scores)],
      );
    else
      await query(
        z.unknown(),
        "DELETE FROM check_score WHERE workspace = $1 AND map = $2 AND day = $3::date",
        [workspace, map, day],
      );
    await markScored({ query }, { workspace, map }, at);
  });
}

/** Notes that a map was judged, so that it is left alone until it changes or a day passes. */
export async function markScored(
  { query }: Statements,
  { workspace, map }: MapPlace,
  at: string,
): Promise<void> {
  const sql = "UPDATE map SET scored = $3::timestamptz WHERE workspace = $1 AND id = $2";
  await query(z.unknown(), sql, [workspace, map, at]);
}

/** Maps that changed since they were judged and have been quiet since `quiet`, or were not judged since `day` began. */
export function unscoredMaps(
  { query }: Statements,
  { quiet, day, most }: { readonly quiet: string; readonly day: string; readonly most: number },
): Promise<MapPlace[]> {
  return query(
    z.strictObject({ workspace: z.number().int(), map: z.string() }),
    `SELECT workspace, id AS map FROM map
     WHERE deleted IS NULL AND updated < $1::timestamptz
       AND (scored IS NULL OR scored < updated OR scored < $2::timestamptz)
     ORDER BY scored NULLS FIRST, workspace, id LIMIT $3`,
    [quiet, day, most],
  );
}

function sameScores(one: readonly Score[], other: readonly Score[]): boolean {
  const text = (scores: readonly Score[]) =>
    scores.map(({ group, score }) => `${group} ${score}`).join();
  return text(one) === text(other);
}
