import type { Journey } from "../../../core/map/journey.ts";
import type { Comment } from "../../../protocol/map/comment.ts";

/** The longest name that can be asked to look. */
const LONGEST = 80;

/** Names of who can be asked to look, each once and in order; one does not ask oneself. */
export function peopleOf(
  { team = [] }: Journey,
  comments: readonly Comment[],
  here: readonly string[],
  self: string | null,
): string[] {
  const names = [
    ...team.map(({ name }) => name),
    ...comments.map(({ author }) => author.name),
    ...here,
  ].map((name) => name.trim());
  return [...new Set(names)]
    .filter((name) => name !== "" && name.length <= LONGEST && name !== self)
    .toSorted((a, b) => a.localeCompare(b));
}
