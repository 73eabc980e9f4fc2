import type { TakenFigure } from "../../core/question/taken/figure.ts";
import { MOST_FIGURES, takenFrom, type Take } from "../../core/question/taken/taken.ts";
import { isQuestion, type AnswerOf, type QuestionName } from "./savable.ts";

/** A question that has no line in the table does not compile. */
const table: { readonly [N in QuestionName]: Take<AnswerOf<N>> } = takenFrom;

/** The figures that a kept answer offers, each once; none where there is no answer. */
export function figuresOf(
  question: string,
  answer: unknown,
  names: Readonly<Record<string, string>>,
): TakenFigure[] {
  if (!isQuestion(question) || answer === null || answer === undefined) return [];
  const found = (table[question] as Take<unknown>)(answer, names);
  return [...new Map(found.map((figure) => [figure.id, figure])).values()].slice(0, MOST_FIGURES);
}
