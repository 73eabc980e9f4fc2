import type { PerceptionGroup } from "../../../core/question/perception/perception.ts";
import type { PerceptionText } from "./text.ts";

/** A group by which the address knows it: nothing for all, a department by its name, `*` for the rest. */
export function keyOf({ kind, departments }: PerceptionGroup): string | undefined {
  if (kind === "all") return undefined;
  return kind === "rest" ? "*" : departments[0];
}

export function nameOf({ kind, departments }: PerceptionGroup, t: PerceptionText): string {
  if (kind === "all") return t.everybody;
  return kind === "rest" ? t.rest : (departments[0] ?? "");
}

/** A feeling of −1 … +1 in a word. */
export function feltWord(value: number, { feelings }: PerceptionText): string {
  return feelings[Math.min(4, Math.max(0, Math.floor((value + 1) * 2.5)))] ?? "";
}
