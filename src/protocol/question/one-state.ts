import type { AnsweredQuestion } from "./saved.ts";

/** Which answers of a report were computed before data came in that the last one has, and are to be computed once more. */
export function behind(answered: readonly AnsweredQuestion[]): AnsweredQuestion[] {
  const fresh = answered.filter(({ trouble }) => trouble === null);
  const state = fresh.at(-1)?.state ?? null;
  return fresh.filter((each) => each.state === null || each.state !== state);
}
