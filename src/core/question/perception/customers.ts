import { fieldFeelings } from "../../evidence/field-feeling.ts";
import type { FieldNote } from "../../evidence/field-note.ts";
import type { Mean } from "../../evidence/interval.ts";
import { claimOf } from "../../map/claimed-feeling.ts";
import type { Journey, Touchpoint } from "../../map/journey.ts";
import type { Filter } from "../filter.ts";
import type { Told } from "./perception.ts";

/** What is known of customers' feelings on a map, beside what it draws. */
export type Known = {
  readonly felt: ReadonlyMap<string, Mean>;
  readonly notes: readonly FieldNote[];
  readonly filter: Filter;
};

/**
 * What customers say at a touchpoint: what they answered, else what the map claims from research, else
 * what field notes tell; null where none of these can say. Research is about customers in general or one
 * persona, so under any other filter it says nothing.
 */
export function customersAt(
  journey: Pick<Journey, "personas">,
  touchpoint: Touchpoint,
  { felt, notes, filter }: Known,
): Told | null {
  const measured = felt.get(touchpoint.id);
  if (measured) return { kind: "measured", mean: measured };
  const { segment = null, ...rest } = filter;
  if (Object.keys(rest).length > 0) return null;
  const claim = claimOf(touchpoint, segment);
  if (claim?.evidence.kind === "research" && claim.evidence.n !== undefined)
    return research(claim.evidence.n, claim.value);
  const here = notes.filter(({ elements }) => elements.includes(touchpoint.id));
  const told = fieldFeelings(journey, here).find(({ persona }) => persona === segment);
  return told ? research(told.n, told.value) : null;
}

function research(n: number, mean: number): Told {
  return { kind: "research", mean: { n, mean, low: null, high: null } };
}
