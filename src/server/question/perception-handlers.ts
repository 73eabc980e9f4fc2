import { isOver, type Survey } from "../../core/evidence/survey.ts";
import { customersAt } from "../../core/question/perception/customers.ts";
import { perceive } from "../../core/question/perception/perceive.ts";
import type { Perception } from "../../core/question/perception/perception.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Engine } from "../../engine/port.ts";
import { scopeOf } from "../../engine/question/filter.ts";
import { feltOn } from "../../engine/question/perception/felt.ts";
import { readTotals } from "../../engine/question/totals.ts";
import type { Documents } from "../documents/documents.ts";
import { listFieldNotes } from "../documents/field-note.ts";
import {
  countSurveyAnswers,
  findSurvey,
  listSurveyAnswers,
  listSurveys,
} from "../documents/survey.ts";
import { answersBy } from "../evidence/survey-handlers.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { asking } from "./asking.ts";

/** Field notes that are read at most. */
const NOTES = 20_000;

/** Handler of what colleagues believe against what customers say. */
export function perceptionHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
  now: () => number;
}): Pick<Handlers, "perception"> {
  const { engine, documents, shelf, now } = parts;
  return {
    async perception({ params, query, signal }): Promise<Perception> {
      const { filter = {} } = query;
      const asked = await asking(parts, params.workspace, filter, signal);
      const survey = await chosen(documents, asked.ws, query.survey, now());
      const nothing = { groups: [], touchpoints: [], gone: 0, tested: 0, sure: 0, remarks: [] };
      if (survey === null) {
        const { shown } = await readTotals(engine, await scopeOf(engine, asked), signal);
        return { survey: null, ...nothing, shown };
      }
      const journey = await shelf.map(asked.ws, survey.map);
      const counts = await countSurveyAnswers(documents, asked.ws);
      const over = isOver(survey, now());
      const head = {
        id: survey.id,
        question: survey.question,
        map: { id: journey.id, title: journey.title },
        at: survey.at,
        ends: survey.closed ?? survey.ends,
        over,
        ...answersBy(
          survey,
          counts.filter((each) => each.survey === survey.id),
        ),
      };
      const { felt, shown } = await feltOn(engine, asked, journey);
      if (!over) return { survey: head, ...nothing, shown };
      const wish = { map: survey.map, limit: NOTES, offset: 0 };
      const { notes } = await listFieldNotes(documents, asked.ws, wish);
      const touchpoints = journey.episodes.flatMap((episode) =>
        episode.touchpoints
          .filter(({ id }) => survey.touchpoints.includes(id))
          .map((touchpoint) => ({
            id: touchpoint.id,
            title: touchpoint.title,
            episode: episode.title,
            customers: customersAt(journey, touchpoint, { felt, notes, filter }),
          })),
      );
      const answers = await listSurveyAnswers(documents, survey.id);
      const { departments } = survey;
      return {
        survey: head,
        ...perceive({ departments, touchpoints, answers }),
        touchpoints,
        gone: survey.touchpoints.length - touchpoints.length,
        shown,
      };
    },
  };
}

/** The survey that was asked for; else the last one that is over, else the last one. */
async function chosen(
  documents: Documents,
  ws: number,
  asked: string | undefined,
  now: number,
): Promise<Survey | null> {
  if (asked !== undefined) {
    const found = await findSurvey(documents, ws, asked);
    if (found.deleted !== null) throw new AppError("not-found", message("no-survey"));
    return found;
  }
  const all = await listSurveys(documents, ws, false);
  return all.find((each) => isOver(each, now)) ?? all[0] ?? null;
}
