import { createConnection, type Connection } from "mysql2/promise";
import { z } from "zod";
import type { DatabaseOrigin } from "../../../core/event/pull/origin.ts";
import type { Outgoing } from "../../outgoing.ts";
import { databaseFailure, pagesBy, PATIENCE, type Fault } from "./asked-database.ts";
import type { ColumnKind, Database, DbColumn } from "./database.ts";
import { LONGEST, type Dialect } from "./page-sql.ts";

const kinds: Readonly<Record<string, ColumnKind>> = {
  tinyint: "whole",
  smallint: "whole",
  mediumint: "whole",
  int: "whole",
  bigint: "whole",
  year: "whole",
  decimal: "decimal",
  timestamp: "zoned",
  datetime: "time",
  date: "date",
  json: "json",
  // MariaDB keeps JSON as text of this type.
  longtext: "json",
  binary: "binary",
  varbinary: "binary",
  tinyblob: "binary",
  blob: "binary",
  mediumblob: "binary",
  longblob: "binary",
};

const dialect: Dialect = {
  quote: (name) => `\`${name.replaceAll("`", "``")}\``,
  text({ kind, type }, name) {
    switch (kind) {
      case "zoned":
        return `DATE_FORMAT(${name}, '%Y-%m-%dT%H:%i:%s.%fZ')`;
      case "time":
        return `DATE_FORMAT(${name}, '%Y-%m-%dT%H:%i:%s.%f')`;
      case "binary":
        return `LEFT(HEX(${name}), ${LONGEST})`;
      case "whole":
      case "decimal":
      case "date":
      case "boolean":
      case "text":
      case "json":
        return /^bit\b/.test(type)
          ? `CAST(${name} + 0 AS CHAR)`
          : `LEFT(CAST(${name} AS CHAR), ${LONGEST})`;
    }
  },
  // Text beside a number is compared as a double there, which loses digits.
  value({ kind, type }) {
    switch (kind) {
      case "whole":
        return /unsigned/.test(type) ? "CAST(? AS UNSIGNED)" : "CAST(? AS SIGNED)";
      case "decimal":
        return "CAST(? AS DECIMAL(65, 30))";
      case "zoned":
      case "time":
        return "CAST(? AS DATETIME(6))";
      case "date":
        return "CAST(? AS DATE)";
      case "binary":
        return "UNHEX(?)";
      case "boolean":
      case "text":
      case "json":
        return "?";
    }
  },
  given({ kind, type }, text) {
    if (kind === "zoned" || kind === "time") return text.replace("T", " ").replace("Z", "");
    // The edge of an unsigned column may lie below what it can hold.
    return kind === "whole" && /unsigned/.test(type) && text.startsWith("-") ? "0" : text;
  },
  sound: (_, name) => `${name} IS NOT NULL`,
};

const Table = z.object({ schema: z.string(), name: z.string() });
const Column = z.object({
  name: z.string(),
  type: z.string(),
  base: z.string(),
  filled: z.string(),
});
const Key = z.object({ name: z.string(), of: z.string() });

/** Connects to a MySQL or MariaDB database, to read. */
export async function connectMysql(
  origin: DatabaseOrigin,
  password: string | null,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Database> {
  const { host, port, database, user, tls } = origin;
  const socket = await outgoing.connect(host, port, signal);
  const stop = () => socket.destroy();
  signal.addEventListener("abort", stop);
  let connection: Connection | null = null;
  const close = async () => {
    signal.removeEventListener("abort", stop);
    connection?.destroy();
    socket.destroy();
  };
  try {
    connection = await createConnection({
      host,
      port,
      database,
      user,
      password: password ?? "",
      stream: socket,
      ...(tls !== "none" && {
        ssl: { rejectUnauthorized: tls === "verified", verifyIdentity: tls === "verified" },
      }),
      connectTimeout: 15_000,
      charset: "utf8mb4",
      dateStrings: true,
      supportBigNumbers: true,
      bigNumberStrings: true,
      multipleStatements: false,
      // A server may otherwise ask its client for files.
      flags: ["-LOCAL_FILES"],
    });
    connection.on("error", () => undefined);
    await connection.query("SET SESSION TRANSACTION READ ONLY");
    await connection.query("SET time_zone = '+00:00'");
    // No mode of somebody else's: a day of zeros is read as it stands, and text means the same anywhere.
    await connection.query("SET sql_mode = ''");
  } catch (error) {
    await close();
    signal.throwIfAborted();
    throw databaseFailure(error, origin, faultOf);
  }
  const open = connection;

  async function ask<T>(row: z.ZodType<T>, sql: string, values: readonly string[] = []) {
    try {
      const [rows] = await open.execute({ sql, timeout: PATIENCE }, [...values]);
      return (rows as unknown[]).map((each) => row.parse(each));
    } catch (error) {
      signal.throwIfAborted();
      throw databaseFailure(error, origin, faultOf);
    }
  }

  return {
    tables: (most) =>
      ask(
        Table,
        `SELECT table_schema AS \`schema\`, table_name AS name FROM information_schema.tables
         WHERE table_schema = ? ORDER BY table_name LIMIT ${Math.floor(most)}`,
        [database],
      ),
    async describe({ schema, name }) {
      const columns = await ask(
        Column,
        `SELECT column_name AS name, column_type AS type, data_type AS base, is_nullable AS filled
         FROM information_schema.columns WHERE table_schema = ? AND table_name = ?
         ORDER BY ordinal_position`,
        [schema, name],
      );
      if (columns.length === 0) return null;
      const described = columns.map(({ name, type, base, filled }): DbColumn => ({
        name,
        type,
        kind: kinds[base] ?? "text",
        filled: filled === "NO",
      }));
      const keys = await ask(
        Key,
        `SELECT column_name AS name, index_name AS \`of\` FROM information_schema.statistics
         WHERE table_schema = ? AND table_name = ? AND non_unique = 0 AND sub_part IS NULL
         ORDER BY index_name <> 'PRIMARY', index_name, seq_in_index`,
        [schema, name],
      );
      const filled = (name: string) => described.find((each) => each.name === name)?.filled;
      const whole = [...Map.groupBy(keys, (each) => each.of).values()].find((parts) =>
        parts.every((part) => filled(part.name)),
      );
      return { columns: described, key: (whole ?? []).map((part) => part.name) };
    },
    page: pagesBy(ask, dialect),
    [Symbol.asyncDispose]: close,
  };
}

function faultOf(code: string): Fault | null {
  switch (code) {
    case "ER_ACCESS_DENIED_ERROR":
    case "ER_ACCESS_DENIED_NO_PASSWORD_ERROR":
    case "ER_HOST_NOT_PRIVILEGED":
    case "ER_HOST_IS_BLOCKED":
      return "sign-in";
    case "ER_BAD_DB_ERROR":
    case "ER_DBACCESS_DENIED_ERROR":
      return "no-database";
    case "ER_NO_SUCH_TABLE":
    case "ER_TABLEACCESS_DENIED_ERROR":
    case "ER_COLUMNACCESS_DENIED_ERROR":
      return "no-table";
    case "HANDSHAKE_NO_SSL_SUPPORT":
      return "no-tls";
    default:
      return code.startsWith("ER_") ? "said" : null;
  }
}
