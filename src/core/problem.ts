import { message, plainly, type Message } from "./message/message.ts";

/** Codes of expected failures; each maps to one HTTP status and one exit code. */
export type ProblemCode =
  | "bad-request"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "unreadable-file"
  | "bad-mapping"
  | "newer-schema"
  | "wrong-key"
  | "folder-in-use"
  | "disk-full"
  | "too-much"
  | "cancelled"
  | "timeout"
  | "engine"
  | "unavailable";

/**
 * An expected failure on its way to a person. It says what happened, where, and what to do next; it
 * becomes problem+json in the server and one line in the terminal. What only developers meet is told
 * as English text, all else as a message, which the page says in its reader's language.
 */
export class AppError extends Error {
  readonly code: ProblemCode;
  /** The message as a value; null when there is only English text. */
  readonly told: Message | null;
  override readonly name = "AppError";
  constructor(code: ProblemCode, told: Message | string, options?: { cause?: unknown }) {
    super(typeof told === "string" ? told : plainly(told), options);
    this.code = code;
    this.told = typeof told === "string" ? null : told;
  }
}

/** What a failure says, as a message. */
export function toldBy({ told, message: text }: AppError): Message {
  return told ?? message("verbatim", { text });
}
