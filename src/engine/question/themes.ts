import { z } from "zod";
import { FLOOR } from "../../core/evidence/floor.ts";
import type { Journey } from "../../core/map/journey.ts";
import { findThemes } from "../../core/question/themes/find.ts";
import type { Theme, Themes } from "../../core/question/themes/themes.ts";
import { laidOn } from "../evidence/lay-over.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { placesOf } from "./drivers/places.ts";
import { scopeOf } from "./filter.ts";
import { readTotals } from "./totals.ts";

const Row = z.object({
  at: z.number(),
  text: z.string(),
  person: z.string(),
  felt: z.number().nullable(),
});
const Count = z.object({ of: z.coerce.number() });

/** Most comments that are read, the newest. */
const READ = 20_000;
const QUOTES = 3;
const TOUCHPOINTS = 3;
/** Letters in a comment that says something and can be read at a glance. */
const SHORTEST = 15;
const LONGEST = 240;

/** What customers write, by theme, with how they felt who wrote it and which touchpoints it is about. */
export async function themes(engine: Engine, asked: Asked, map: Journey | null): Promise<Themes> {
  const limits = { signal: asked.signal };
  const scope = await scopeOf(engine, asked);
  const places = placesOf(map, scope);
  const laid = laidOn(scope, places, limits);
  const [{ of } = { of: 0 }] = await engine.analysis.rows(
    Count,
    `SELECT sum(length(comments.text)) AS of FROM ${scope.journeys}`,
    scope.parameters,
    limits,
  );
  const rows = await engine.analysis.rows(
    Row,
    `WITH (SELECT groupArray((code, low, high)) FROM (
        SELECT code, low, high FROM measure FINAL WHERE ws = {ws:UInt32} AND kind = 'score')) AS known
    SELECT ${laid.drawn("touchpoint")} AS at, text, person,
      if(empty(felt), NULL, arrayAvg(felt)) AS felt
    FROM (
      SELECT person, text, touchpoint, time, arrayMap((m, s) -> 2 * (m.2 - s.2) / (s.3 - s.2) - 1,
        arrayFilter((m, s) -> m.3 = touchpoint AND m.4 = time AND s.1 != 0, said, scales),
        arrayFilter((s, m) -> m.3 = touchpoint AND m.4 = time AND s.1 != 0, scales, said)) AS felt
      FROM (
        SELECT person, comments.text, comments.touchpoint, comments.time,
          arrayZip(measures.code, measures.value, measures.touchpoint, measures.time) AS said,
          arrayMap(c -> arrayFirst(s -> s.1 = c, known), measures.code) AS scales
        FROM ${scope.journeys} WHERE notEmpty(comments.text)
      )
      ARRAY JOIN comments.text AS text, comments.touchpoint AS touchpoint, comments.time AS time
    )
    ORDER BY time DESC, person, text LIMIT ${READ}`,
    laid.parameters,
    limits,
  );
  const found = findThemes(rows.map(({ text, felt }) => ({ text, feeling: felt })));
  const peopleOf = (comments: readonly number[]) =>
    new Set(comments.map((nth) => rows[nth]!.person)).size;
  const told = found.themes.filter(({ comments }) => peopleOf(comments) >= FLOOR);
  const placed = told.reduce((sum, { comments }) => sum + comments.length, 0);
  const title = (at: number) => places[at - 1]?.title ?? "";
  const { journeys, shown } = await readTotals(engine, scope, asked.signal);
  return {
    journeys,
    comments: rows.length,
    of,
    themes: told.map(({ words, comments, difference }): Theme => {
      const own = comments.map((nth) => rows[nth]!);
      const felt = own.flatMap((row) => (row.felt === null ? [] : [row.felt]));
      const about = Map.groupBy(
        own.filter(({ at }) => at !== 0),
        ({ at }) => at,
      );
      const texts = new Map(own.toReversed().map((row) => [row.text, row]));
      return {
        words: [...words],
        comments: own.length,
        people: peopleOf(comments),
        feeling: felt.length === 0 ? null : felt.reduce((sum, one) => sum + one, 0) / felt.length,
        answers: felt.length,
        difference,
        touchpoints: [...about]
          .toSorted((one, other) => other[1].length - one[1].length || one[0] - other[0])
          .slice(0, TOUCHPOINTS)
          .map(([at, at_]) => ({
            id: places[at - 1]?.id ?? "",
            title: title(at),
            comments: at_.length,
          })),
        quotes: [...texts.values()]
          .toReversed()
          .filter(({ text }) => text.length >= SHORTEST && text.length <= LONGEST)
          .slice(0, QUOTES)
          .map(({ text, person, at }) => ({ text, person, touchpoint: title(at) })),
      };
    }),
    none: rows.length - placed,
    shown,
  };
}
