import type { Command, Single } from "../command.ts";
import type { Journey, Lane } from "../journey.ts";
import { together, type NewId } from "./plan.ts";

/**
 * Gives a map the rows of another: the same ones, in the same order, hidden or not. Rows of its own that
 * the other lacks stay, after them. Null when they are so already.
 */
export function copyLanes(journey: Journey, other: Journey, newId: NewId): Command | null {
  const own = journey.lanes ?? [];
  const taken = new Set<string>();
  const commands: Single[] = [];
  let order: string[] = own.map(({ id }) => id);
  let after: string | null = null;
  for (const lane of other.lanes ?? []) {
    const twin = own.find((each) => !taken.has(each.id) && isTwin(each, lane));
    if (!twin) {
      const element = { ...lane, id: newId("ln") };
      commands.push({ do: "add", to: journey.id, list: "lanes", after, element });
      order = placed(order, element.id, after);
      after = element.id;
      continue;
    }
    taken.add(twin.id);
    if (beforeOf(order, twin.id) !== after)
      commands.push({ do: "move", at: twin.id, to: journey.id, after });
    order = placed(order, twin.id, after);
    const [from, to] = [twin.hidden ?? null, lane.hidden ?? null];
    if ((from ?? false) !== (to ?? false))
      commands.push({ do: "set", at: twin.id, field: "hidden", from, to });
    after = twin.id;
  }
  return together(commands);
}

/** Rows that Spoor knows are the same by what they show, those of a team by their title. */
function isTwin(a: Lane, b: Lane): boolean {
  return a.kind === b.kind && (a.kind !== "text" || a.title === b.title);
}

function placed(order: readonly string[], id: string, after: string | null): string[] {
  const rest = order.filter((each) => each !== id);
  const at = after === null ? 0 : rest.indexOf(after) + 1;
  return [...rest.slice(0, at), id, ...rest.slice(at)];
}

function beforeOf(order: readonly string[], id: string): string | null {
  return order[order.indexOf(id) - 1] ?? null;
}
