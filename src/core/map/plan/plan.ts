import type { Command, Single } from "../command.ts";
import { listed, type Element } from "../elements.ts";

/** Gives an id that no part has: `newId("tp")`. */
export type NewId = (prefix: string) => string;

/** Several commands as one; null when there is nothing to do. */
export function together(commands: readonly Single[]): Command | null {
  const [only, ...more] = commands;
  if (!only) return null;
  return more.length === 0 ? only : { do: "all", commands: [...commands] };
}

/** The items of a list, in their order, to the end of the same list of another. */
export function moveItems(from: Element, list: string, to: Element): Single[] {
  let after = listed(to, list).at(-1)?.id ?? null;
  return listed(from, list).map(({ id }) => {
    const move = { do: "move", at: id, to: to.id, after } as const;
    after = id;
    return move;
  });
}
