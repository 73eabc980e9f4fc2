import { nearest } from "../core/nearest.ts";
import { AppError } from "../core/problem.ts";
import type { Command, Io } from "./command.ts";

/**
 * Runs `spoor` with its arguments.
 * @returns the exit code: 0 done, 1 failed, 2 called wrongly
 */
export async function run(
  args: readonly string[],
  commands: readonly Command[],
  version: string,
  io: Io,
): Promise<number> {
  const [name = "help", ...rest] = args;
  if (["version", "--version", "-v"].includes(name)) {
    io.out(version);
    return 0;
  }
  if (["help", "--help", "-h"].includes(name)) return help(rest[0], commands, io);

  const command = commands.find((each) => each.name === name);
  if (!command) return unknown(name, commands, io);
  if (rest.includes("--help") || rest.includes("-h")) return help(name, commands, io);
  try {
    return await command.run(rest, io);
  } catch (error) {
    return failed(command, error, io);
  }
}

function help(name: string | undefined, commands: readonly Command[], io: Io): number {
  if (name === undefined) {
    const width = Math.max(...commands.map((each) => each.name.length));
    io.out("Usage: spoor COMMAND …\n");
    for (const each of commands) io.out(`  ${each.name.padEnd(width)}  ${each.summary}`);
    io.out("\n`spoor help COMMAND` tells more about one of them.");
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) return unknown(name, commands, io);
  io.out(command.help.trim());
  return 0;
}

function unknown(name: string, commands: readonly Command[], io: Io): number {
  const meant = nearest(
    name,
    commands.map((each) => each.name),
  );
  const hint = meant ? `Did you mean \`spoor ${meant}\`?` : "`spoor help` lists what there is.";
  io.err(`There is no command ${name}. ${hint}`);
  return 2;
}

function failed(command: Command, error: unknown, io: Io): number {
  if (error instanceof AppError) {
    io.err(error.message);
    return 1;
  }
  if (isUsage(error)) {
    io.err(`${error.message}\n\`spoor help ${command.name}\` tells how it is called.`);
    return 2;
  }
  io.err(
    `Spoor failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return 1;
}

/** What `parseArgs` of node:util throws for flags it does not know. */
function isUsage(error: unknown): error is Error {
  return (
    error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")
  );
}
