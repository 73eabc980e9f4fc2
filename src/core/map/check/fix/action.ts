import type { Pain } from "../../claim.ts";
import type { Single } from "../../command.ts";
import type { Journey, Touchpoint } from "../../journey.ts";
import { freeId } from "../parts.ts";

const opening = { nl: "Los op:", en: "Solve:" };

/** Who answers for the journey: its owner, or who is marked accountable on the team. */
export function leaderOf({ owner, team = [] }: Journey): string | undefined {
  return owner || team.find(({ accountable }) => accountable)?.name;
}

/** An action on a touchpoint that is to take away one of its pains, called after it. */
export function actionFor(
  journey: Journey,
  { id: to, actions = [] }: Touchpoint,
  pain: Pick<Pain, "id" | "title">,
): Single {
  const owner = leaderOf(journey);
  const title = `${opening[journey.language ?? "en"]} ${pain.title}`;
  const element = {
    id: freeId(journey, "ac", pain.title),
    title: title.length > 160 ? `${title.slice(0, 159)}…` : title,
    ...(owner !== undefined && { owner }),
    solves: [pain.id],
  };
  return { do: "add", to, list: "actions", after: actions.at(-1)?.id ?? null, element };
}
