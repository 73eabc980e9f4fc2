import type { Goals } from "./goals.ts";

/** What goals are called, by id. */
export function titlesOf({ goals }: Pick<Goals, "goals">): (id: string) => string {
  const titles = new Map(goals.map(({ id, title }) => [id, title]));
  return (id) => titles.get(id) ?? id;
}
