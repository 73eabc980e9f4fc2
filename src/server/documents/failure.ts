import { message, type MessageKey } from "../../core/message/message.ts";
import { AppError, type ProblemCode } from "../../core/problem.ts";

type DocumentsKey = Extract<MessageKey, `documents-${string}`>;

const kinds: Readonly<Record<string, { code: ProblemCode; key: DocumentsKey }>> = {
  "23505": { code: "conflict", key: "documents-conflict" },
  "53100": {
    code: "disk-full",
    key: "documents-disk-full",
  },
  "57014": { code: "cancelled", key: "documents-cancelled" },
  "57P01": { code: "unavailable", key: "documents-stopped" },
};

/**
 * What the document store threw as an expected failure, with its own words in the message.
 * A fault in a statement is ours, and is returned as it is.
 */
export function documentFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const number = "code" in error ? String(error.code) : "";
  const kind = kinds[number];
  if (kind)
    return new AppError(kind.code, message(kind.key, { said: error.message }), { cause: error });
  // Refused sign-in (28), no such database (3D), too many connections (53), or a network error.
  if (/^(28|3D|53|08|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|ENETUNREACH|EPIPE)/.test(number)) {
    const told = message("documents-unavailable", { said: error.message || number });
    return new AppError("unavailable", told, { cause: error });
  }
  return error;
}
