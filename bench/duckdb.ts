import { DuckDBInstance } from "@duckdb/node-api";

/** The peer: the same work in plain SQL by DuckDB, with the same two cores. */
export type Peer = AsyncDisposable & {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<unknown[][]>;
};

export async function openPeer(path: string): Promise<Peer> {
  const instance = await DuckDBInstance.create(path, { threads: "2", memory_limit: "12GB" });
  const connection = await instance.connect();
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRows(),
    [Symbol.asyncDispose]: () => {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}

/** From CSV to a table of steps with next touchpoint, wait and one row per journey with its route. */
export function importStatements(csv: string): string[] {
  return [
    `CREATE TABLE raw AS SELECT hash(journey) AS journey, hash(journey, event, time) AS id, event, time, row_number() OVER () AS line
       FROM read_csv('${csv}', header = true, columns = {journey: 'VARCHAR', event: 'VARCHAR', time: 'TIMESTAMP'})`,
    `CREATE TABLE touchpoint AS SELECT row_number() OVER (ORDER BY event)::USMALLINT AS code, event FROM (SELECT DISTINCT event FROM raw)`,
    ...STEPS,
  ];
}

/** Steps and journeys from a table `raw(journey, id, event, time, line)` and `touchpoint(code, event)`. */
export const STEPS = [
  `CREATE TABLE step AS SELECT journey, time, code,
     lead(code) OVER w AS next, epoch_ms(lead(time) OVER w) - epoch_ms(time) AS wait
     FROM (SELECT DISTINCT ON (id) * FROM raw) JOIN touchpoint USING (event)
     WINDOW w AS (PARTITION BY journey ORDER BY time, line)`,
  `CREATE TABLE journey AS SELECT journey, min(time) AS start, max(time) AS finish, count(*) AS steps,
     hash(string_agg(code::VARCHAR, ',' ORDER BY time)) AS route FROM step GROUP BY journey`,
];

export const FLOW = `SELECT code, next, count(*), quantile_cont(wait, [0.25, 0.5, 0.75]) FROM step WHERE next IS NOT NULL GROUP BY ALL`;
export const ROUTES = `SELECT route, count(*) AS n, any_value(journey) FROM journey GROUP BY route ORDER BY n DESC LIMIT 100`;
