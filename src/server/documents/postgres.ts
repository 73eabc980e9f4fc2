import pg from "pg";
import { z } from "zod";
import type { Documents, Statements } from "./documents.ts";
import { documentFailure } from "./failure.ts";
import { readers } from "./value-form.ts";

/** Connects to a PostgreSQL server; the URL names user, password and database. */
export function connectPostgres(url: string): Documents {
  const pool = new pg.Pool({ connectionString: url, types: { getTypeParser } });
  // An idle connection that the server drops is replaced by the pool at the next query.
  pool.on("error", () => undefined);
  return {
    ...statements(pool),
    async transaction(work) {
      const client = await connect(pool);
      try {
        await client.query("BEGIN");
        const result = await work(statements(client));
        await client.query("COMMIT");
        client.release();
        return result;
      } catch (error) {
        // A client whose transaction is in doubt is thrown away, which ends it on the server.
        client.release(true);
        throw documentFailure(error);
      }
    },
    async compact() {
      const all = statements(pool);
      const tables = await all.query(
        z.object({ name: z.string() }),
        `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema()`,
      );
      for (const { name } of tables) await all.query(z.unknown(), `VACUUM (FULL, ANALYZE) ${name}`);
      return false;
    },
    async [Symbol.asyncDispose]() {
      await pool.end();
    },
  };
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw documentFailure(error);
  }
}

function getTypeParser(type: number, format?: "text" | "binary"): (text: string) => unknown {
  return readers[type] ?? (pg.types.getTypeParser(type, format) as (text: string) => unknown);
}

function statements(client: Pick<pg.PoolClient, "query">): Statements {
  return {
    async query(row, sql, values = []) {
      try {
        const { rows } = await client.query(sql, [...values]);
        return rows.map((each) => row.parse(each));
      } catch (error) {
        throw documentFailure(error);
      }
    },
  };
}
