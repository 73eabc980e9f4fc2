import type { Filter } from "../../core/question/filter.ts";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { codesOf, useAsks } from "./asks.ts";
import { useFilter } from "./filter-address.ts";

type Asked = {
  readonly workspace: string;
  readonly filter: Filter;
  readonly goal?: number[];
};

/** What a question towards a goal asks by the address: of which journeys, and which goal if one is chosen. */
export function useTowardGoal(): Asked {
  const workspace = useWorkspaceSlug();
  const [filter] = useFilter();
  const [{ goal }] = useAsks();
  return { workspace, filter, ...(goal !== undefined && { goal: codesOf(goal) }) };
}
