import { z } from "zod";
import type { Facets } from "../../core/question/answers.ts";
import { traitNames } from "../event/trait.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { scopeOf } from "./filter.ts";

const count = z.coerce.number();
const Period = z.object({ journeys: count, from: z.string(), to: z.string() });
const ChannelRow = z.object({ channel: z.string(), journeys: count });
const TraitRow = z.object({ name: z.string(), value: z.string(), journeys: count });
const ScoreRow = z.object({ name: z.string(), low: z.number(), high: z.number() });

/** What one can filter on. `named` gives the segments their names. */
export async function facets(
  engine: Engine,
  asked: Asked,
  named: Facets["segments"],
): Promise<Facets> {
  const { journeys, parameters, touchpoints } = await scopeOf(engine, asked);
  const limits = { signal: asked.signal };
  const { analysis } = engine;
  const [period] = await analysis.rows(
    Period,
    `SELECT count() AS journeys, min(start) AS from, max(end) AS to FROM ${journeys}`,
    parameters,
    limits,
  );
  const channels = await analysis.rows(
    ChannelRow,
    `WITH (SELECT (groupArray(code), groupArray(channel)) FROM touchpoint
        WHERE ws = {ws:UInt32}) AS names
    SELECT channel, count() AS journeys
    FROM (SELECT steps FROM ${journeys})
    ARRAY JOIN arrayDistinct(arrayMap(step -> transform(step, names.1, names.2, ''), steps)) AS channel
    GROUP BY channel ORDER BY journeys DESC, channel`,
    parameters,
    limits,
  );
  const traits = await analysis.rows(
    TraitRow,
    `SELECT name, value, carried.journeys AS journeys
    FROM (
      SELECT trait, count() AS journeys FROM (SELECT traits FROM ${journeys})
      ARRAY JOIN traits AS trait GROUP BY trait
    ) AS carried
    JOIN (
      SELECT hash, name, value FROM trait FINAL
      WHERE ws = {ws:UInt32} AND name IN {names:Array(String)}
    ) AS known ON known.hash = carried.trait
    ORDER BY name, journeys DESC, value`,
    { ...parameters, names: await traitNames(analysis, asked.ws, asked.signal) },
    limits,
  );
  const scores = await analysis.rows(
    ScoreRow,
    `SELECT DISTINCT name, low, high FROM measure
    WHERE ws = {ws:UInt32} AND kind = 'score' ORDER BY name, low, high`,
    parameters,
    limits,
  );
  const any = period && period.journeys > 0;
  return {
    from: any ? period.from : null,
    to: any ? period.to : null,
    channels: channels.filter(({ channel }) => channel !== ""),
    touchpoints: [...touchpoints],
    attributes: [...Map.groupBy(traits, (row) => row.name)].map(([name, rows]) => ({
      name,
      values: rows.map((row) => ({ value: row.value, journeys: row.journeys })),
    })),
    segments: named,
    scores,
  };
}
