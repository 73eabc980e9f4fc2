import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { TouchpointName } from "../../core/question/answers.ts";
import type { Scope } from "./filter.ts";

/** The touchpoint of the data with a code that somebody asked for; throws `bad-request` for one that is none. */
export function touchpointOf({ touchpoints }: Scope, code: number): TouchpointName {
  const found = touchpoints.find((each) => each.code === code);
  if (!found) throw new AppError("bad-request", message("no-such-touchpoint", { code }));
  return found;
}
