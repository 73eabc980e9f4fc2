import { z } from "zod";
import { must } from "../../core/assert.ts";
import { rate } from "../../core/evidence/interval.ts";
import type { TouchpointDetail } from "../../core/evidence/overlay.ts";
import type { Journey } from "../../core/map/journey.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { END, START } from "../../core/question/answers.ts";
import { labeller } from "../../core/question/touchpoint-name.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "../question/asked.ts";
import { quartiles, Quartiles, toDuration } from "../question/duration.ts";
import { readNames } from "../question/journey-name.ts";
import { layOver, type Laid } from "./lay-over.ts";
import { overlay } from "./overlay.ts";

const count = z.coerce.number();
const Way = z.object({ code: z.number(), count, q: Quartiles });
const SourceRow = z.object({ source: z.string(), events: count });
const Example = z.object({ journey: z.string(), person: z.string(), start: z.string() });

/** Most ways in, and out, that are listed. */
const MOST_WAYS = 12;
const EXAMPLES = 5;

/** What stands behind one drawn touchpoint. Rejects with `not-found` when the map has none by that id. */
export async function touchpointDetail(
  engine: Engine,
  asked: Asked,
  journey: Journey,
  touchpoint: string,
): Promise<TouchpointDetail> {
  const laid = await layOver(engine, asked, journey);
  const own = laid.bound.find((each) => each.id === touchpoint);
  if (!own) {
    throw new AppError("not-found", message("no-touchpoint", { map: journey.title, touchpoint }));
  }
  const { touchpoints } = await overlay(engine, asked, journey);
  const figures = must(
    touchpoints.find((each) => each.id === touchpoint),
    "the figures of a drawn touchpoint",
  );
  const codes = [...own.codes];
  return {
    figures,
    before: await readWays(engine, laid, codes, "before", figures.events),
    after: await readWays(engine, laid, codes, "after", figures.events),
    sources: await readSources(engine, laid, codes),
    examples: await readExamples(engine, laid, asked, codes),
  };
}

/** What comes just before or after, in shares of all visits; the wait is that between the two. */
async function readWays(
  engine: Engine,
  laid: Laid,
  own: readonly number[],
  side: "before" | "after",
  visits: number,
): Promise<TouchpointDetail["before"]> {
  const [others, between] =
    side === "before"
      ? ["arrayPushFront(arrayPopBack(steps), 0)", "arrayPushFront(waits, 0)"]
      : ["arrayPushBack(arrayPopFront(steps), 0)", "arrayPushBack(waits, 0)"];
  const rows = await engine.analysis.rows(
    Way,
    `SELECT toUInt16(other) AS code, count() AS count, ${quartiles("wait", "other != 0")} AS q
    FROM (SELECT steps, waits FROM ${laid.scope.journeys} WHERE hasAny(steps, {own:Array(UInt16)}))
    ARRAY JOIN steps AS step, ${others} AS other, ${between} AS wait
    WHERE has({own:Array(UInt16)}, step)
    GROUP BY other ORDER BY count DESC, code LIMIT ${MOST_WAYS}`,
    { ...laid.parameters, own },
    laid.limits,
  );
  const label = labeller(laid.scope.touchpoints);
  const border = side === "before" ? START : END;
  return rows.map(({ code, count: taken, q }) => ({
    label: code === 0 ? border : label(code),
    count: taken,
    share: rate(taken, visits),
    wait: toDuration(code === 0 ? 0 : taken, q),
  }));
}

/** Which systems reported it; counted over the whole workspace. */
async function readSources(
  engine: Engine,
  laid: Laid,
  own: readonly number[],
): Promise<TouchpointDetail["sources"]> {
  return engine.analysis.rows(
    SourceRow,
    `SELECT source, count() AS events FROM event
    WHERE ws = {ws:UInt32} AND kind = 'event' AND (event, channel) IN (
      SELECT event, channel FROM touchpoint WHERE ws = {ws:UInt32} AND has({own:Array(UInt16)}, code))
    GROUP BY source ORDER BY events DESC, source`,
    { ...laid.parameters, own },
    laid.limits,
  );
}

async function readExamples(
  engine: Engine,
  laid: Laid,
  asked: Asked,
  own: readonly number[],
): Promise<TouchpointDetail["examples"]> {
  const rows = await engine.analysis.rows(
    Example,
    `SELECT journey, person, start FROM ${laid.scope.journeys} WHERE hasAny(steps, {own:Array(UInt16)})
    ORDER BY start DESC, journey LIMIT ${EXAMPLES}`,
    { ...laid.parameters, own },
    laid.limits,
  );
  const name = await readNames(engine, asked.ws, rows, asked.signal);
  return rows.map((row) => ({ ...row, name: name(row) }));
}
