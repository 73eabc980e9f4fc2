import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Filter } from "../../core/question/filter.ts";
import { readTouchpoints } from "../../engine/event/touchpoint.ts";
import type { Engine } from "../../engine/port.ts";
import type { AskedOf } from "../../protocol/question/saved.ts";
import type { Documents } from "../documents/documents.ts";
import { findSurvey } from "../documents/survey.ts";
import type { Shelf } from "../map/shelf.ts";

/** Parts of what is asked beside the filter that are codes of touchpoints. */
const coded = ["goal", "steps", "from", "about", "first", "back", "buying"] as const;

type Names = Readonly<Record<string, string>>;

/**
 * What the ids in a question, and in an answer that goes by them, are called. Rejects with
 * `bad-request` when the filter names a touchpoint that the data has not, by the name it had.
 */
export async function namesOf(
  { engine, documents, shelf }: { engine: Engine; documents: Documents; shelf: Shelf },
  ws: number,
  { filter, more }: AskedOf,
  before: Names,
): Promise<Record<string, string>> {
  const found = await readTouchpoints(engine.lookup, ws);
  const labels = new Map(found.map(({ code, label }) => [code, label]));
  const gone = codesIn(filter).find((code) => !labels.has(code));
  if (gone !== undefined) {
    const name = before[gone] ?? `${gone}`;
    throw new AppError("bad-request", message("saved-touchpoint-gone", { name }));
  }
  const asked = coded.flatMap((part) =>
    String(more[part] ?? "")
      .split(",")
      .map(Number),
  );
  const codes = [...codesIn(filter), ...asked].filter((code) => labels.has(code));
  const personas = await shelf.personas(ws);
  const map = more["map"] === undefined ? null : await shelf.map(ws, String(more["map"]));
  const survey =
    more["survey"] === undefined ? null : await findSurvey(documents, ws, String(more["survey"]));
  const drawn = map?.episodes.flatMap(({ touchpoints }) => touchpoints) ?? [];
  return Object.fromEntries([
    ...codes.map((code) => [`${code}`, labels.get(code)]),
    ...personas.map(({ id, name }) => [id, name]),
    ...(map ? [[map.id, map.title]] : []),
    ...(survey ? [[survey.id, survey.question]] : []),
    ...drawn.map(({ id, title }) => [id, title]),
  ]) as Record<string, string>;
}

function codesIn({ passed = [], notPassed = [], inOrder = [] }: Filter): number[] {
  return [...passed, ...notPassed, ...inOrder];
}
