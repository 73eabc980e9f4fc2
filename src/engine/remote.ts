import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Writable } from "node:stream";
import { createClient } from "@clickhouse/client";
import type { Connection } from "./lane.ts";

/** Longer than any statement's own limit, in milliseconds: the engine decides when time is up. */
const patience = 24 * 3_600_000;

/** Opens one more connection to a ClickHouse server; the URL names user, password and database. */
export function connectRemote(url: string): Connection {
  const client = createClient({ url, max_open_connections: 1, request_timeout: patience });
  return {
    async query({ sql, parameters, settings }) {
      const answer = await client.query({
        query: sql,
        format: "JSONEachRow",
        query_params: parameters,
        // An error after the first rows must come as an error, not as a broken last row.
        clickhouse_settings: { ...settings, wait_end_of_query: 1 },
      });
      return answer.json();
    },
    async command({ sql, parameters, settings, file }) {
      const common = {
        query: sql,
        query_params: parameters,
        clickhouse_settings: { ...settings, wait_end_of_query: 1 as const },
      };
      if (!file) {
        await client.command(common);
        return;
      }
      const { stream } = await client.exec({ ...common, values: createReadStream(file) });
      await pipeline(stream, new Writable({ write: (_chunk, _encoding, next) => next() }));
    },
    async close() {
      await client.close();
    },
  };
}
