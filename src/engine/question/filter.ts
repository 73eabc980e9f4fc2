import type { TouchpointName } from "../../core/question/answers.ts";
import type { Predicate } from "../../core/question/segment.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { readTouchpoints } from "../event/touchpoint.ts";
import type { Engine, Parameters } from "../port.ts";
import type { Asked } from "./asked.ts";

/** The journeys a question is about. */
export type Scope = {
  /** A subquery on `journey`, to be put after FROM. */
  readonly journeys: string;
  /** The same as a condition on rows of `journey`. */
  readonly test: string;
  readonly parameters: Parameters;
  readonly touchpoints: readonly TouchpointName[];
};

/** Turns a filter into SQL with parameters. Rejects with `bad-request` for an unknown segment. */
export async function scopeOf(engine: Engine, asked: Asked): Promise<Scope> {
  const { ws, filter, segments, signal } = asked;
  const touchpoints = await readTouchpoints(engine.lookup, ws, signal);
  const tests: string[] = [];
  const parameters: Record<string, Parameters[string]> = { ws };

  if (filter.from !== undefined) {
    tests.push("start >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')");
    parameters["from"] = String(Date.parse(filter.from));
  }
  if (filter.to !== undefined) {
    tests.push("start < fromUnixTimestamp64Milli({to:Int64}, 'UTC')");
    parameters["to"] = String(Date.parse(filter.to));
  }
  if (filter.channels) {
    const wanted = new Set(filter.channels);
    tests.push("hasAny(steps, {channels:Array(UInt16)})");
    parameters["channels"] = touchpoints
      .filter((touchpoint) => wanted.has(touchpoint.channel))
      .map((touchpoint) => touchpoint.code);
  }
  if (filter.passed) {
    tests.push("hasAll(steps, {passed:Array(UInt16)})");
    parameters["passed"] = filter.passed;
  }
  if (filter.notPassed) {
    tests.push("NOT hasAny(steps, {notPassed:Array(UInt16)})");
    parameters["notPassed"] = filter.notPassed;
  }
  if (filter.inOrder) {
    tests.push(`hasAll(steps, {inOrder:Array(UInt16)}) AND arrayFold(
      (at, step) -> if(step = {inOrder:Array(UInt16)}[at + 1], at + 1, at), steps, toUInt64(0)
    ) = length({inOrder:Array(UInt16)})`);
    parameters["inOrder"] = filter.inOrder;
  }
  const predicates: Predicate[] = [filter.attributes ?? {}];
  if (filter.segment !== undefined) predicates.push(meaning(filter.segment, segments));
  for (const [name, values] of predicates.flatMap((predicate) => Object.entries(predicate))) {
    const nth = tests.length;
    tests.push(`hasAny(traits,
      arrayMap(value -> sipHash64({name${nth}:String}, value), {values${nth}:Array(String)}))`);
    parameters[`name${nth}`] = name;
    parameters[`values${nth}`] = values;
  }
  const test = tests.length === 0 ? "1" : tests.map((each) => `(${each})`).join(" AND ");
  const journeys = `(SELECT * FROM journey FINAL WHERE ws = {ws:UInt32} AND ${test})`;
  return { journeys, test, parameters, touchpoints };
}

function meaning(segment: string, segments: Asked["segments"]): Predicate {
  const predicate = Object.hasOwn(segments, segment) ? segments[segment] : undefined;
  if (predicate) return predicate;
  const known = Object.keys(segments).join(", ");
  throw new AppError("bad-request", message("no-segment", { segment, known }));
}
