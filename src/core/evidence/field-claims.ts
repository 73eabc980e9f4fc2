import type { Evidence } from "../map/claim.ts";
import type { Command, Single, Value } from "../map/command.ts";
import { fieldOf, plain } from "../map/field.ts";
import type { Journey, Touchpoint } from "../map/journey.ts";
import { adopt, adoptedAs } from "../map/plan/adopt.ts";
import { together } from "../map/plan/plan.ts";
import { personaOf, type FieldNote, type FieldQuote } from "./field-note.ts";

/** What of a field note can become a claim on the map by itself. */
export type FieldPart =
  | { readonly is: "quote"; readonly quote: FieldQuote }
  | { readonly is: "pain" }
  | { readonly is: "opportunity" };

/** Where a claim is put, and what it says it comes from. */
type Place = { readonly at: string; readonly source: string };

/**
 * Makes a claim on the map of a part of a note, resting on research: so many people, on that day, from
 * `source`. Its id follows from the note's, so that two who do it at once do it once. A touchpoint that
 * rested on nothing better rests on the note from then on. Null where the place is gone or cannot hold it.
 */
export function putOnMap(
  journey: Journey,
  note: FieldNote,
  part: FieldPart,
  { at, source }: Place,
): Command | null {
  const text = part.is === "quote" ? part.quote.text : note[part.is];
  if (text === null) return null;
  const evidence: Evidence = { kind: "research", source, n: note.n, date: note.day };
  const add = adopt(journey, { id: nameOf(note, part), text }, { as: part.is, at, evidence });
  if (add?.do !== "add") return null;
  const persona = personaOn(journey, note);
  const said = part.is === "quote" && {
    ...(part.quote.by && { by: part.quote.by }),
    ...(persona !== null && { persona }),
  };
  const claim: Single = { ...add, element: { ...add.element, ...said } };
  return together([claim, ...resting(touchpointOf(journey, at), evidence)]);
}

/** Does this part of the note stand on the map? */
export function isOnMap(journey: Journey, note: FieldNote, part: FieldPart): boolean {
  return adoptedAs(journey, nameOf(note, part))?.as === part.is;
}

function nameOf({ id }: FieldNote, part: FieldPart): string {
  return part.is === "quote" ? `${id}-${part.quote.id}` : id;
}

/** The persona that a note is about, where the map knows it. */
export function personaOn({ personas = [] }: Pick<Journey, "personas">, note: FieldNote) {
  const persona = personaOf(note);
  return personas.some(({ id }) => id === persona) ? persona : null;
}

export function touchpointOf(journey: Journey, id: string): Touchpoint | null {
  const all = journey.episodes.flatMap(({ touchpoints }) => touchpoints);
  return all.find((touchpoint) => touchpoint.id === id) ?? null;
}

/** A touchpoint that rests on assumptions at most rests on this instead from now on. */
export function resting(touchpoint: Touchpoint | null, evidence: Evidence): Single[] {
  if (!touchpoint) return [];
  const { id: at, evidence: known = [] } = touchpoint;
  if (known.some(({ kind }) => kind !== "assumed")) return [];
  const to = plain([evidence]) as Value;
  return [{ do: "set", at, field: "evidence", from: fieldOf(touchpoint, "evidence"), to }];
}
