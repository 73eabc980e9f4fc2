import { Worker } from "node:worker_threads";
import type { MapFormat } from "../../../core/map/exchange/formats.ts";
import { message, type Message } from "../../../core/message/message.ts";
import { AppError, type ProblemCode } from "../../../core/problem.ts";
import type { ReadMap } from "./read-map.ts";

/** How long reading a file may take, in milliseconds, and how much memory. */
const TIME = 30_000;
const MEGABYTES = 768;

export type Answered =
  | { readonly read: ReadMap }
  | { readonly code: ProblemCode; readonly told: Message };

/**
 * Reads a map from a file in a thread of its own: a file that is made to swell takes that thread down,
 * not the server, and nobody waits while a large one is read.
 * @throws AppError that says what is wrong with the file; `too-much` when it takes too long or too much.
 */
export async function readMapApart(
  bytes: Uint8Array,
  name: string,
  asked?: MapFormat,
): Promise<ReadMap> {
  const worker = new Worker(new URL("read-worker.ts", import.meta.url), {
    workerData: { bytes, name, asked },
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  const timer = setTimeout(() => void worker.terminate(), TIME);
  try {
    const answer = await new Promise<Answered>((resolve, reject) => {
      const tooMuch = (cause?: unknown) =>
        reject(new AppError("too-much", message("map-too-heavy", { name }), { cause }));
      worker.once("message", resolve);
      worker.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch(error) : reject(error),
      );
      worker.once("exit", tooMuch);
    });
    if ("read" in answer) return answer.read;
    throw new AppError(answer.code, answer.told);
  } finally {
    clearTimeout(timer);
    void worker.terminate();
  }
}
