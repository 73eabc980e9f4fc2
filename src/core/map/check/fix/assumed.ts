import type { Evidence } from "../../claim.ts";
import type { Command, Value } from "../../command.ts";
import { find } from "../../elements.ts";
import type { Journey } from "../../journey.ts";

/** Calls those pieces of the evidence of an element assumed of which `broken` holds; the rest stays as it is. */
export function callAssumed(
  journey: Journey,
  at: string,
  broken: (evidence: Evidence) => boolean,
): { readonly fix?: Command } {
  const given = find(journey, at)?.element["evidence"] as
    | Evidence
    | readonly Evidence[]
    | undefined;
  if (given === undefined) return {};
  const assumed = (one: Evidence): Evidence => (broken(one) ? { ...one, kind: "assumed" } : one);
  const to = Array.isArray(given) ? given.map(assumed) : assumed(given as Evidence);
  return { fix: { do: "set", at, field: "evidence", from: given as Value, to: to as Value } };
}
