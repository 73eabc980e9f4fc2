import { AppError } from "../core/problem.ts";
import type { Lane, Parameters } from "./port.ts";
import type { Queue, Settings } from "./queue.ts";

/** One statement as it goes to the engine, with all that it runs under. */
export type Statement = {
  readonly sql: string;
  readonly parameters: Parameters;
  readonly settings: Settings;
  /** File whose bytes go along as the statement's input. */
  readonly file?: string;
};

/** One connection to an engine; runs one statement at a time. */
export type Connection = {
  query(statement: Statement): Promise<unknown[]>;
  command(statement: Statement): Promise<void>;
  close(): Promise<void>;
};

/** A connection behind its queue. */
export function createLane(connection: Connection, queue: Queue): Lane {
  return {
    async rows(row, sql, parameters = {}, limits) {
      const found = await queue.run(limits, (settings) =>
        connection.query({ sql, parameters, settings }),
      );
      // A statement that is killed at its very beginning answers with nothing.
      if (limits?.signal?.aborted)
        throw new AppError("cancelled", "It was cancelled while it ran.");
      return found.map((each) => row.parse(each));
    },
    run(sql, parameters = {}, limits) {
      return queue.run(limits, (settings) => connection.command({ sql, parameters, settings }));
    },
  };
}
