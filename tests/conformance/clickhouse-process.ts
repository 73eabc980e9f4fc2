import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DataType, load, open } from "ffi-rs";

// Becomes the ClickHouse server that stands in libchdb: `query_stable_v2` is the main function of
// clickhouse-local. It listens while its last query runs.
const [folder, httpPort, tcpPort, config] = process.argv.slice(2);
const require = createRequire(createRequire(import.meta.url).resolve("chdb"));
const library = require.resolve(`@chdb/lib-${platform()}`);
open({ library: "chdb", path: join(dirname(library), "libchdb.so") });
const options = [
  "clickhouse",
  `--path=${folder}`,
  `--http_port=${httpPort}`,
  `--tcp_port=${tcpPort}`,
  "--listen_host=127.0.0.1",
  ...(config === undefined ? [] : [`--config-file=${config}`]),
  "--multiquery",
  "--query=SYSTEM START LISTEN QUERIES ALL; SELECT sleepEachRow(1) FROM numbers(3600) SETTINGS max_block_size = 1, function_sleep_max_microseconds_per_block = 0 FORMAT Null",
];
load({
  library: "chdb",
  funcName: "query_stable_v2",
  retType: DataType.External,
  paramsType: [DataType.I32, DataType.StringArray],
  paramsValue: [options.length, options],
});

function platform(): string {
  const libc = process.platform === "linux" ? "-gnu" : "";
  return `${process.platform}-${process.arch}${libc}`;
}
