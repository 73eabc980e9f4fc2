import "../server/thread-pool.ts";
import { version } from "../server/version.ts";
import { commands } from "./commands.ts";
import { printable } from "./printable.ts";
import { run } from "./run.ts";

// A reader that has seen enough (`spoor ask flow | head`) closes the pipe; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await run(process.argv.slice(2), commands, version(), {
  out: (line) => console.log(printable(line)),
  err: (line) => console.error(printable(line)),
});
