import type { DatabaseOrigin } from "../../../core/event/pull/origin.ts";
import type { Outgoing } from "../../outgoing.ts";
import type { Database } from "./database.ts";
import { connectMysql } from "./mysql-database.ts";
import { connectPostgresql } from "./postgres-database.ts";

/** Connects to the database of an origin, to read; it is over when the signal aborts. */
export function openDatabase(
  origin: DatabaseOrigin,
  password: string | null,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Database> {
  const connect = origin.server === "postgresql" ? connectPostgresql : connectMysql;
  return connect(origin, password, outgoing, signal);
}
