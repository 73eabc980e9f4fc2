import { message } from "../../core/message/message.ts";
import { FLOOR } from "../../core/evidence/floor.ts";
import { isQuestion, type AnswerOf, type QuestionName } from "./savable.ts";
import type { AnsweredQuestion } from "./saved.ts";

type Seen = { readonly [N in QuestionName]?: (answer: AnswerOf<N>) => AnswerOf<N> };

/** Lines of an answer that each stand for journeys of their own: those for too few are left out. */
const seen: Seen = {
  routes: (answer) => {
    const routes = answer.routes.filter(({ count }) => count >= FLOOR);
    const left = answer.routes.filter(({ count }) => count < FLOOR);
    return {
      ...answer,
      routes,
      rest: answer.rest + left.reduce((sum, { count }) => sum + count, 0),
    };
  },
  segments: (answer) => ({
    ...answer,
    proposals: answer.proposals.filter(({ people }) => people >= FLOOR),
  }),
  archetypes: (answer) => ({
    ...answer,
    archetypes: answer.archetypes.filter(({ people }) => people >= FLOOR),
  }),
  timeTo: (answer) => ({
    ...answer,
    groups: answer.groups.filter(({ journeys }) => journeys >= FLOOR),
  }),
  fit: (answer) => ({
    ...answer,
    worst: answer.worst.filter(({ journeys }) => journeys >= FLOOR),
  }),
};

/** A saved question as people outside see it: nobody's name, and nothing about fewer journeys than the floor. */
export function seenOutside(saved: AnsweredQuestion): AnsweredQuestion {
  const { question, answer, shown } = saved;
  const bare = { ...saved, author: "", trouble: null };
  if (answer === null || !isQuestion(question)) return { ...bare, answer: null };
  if (shown !== null && shown.journeys < FLOOR)
    return {
      ...bare,
      answer: null,
      shown: null,
      trouble: message("too-few-to-show", { floor: FLOOR }),
    };
  const narrow = seen[question] as ((answer: unknown) => AnsweredQuestion["answer"]) | undefined;
  return { ...bare, answer: narrow ? narrow(answer) : answer };
}
