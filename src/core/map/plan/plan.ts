import type { Command, Single } from "../command.ts";

/** Gives an id that no part has: `newId("tp")`. */
export type NewId = (prefix: string) => string;

/** Several commands as one; null when there is nothing to do. */
export function together(commands: readonly Single[]): Command | null {
  const [only, ...more] = commands;
  if (!only) return null;
  return more.length === 0 ? only : { do: "all", commands: [...commands] };
}
