import type { Emotion, Evidence } from "../map/claim.ts";
import type { Command, Single, Value } from "../map/command.ts";
import { claimOf } from "../map/claimed-feeling.ts";
import { fieldOf, plain } from "../map/field.ts";
import type { Journey, Touchpoint } from "../map/journey.ts";
import { together } from "../map/plan/plan.ts";
import { personaOn, resting, touchpointOf } from "./field-claims.ts";
import { FEELING_SCALE, type FieldNote } from "./field-note.ts";

/** What field notes tell of a feeling, of customers in general or of one persona. */
export type FieldFeeling = {
  readonly persona: string | null;
  /** The notes that tell it, newest first. */
  readonly notes: readonly FieldNote[];
  /** People that they stand for. */
  readonly n: number;
  /** On −1 … +1: their mean, each note weighing as many people as it stands for. */
  readonly value: number;
  /** The last day on which one of them was noted. */
  readonly day: string;
};

/** The feelings that notes tell of, customers in general first, then each persona of the map. */
export function fieldFeelings(
  journey: Pick<Journey, "personas">,
  notes: readonly FieldNote[],
): FieldFeeling[] {
  const felt = notes.filter(({ feeling }) => feeling !== null);
  const groups = Map.groupBy(felt, (note) => personaOn(journey, note));
  const order = [null, ...(journey.personas ?? []).map(({ id }) => id)];
  return order.flatMap((persona) => {
    const told = groups.get(persona) ?? [];
    if (told.length === 0) return [];
    const n = told.reduce((sum, note) => sum + note.n, 0);
    const sum = told.reduce((all, { feeling, n: people }) => all + (feeling ?? 0) * people, 0);
    const [low, high] = FEELING_SCALE;
    const value = Math.round((sum / n / ((high - low) / 2)) * 100) / 100;
    const day =
      told
        .map((note) => note.day)
        .toSorted()
        .at(-1) ?? "";
    return [{ persona, notes: told, n, value: value === 0 ? 0 : value, day }];
  });
}

/** What the map claims of a feeling because field notes were put on it; null for nothing. */
export function fieldClaim(
  { emotions }: Pick<Touchpoint, "emotions">,
  persona: string | null,
): Emotion | null {
  return (
    emotions?.find(
      ({ id, persona: of }) => id.startsWith("em_field-") && (of ?? null) === persona,
    ) ?? null
  );
}

/** Does the map say just what the notes tell? */
export function saysAlready({ value, evidence }: Emotion, told: FieldFeeling): boolean {
  return value === told.value && evidence.n === told.n && evidence.date === told.day;
}

/**
 * Claims a feeling on the map, or brings the claim up to date, resting on the notes that tell it. What
 * was only assumed of the same persona goes. Null where the touchpoint is gone.
 */
export function feelOnMap(
  journey: Journey,
  told: FieldFeeling,
  { at, source }: { readonly at: string; readonly source: string },
): Command | null {
  const touchpoint = touchpointOf(journey, at);
  const [newest] = told.notes;
  if (!touchpoint || !newest) return null;
  const { persona, value, n, day } = told;
  const evidence: Evidence = { kind: "research", source, n, date: day };
  const known = fieldClaim(touchpoint, persona);
  const assumed = claimOf(touchpoint, persona);
  const gone = assumed?.evidence.kind === "assumed" && assumed !== known ? [assumed] : [];
  const claim: Single[] = known
    ? [
        { do: "set", at: known.id, field: "value", from: known.value, to: value },
        {
          do: "set",
          at: known.id,
          field: "evidence",
          from: fieldOf(known, "evidence"),
          to: plain(evidence) as Value,
        },
      ]
    : [
        {
          do: "add",
          to: at,
          list: "emotions",
          // In front: of several claims for one persona the first is drawn.
          after: null,
          element: {
            id: `em_field-${newest.id}`,
            value,
            scale: [...FEELING_SCALE],
            ...(persona !== null && { persona }),
            evidence,
          },
        },
      ];
  return together([
    ...gone.map(({ id }): Single => ({ do: "remove", at: id })),
    ...claim,
    ...resting(touchpoint, evidence),
  ]);
}
