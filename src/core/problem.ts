/** Codes of expected failures; each maps to one HTTP status and one exit code. */
export type ProblemCode =
  | "bad-request"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "unreadable-file"
  | "bad-mapping"
  | "newer-schema"
  | "folder-in-use"
  | "disk-full"
  | "too-much"
  | "cancelled"
  | "timeout"
  | "engine"
  | "unavailable";

/**
 * An expected failure on its way to a person. The message says what happened, where,
 * and what to do next; it becomes problem+json in the server and one line in the terminal.
 */
export class AppError extends Error {
  readonly code: ProblemCode;
  override readonly name = "AppError";
  constructor(code: ProblemCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
