import { z } from "zod";
import type { DatabaseOrigin } from "../../../core/event/pull/origin.ts";
import { message, type Message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import { callFailure } from "../../outgoing.ts";
import type { Database } from "./database.ts";
import { pageSql, type Dialect } from "./page-sql.ts";

/** So long a statement may take, in milliseconds. */
export const PATIENCE = 120_000;

/** Runs a statement; its rows are read by the schema. */
export type Ask = <T>(row: z.ZodType<T>, sql: string, values?: readonly string[]) => Promise<T[]>;

const Values = z.record(z.string(), z.string().nullable());

/** Reads pages of a table in the words of its kind of database. */
export function pagesBy(ask: Ask, dialect: Dialect): Database["page"] {
  return (page) => {
    const { sql, values } = pageSql(page, dialect);
    return ask(Values, sql, values);
  };
}

/** What a database has against a statement or a connection; `said` where only it knows. */
export type Fault = "sign-in" | "no-database" | "no-table" | "no-tls" | "said";

/**
 * What went wrong, as its user is told it. `faultOf` reads the code and the words of the driver; null
 * for what did not come from the database but from the way to it.
 */
export function databaseFailure(
  error: unknown,
  { host, port, user, database, table }: DatabaseOrigin,
  faultOf: (code: string, said: string) => Fault | null,
): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const said = error instanceof Error ? error.message : String(error);
  const fault = faultOf(code, said);
  if (fault === null) return callFailure(error, host, port);
  if (fault === "said") {
    const told = message("pull-database-said", { host, said });
    return new AppError("unavailable", told, { cause: error });
  }
  const told: Record<Exclude<Fault, "said">, Message> = {
    "sign-in": message("pull-sign-in", { host, user }),
    "no-database": message("pull-no-database", { host, database }),
    "no-table": message("pull-no-table", { table: table?.name ?? database }),
    "no-tls": message("pull-no-tls", { host }),
  };
  return new AppError("bad-request", told[fault], { cause: error });
}
