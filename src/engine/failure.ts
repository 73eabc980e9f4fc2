import { message, type MessageKey } from "../core/message/message.ts";
import { AppError, type ProblemCode } from "../core/problem.ts";

/** ClickHouse's error numbers that mean something to a person; all others are `engine`. */
const codes: Readonly<Record<string, Kind>> = {
  76: "folder-in-use",
  159: "timeout",
  241: "too-much",
  243: "disk-full",
  307: "too-much",
  394: "cancelled",
  396: "too-much",
};

/** Node's codes for a server that is not there or went away. */
const network = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|ENETUNREACH|EPIPE)/;

const advice = {
  "folder-in-use": "engine-in-use",
  timeout: "engine-timeout",
  "too-much": "engine-too-much",
  "disk-full": "engine-disk-full",
  cancelled: "engine-cancelled",
  unavailable: "engine-unavailable",
  engine: "engine-refused",
} as const satisfies Partial<Record<ProblemCode, MessageKey>>;

type Kind = keyof typeof advice;

/**
 * What the engine threw as an expected failure, with the first line of its own words in the message.
 * What did not come from the engine is returned as it is.
 */
export function engineFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  const kind = kindOf(error, code);
  if (!kind) return error;
  const said = error.message.split("\n", 1)[0]!.slice(0, 500);
  return new AppError(kind, message(advice[kind], { said }), { cause: error });
}

function kindOf(error: Error, code: string): Kind | undefined {
  if (/No space left on device/.test(error.message)) return "disk-full";
  if (/^\d+$/.test(code)) return codes[code] ?? "engine";
  // chDB's own errors carry ClickHouse's number in their text only.
  if (code.startsWith("CHDB_")) {
    return codes[/Code: (\d+)/.exec(error.message)?.[1] ?? ""] ?? "engine";
  }
  if (network.test(code)) return "unavailable";
  return undefined;
}
