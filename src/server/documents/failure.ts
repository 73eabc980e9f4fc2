import { AppError, type ProblemCode } from "../../core/problem.ts";

const kinds: Readonly<Record<string, { code: ProblemCode; advice: string }>> = {
  "23505": { code: "conflict", advice: "There is already one with this name." },
  "53100": {
    code: "disk-full",
    advice: "The disk of the document store is full. Make room there.",
  },
  "57014": { code: "cancelled", advice: "It was cancelled." },
  "57P01": { code: "unavailable", advice: "The PostgreSQL server stopped. Try again." },
};

/**
 * What the document store threw as an expected failure, with its own words in the message.
 * A fault in a statement is ours, and is returned as it is.
 */
export function documentFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const number = "code" in error ? String(error.code) : "";
  const kind = kinds[number];
  if (kind) return new AppError(kind.code, `${kind.advice} (${error.message})`, { cause: error });
  // Refused sign-in (28), no such database (3D), too many connections (53), or a network error.
  if (/^(28|3D|53|08|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|ENETUNREACH|EPIPE)/.test(number)) {
    const advice = "The PostgreSQL server cannot be used. Check SPOOR_POSTGRES_URL and the server.";
    return new AppError("unavailable", `${advice} (${error.message || number})`, { cause: error });
  }
  return error;
}
