import { parseArgs } from "node:util";
import { plainly } from "../core/message/message.ts";
import type { Io } from "./command.ts";
import { readMappingFile, type ImportTools } from "./import.ts";
import { follow, tellOutcome } from "./import-progress.ts";

/**
 * `spoor quarantine`: lists the rows that could not be read, or tries them again.
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage; expected failures are thrown
 */
export async function quarantineCommand(
  args: string[],
  io: Io,
  tools: ImportTools,
): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      replay: { type: "boolean", default: false },
      mapping: { type: "string" },
      limit: { type: "string", default: "100" },
      workspace: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const limit = Number(values.limit);
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 1000)) {
    io.err(`--limit takes a whole number from 1 to 1000, not "${values.limit}".`);
    return 2;
  }
  if (values.mapping !== undefined && !values.replay) {
    io.err("--mapping goes with --replay: `spoor quarantine --replay --mapping FILE`.");
    return 2;
  }
  const workspace = values.workspace ?? tools.workspace;
  const mapping = values.mapping === undefined ? undefined : await readMappingFile(values.mapping);
  const importer = await tools.open(workspace);
  if (values.replay) {
    const begin = () => importer.replay(workspace, mapping);
    return tellOutcome(await follow(importer, workspace, begin, tools.progress), io, values.json);
  }
  const { rows, total } = await importer.quarantine(workspace, { limit });
  if (values.json) io.out(JSON.stringify({ rows, total }));
  else {
    for (const { file, line, reason, raw } of rows)
      io.out(`${file}:${line}  ${plainly(reason)}\n    ${raw}`);
    io.out(
      rows.length < total
        ? `${rows.length} of ${total} rows; --limit shows more.`
        : `${total} ${total === 1 ? "row" : "rows"} in quarantine.`,
    );
  }
  return 0;
}
