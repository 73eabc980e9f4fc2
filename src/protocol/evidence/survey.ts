import { z } from "zod";
import { Survey, SurveyAnswer, SurveyDraft } from "../../core/evidence/survey.ts";
import type { Endpoint } from "../endpoint.ts";

/** A survey with how many answered it; what they answered is told by the question `perception`, once it is over. */
export const ShownSurvey = z.strictObject({
  survey: Survey,
  /** Title of its map. */
  title: z.string(),
  over: z.boolean(),
  answers: z.number().int(),
  /** By department; the last, without a name, are those of no department on the list. */
  departments: z.array(z.strictObject({ name: z.string(), n: z.number().int() })),
});
export type ShownSurvey = z.infer<typeof ShownSurvey>;

/** What somebody is asked who came by the link. */
export const SurveyForm = z.strictObject({
  question: z.string(),
  departments: z.array(z.string()),
  ends: z.string(),
  over: z.boolean(),
  /** In the order of the map; those that are not on it any more are left out. */
  touchpoints: z.array(z.strictObject({ id: z.string(), title: z.string() })),
});
export type SurveyForm = z.infer<typeof SurveyForm>;

const Author = z.string().trim().min(1).max(80);
/** Drawn by the browser of who answers, which keeps it: by it he may answer anew. */
export const SurveyToken = z.string().regex(/^[a-z0-9]{24,40}$/);

const path = "/api/w/{workspace}/surveys";

export const surveyEndpoints = {
  surveys: {
    method: "GET",
    path,
    summary: "Surveys among colleagues, the last one first, or those in the bin",
    query: z.object({ binned: z.literal("1").optional() }),
    answer: z.array(ShownSurvey),
  },
  startSurvey: {
    method: "POST",
    path,
    summary: "Ask colleagues how they think that customers feel; the link is told once",
    body: z.strictObject({ survey: SurveyDraft, author: Author }),
    answer: z.strictObject({
      survey: ShownSurvey,
      /** Colleagues answer at `/s/{secret}`. */
      secret: z.string(),
    }),
  },
  inviteToSurvey: {
    method: "POST",
    path: `${path}/{survey}/links`,
    summary: "One more link to a survey that runs, for where the first is not known",
    body: z.strictObject({ author: Author }),
    answer: z.strictObject({ secret: z.string() }),
  },
  endSurvey: {
    method: "POST",
    path: `${path}/{survey}/end`,
    summary: "End a survey before its time: nobody answers any more, and the answers are told",
    answer: ShownSurvey,
  },
  deleteSurvey: {
    method: "DELETE",
    path: `${path}/{survey}`,
    summary: "Put a survey with its answers in the bin, where it is kept for thirty days",
    answer: ShownSurvey,
  },
  restoreSurvey: {
    method: "POST",
    path: `${path}/{survey}/restore`,
    summary: "Take a survey out of the bin",
    answer: ShownSurvey,
  },
  surveyForm: {
    method: "GET",
    path: "/api/s/{secret}/survey",
    summary: "What a colleague is asked behind a link; the link reads no answers",
    answer: SurveyForm,
  },
  answerSurvey: {
    method: "PUT",
    path: "/api/s/{secret}/survey",
    summary: "Answer a survey; who answers again with the same token replaces his answer",
    body: z.strictObject({ token: SurveyToken, answer: SurveyAnswer }),
    answer: z.strictObject({ ok: z.literal(true) }),
  },
} as const satisfies Record<string, Endpoint>;
