import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../core/problem.ts";
import { engineFailure } from "./failure.ts";
import type { Limits } from "./port.ts";

export type Settings = Readonly<Record<string, string | number>>;

/** Kills the statement with this `log_comment` if it runs; goes over a connection that is never busy. */
export type Kill = (tag: string) => Promise<void>;

/** What a statement may use when its caller says nothing, and the settings it runs under. */
export type Allowance = {
  readonly seconds: number;
  readonly memory: number;
  readonly settings: Settings;
};

/** Runs tasks one after the other, each under its settings. */
export type Queue = {
  run<T>(limits: Limits | undefined, task: (settings: Settings) => Promise<T>): Promise<T>;
};

/** The same numbers and times from every server, whatever its defaults are. */
const form: Settings = {
  output_format_json_quote_64bit_integers: 1,
  date_time_output_format: "iso",
  session_timezone: "UTC",
};

/**
 * A queue in front of one connection. A task whose signal aborts leaves the queue at once while it
 * waits; once it runs it is killed in the engine, and rejects when the engine has let go of it.
 * `closing` aborts everything.
 */
export function createQueue(allowance: Allowance, kill: Kill, closing: AbortSignal): Queue {
  let tail = Promise.resolve();
  return {
    async run(limits = {}, task) {
      const signal = limits.signal ? AbortSignal.any([limits.signal, closing]) : closing;
      const tag = randomUUID();
      const before = tail;
      const done = Promise.withResolvers<void>();
      tail = done.promise;
      try {
        await turn(before, signal);
        return await killable(signal, tag, kill, () =>
          task({
            ...form,
            ...allowance.settings,
            max_execution_time: limits.seconds ?? allowance.seconds,
            max_memory_usage: limits.memory ?? allowance.memory,
            ...limits.settings,
            log_comment: tag,
          }),
        );
      } catch (error) {
        throw engineFailure(error);
      } finally {
        void before.then(done.resolve);
      }
    },
  };
}

/** Waits for the one before, but no longer than the signal allows. */
async function turn(before: Promise<void>, signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<void>();
  const leave = () => aborted.resolve();
  signal.addEventListener("abort", leave);
  await Promise.race([signal.aborted ? undefined : aborted.promise, before]);
  signal.removeEventListener("abort", leave);
  if (signal.aborted) throw new AppError("cancelled", "It was cancelled before it started.");
}

async function killable<T>(
  signal: AbortSignal,
  tag: string,
  kill: Kill,
  task: () => Promise<T>,
): Promise<T> {
  const failed = Promise.withResolvers<never>();
  let running = true;
  // A kill that comes before the engine has begun finds nothing: try again until it is over.
  const stop = async () => {
    while (running) {
      await kill(tag);
      await pause(50);
    }
  };
  const onAbort = () => void stop().catch(failed.reject);
  signal.addEventListener("abort", onAbort);
  try {
    return await Promise.race([task(), failed.promise]);
  } finally {
    running = false;
    signal.removeEventListener("abort", onAbort);
  }
}
