import pg from "pg";
import { z } from "zod";
import type { DatabaseOrigin } from "../../../core/event/pull/origin.ts";
import type { Outgoing } from "../../outgoing.ts";
import { databaseFailure, pagesBy, PATIENCE, type Fault } from "./asked-database.ts";
import type { ColumnKind, Database } from "./database.ts";
import { LONGEST, type Dialect } from "./page-sql.ts";

const kinds: Readonly<Record<string, ColumnKind>> = {
  int2: "whole",
  int4: "whole",
  int8: "whole",
  oid: "whole",
  numeric: "decimal",
  timestamptz: "zoned",
  timestamp: "time",
  date: "date",
  bool: "boolean",
  json: "json",
  jsonb: "json",
  bytea: "binary",
};

const dialect: Dialect = {
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  text({ kind }, name) {
    switch (kind) {
      case "zoned":
        return `to_char(${name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
      case "time":
        return `to_char(${name}, 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
      case "binary":
        return `left(encode(${name}, 'hex'), ${LONGEST})`;
      case "whole":
      case "decimal":
      case "date":
      case "boolean":
      case "text":
      case "json":
        return `left(${name}::text, ${LONGEST})`;
    }
  },
  value: ({ kind, type }, place) =>
    kind === "binary" ? `decode($${place}, 'hex')` : `$${place}::${type}`,
  given: (_, text) => text,
  sound({ kind }, name) {
    const timely = kind === "zoned" || kind === "time" || kind === "date";
    return timely ? `isfinite(${name})` : `${name} IS NOT NULL`;
  },
};

const relations = "c.relkind IN ('r', 'p', 'v', 'm', 'f')";
const Table = z.object({ schema: z.string(), name: z.string() });
const Column = z.object({
  name: z.string(),
  type: z.string(),
  base: z.string(),
  filled: z.boolean(),
});

/** Connects to a PostgreSQL database, to read. */
export async function connectPostgresql(
  origin: DatabaseOrigin,
  password: string | null,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Database> {
  const { host, port, database, user, tls } = origin;
  const socket = await outgoing.connect(host, port, signal);
  // The driver connects by itself: it is given a connection that is there.
  socket.connect = () => {
    queueMicrotask(() => socket.emit("connect"));
    return socket;
  };
  const client = new pg.Client({
    host,
    port,
    database,
    user,
    password: password ?? "",
    stream: () => socket,
    ssl: tls === "none" ? false : { rejectUnauthorized: tls === "verified" },
    connectionTimeoutMillis: 15_000,
    statement_timeout: PATIENCE,
    query_timeout: PATIENCE + 10_000,
    application_name: "Spoor",
    types: { getTypeParser },
  });
  client.on("error", () => undefined);
  const stop = () => socket.destroy();
  signal.addEventListener("abort", stop);
  const close = async () => {
    signal.removeEventListener("abort", stop);
    await Promise.race([
      client.end().catch(() => undefined),
      new Promise((over) => socket.once("close", over)),
    ]);
    socket.destroy();
  };

  async function ask<T>(row: z.ZodType<T>, sql: string, values: readonly unknown[] = []) {
    try {
      const { rows } = await client.query(sql, [...values]);
      return rows.map((each) => row.parse(each));
    } catch (error) {
      signal.throwIfAborted();
      throw databaseFailure(error, origin, faultOf);
    }
  }

  try {
    await client.connect();
    await client.query("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
    await client.query("SET TIME ZONE 'UTC'");
    await client.query("SET standard_conforming_strings = on");
  } catch (error) {
    await close();
    signal.throwIfAborted();
    throw databaseFailure(error, origin, faultOf);
  }

  return {
    tables: (most) =>
      ask(
        Table,
        `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c
         JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE ${relations} AND n.nspname !~ '^(pg_|information_schema$)'
           AND has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT')
           AND NOT c.relispartition
         ORDER BY n.nspname <> 'public', n.nspname, c.relname LIMIT ${Math.floor(most)}`,
      ),
    async describe({ schema, name }) {
      const columns = await ask(
        Column,
        `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, t.typname AS base,
           a.attnotnull AS filled
         FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
         JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
         WHERE n.nspname = $1 AND c.relname = $2 AND ${relations} AND a.attnum > 0
           AND NOT a.attisdropped AND has_column_privilege(c.oid, a.attnum, 'SELECT')
         ORDER BY a.attnum`,
        [schema, name],
      );
      if (columns.length === 0) return null;
      const key = await ask(
        z.object({ name: z.string() }),
        `SELECT a.attname AS name FROM (
           SELECT i.indrelid, i.indkey::int2[] AS indkey FROM pg_index i
           JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = $1 AND c.relname = $2 AND i.indisunique AND i.indisvalid
             AND i.indpred IS NULL AND i.indexprs IS NULL AND NOT EXISTS (
               SELECT FROM pg_attribute a WHERE a.attrelid = i.indrelid
                 AND a.attnum = ANY (i.indkey) AND NOT a.attnotnull)
           ORDER BY i.indisprimary DESC, i.indnkeyatts, i.indexrelid LIMIT 1
         ) AS own JOIN pg_attribute a ON a.attrelid = own.indrelid AND a.attnum = ANY (own.indkey)
         ORDER BY array_position(own.indkey, a.attnum)`,
        [schema, name],
      );
      return {
        columns: columns.map(({ base, ...column }) => ({
          ...column,
          kind: kinds[base] ?? "text",
        })),
        key: key.map(({ name }) => name),
      };
    },
    page: pagesBy(ask, dialect),
    [Symbol.asyncDispose]: close,
  };
}

function faultOf(code: string, said: string): Fault | null {
  if (code.startsWith("28")) return "sign-in";
  if (code === "3D000") return "no-database";
  if (code === "42P01" || code === "42501" || code === "3F000") return "no-table";
  if (/does not support SSL/.test(said)) return "no-tls";
  if (/^[0-9A-Z]{5}$/.test(code) && code !== "EPIPE") return "said";
  // A password that is asked for and was not given is refused by the driver.
  return /password must be a|SASL|password/i.test(said) ? "sign-in" : null;
}

/** All values are text, but for what the catalogue answers with yes or no. */
function getTypeParser(type: number): (text: string) => unknown {
  return (text) => (type === 16 ? text === "t" : text);
}
