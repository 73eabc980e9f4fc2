import { AppError } from "../../core/problem.ts";
import { describeError } from "../../core/issue.ts";
import { endpoints, type Endpoint } from "../../protocol/endpoint.ts";
import type { AnswerOf, QuestionName } from "../../protocol/question/savable.ts";
import type { AskedOf } from "../../protocol/question/saved.ts";
import type { Handlers } from "../handlers.ts";

/** What answers the questions: their lines of the handlers. */
export type Ask = Pick<Handlers, QuestionName>;

type Whole = {
  readonly workspace: string;
  readonly asked: AskedOf;
  readonly signal: AbortSignal;
};

/** Asks a question by its name, checked as a request would be. Rejects with what its handler rejects with. */
export async function answerOf<N extends QuestionName>(
  ask: Ask,
  name: N,
  { workspace, asked, signal }: Whole,
): Promise<AnswerOf<N>> {
  const { path, query }: Endpoint = endpoints[name];
  const given = Object.fromEntries(
    Object.entries(asked.more).map(([key, value]) => [key, String(value)]),
  );
  const unknown = Object.keys(given).find(
    (key) => !path.includes(`{${key}}`) && !Object.hasOwn(query?.shape ?? {}, key),
  );
  if (unknown !== undefined)
    throw new AppError("bad-request", `The question ${name} asks nothing by the name ${unknown}.`);
  const read = query?.safeParse({ ...given, filter: JSON.stringify(asked.filter) });
  if (read && !read.success)
    throw new AppError(
      "bad-request",
      `What ${name} asks does not fit: ${describeError(read.error)}`,
    );
  const handler = ask[name] as unknown as (input: {
    params: Record<string, string>;
    query: unknown;
    signal: AbortSignal;
  }) => Promise<AnswerOf<N>>;
  return handler({ params: { ...given, workspace }, query: read?.data, signal });
}
