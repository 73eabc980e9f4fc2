import type { z } from "zod";
import type { Shown } from "../../core/question/answers.ts";
import type { endpoints } from "../endpoint.ts";

type Table = typeof endpoints;

/**
 * The figures over a map say how many journeys they are about, and are no question by themselves; what
 * customers write stands beside their scores.
 */
type NoQuestion = "overlay" | "sharedOverlay" | "themes";

/** The questions: every line of the endpoint table whose answer says how many journeys it shows. */
export type QuestionName = Exclude<
  {
    [N in keyof Table]: z.output<Table[N]["answer"]> extends { readonly shown: Shown } ? N : never;
  }[keyof Table],
  NoQuestion
>;
export type AnswerOf<N extends QuestionName> = z.output<Table[N]["answer"]>;

const whole = <A>(answer: A): A => answer;

/**
 * What is kept of an answer, and shown to people outside: nothing that leads to single customers, as an
 * answer that is kept is not reached by erasing somebody. `null` for a question whose answer is about
 * single customers; it can be saved, its answer is not. A question that has no line here does not compile.
 */
export const kept: {
  readonly [N in QuestionName]: ((answer: AnswerOf<N>) => AnswerOf<N>) | null;
} = {
  overview: whole,
  flow: whole,
  routes: (answer) => ({
    ...answer,
    routes: answer.routes.map((route) => ({ ...route, example: "" })),
  }),
  touchpoints: whole,
  journeys: null,
  fit: (answer) => ({
    ...answer,
    worst: answer.worst.map((each, nth) => ({ ...each, example: `${nth + 1}` })),
  }),
  gaps: (answer) => ({
    ...answer,
    gaps: answer.gaps.map((gap) => ({ ...gap, examples: [], quotes: [] })),
  }),
  scores: whole,
  drivers: whole,
  goals: whole,
  perception: (answer) => ({ ...answer, remarks: [] }),
  segments: whole,
  drift: whole,
  contrast: whole,
  archetypes: (answer) => ({
    ...answer,
    archetypes: answer.archetypes.map((each) => ({
      ...each,
      example: { journey: "", person: "" },
    })),
  }),
  funnel: whole,
  leave: whole,
  timeTo: whole,
  attribution: whole,
  cohorts: whole,
  pattern: (answer) => ({ ...answer, examples: [] }),
  loyalty: whole,
};

export function isQuestion(name: string): name is QuestionName {
  return Object.hasOwn(kept, name);
}
