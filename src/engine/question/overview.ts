import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Overview } from "../../core/question/answers.ts";
import { objectedSql, unheardSql } from "../people/objection.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { scopeOf } from "./filter.ts";

const count = z.coerce.number();
const Row = z.object({
  events: count,
  journeys: count,
  people: count,
  touchpoints: count,
  routes: count,
  from: z.string(),
  to: z.string(),
  of: count,
  outside: count,
  objected: count,
});

/** The data in six numbers; `outside` counts in the whole workspace, whatever the filter. */
export async function overview(engine: Engine, asked: Asked): Promise<Overview> {
  const scope = await scopeOf(engine, asked);
  const rows = await engine.analysis.rows(
    Row,
    `WITH (SELECT (count(), sum(length(steps))) FROM journey FINAL WHERE ws = {ws:UInt32}) AS whole
    SELECT sum(length(steps)) AS events, count() AS journeys, uniqExact(person) AS people,
      length(groupUniqArrayArray(steps)) AS touchpoints, uniqExact(route) AS routes,
      min(start) AS from, max(end) AS to,
      whole.1 AS of,
      (SELECT count() FROM event WHERE ws = {ws:UInt32} AND kind != 'reference')
        - whole.2
        - if(objected = 0, 0, ${unheardSql}) AS outside,
      ${objectedSql} AS objected
    FROM ${scope.journeys}`,
    scope.parameters,
    { signal: asked.signal },
  );
  const { of, from, to, objected, ...figures } = must(rows[0], "the overview");
  const any = figures.journeys > 0;
  return {
    ...figures,
    from: any ? from : null,
    to: any ? to : null,
    ...(objected > 0 && { objected }),
    shown: { journeys: figures.journeys, of },
  };
}
