import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Writable } from "node:stream";
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import type { Connection } from "./lane.ts";

/** Longer than any statement's own limit, in milliseconds: the engine decides when time is up. */
const patience = 24 * 3_600_000;

const transport = {
  // An error after the first rows must come as an error, not as a broken last row.
  wait_end_of_query: 1,
  // Signs of life, so that a proxy between does not take a long statement for a dead one.
  send_progress_in_http_headers: 1,
  http_headers_progress_interval_ms: "20000",
  // A server notes statements with what is bound to them, and keeps that for weeks: whom somebody looked
  // for would stand there after he was erased.
  log_queries: 0,
  log_query_threads: 0,
  log_query_views: 0,
} as const;

/** Opens one more connection to a ClickHouse server; the URL names user, password and database. */
export function connectRemote(url: string): Connection {
  const client = createClient({
    url,
    max_open_connections: 1,
    request_timeout: patience,
    clickhouse_settings: transport,
    log: { level: ClickHouseLogLevel.OFF },
  });
  return {
    async query({ sql, parameters, settings }) {
      const answer = await client.query({
        query: sql,
        format: "JSONEachRow",
        query_params: parameters,
        clickhouse_settings: settings,
      });
      return answer.json();
    },
    async command({ sql, parameters, settings, file }) {
      const common = { query: sql, query_params: parameters, clickhouse_settings: settings };
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
